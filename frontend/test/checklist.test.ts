/** The safety checklist: a group is answered by a sign or by “None of these”, never by both. */
import { describe, expect, it } from "vitest";
import type { RedFlag } from "../src/atlas";
import { added, cleared, grouped, isAnswered, isNone, settled, stopping, toggle, toggleNone } from "../src/hurts/answers";

const flag = (id: string, action: RedFlag["action"]) => ({ id, action }) as RedFlag;
const FLAGS = [flag("care", "modify_and_ask"), flag("rest", "call_emergency"), flag("now", "call_emergency")];
const [urgent, careful] = grouped(FLAGS) as [ReturnType<typeof grouped>[0], ReturnType<typeof grouped>[0]];

describe("checklist", () => {
  it("groups by action, the most urgent first, and leaves out empty groups", () => {
    expect(grouped(FLAGS).map((group) => group.flags.map((one) => one.id))).toEqual([["rest", "now"], ["care"]]);
  });

  it("lets a sign and none exclude each other", () => {
    const none = toggleNone(urgent, {});
    expect(isNone(urgent, none) && isAnswered(urgent, none)).toBe(true);
    const ticked = toggle(urgent, none, "now");
    expect([isNone(urgent, ticked), isAnswered(urgent, ticked)]).toEqual([false, true]);
    expect(isAnswered(urgent, toggle(urgent, ticked, "now"))).toBe(false);
    expect(toggleNone(urgent, ticked)).toEqual({ rest: false, now: false });
    expect(toggleNone(urgent, none)).toEqual({});
  });

  it("does not touch other groups", () => {
    expect(toggle(careful, { rest: false, now: false }, "care")).toEqual({ rest: false, now: false, care: true });
  });

  it("stops for every sign but one that asks for care", () => {
    expect(stopping(FLAGS, { care: true })).toBeUndefined();
    expect(stopping(FLAGS, { care: true, now: true })?.id).toBe("now");
  });

  it("clears only when every sign was answered and none stops", () => {
    expect(cleared(FLAGS, { rest: false, now: false })).toBe(false);
    expect(cleared(FLAGS, settled(FLAGS, { rest: false, care: true }))).toBe(true);
    expect(cleared(FLAGS, settled(FLAGS, { rest: true }))).toBe(false);
  });

  it("asks again for a sign that another zone brings", () => {
    const done = toggleNone(urgent, {});
    const more = { ...urgent, flags: [...urgent.flags, flag("new", "call_emergency")] };
    expect([isNone(more, done), isAnswered(more, done)]).toEqual([false, false]);
  });

  it("points out a sign that another zone brings to a group with a tick", () => {
    const [old, fresh] = [flag("care", "modify_and_ask"), flag("fresh", "modify_and_ask")];
    const both = { ...careful, flags: [fresh, old] };
    const done = settled(careful.flags, toggle(careful, {}, "care"));
    expect(added(both, done, ["care"])).toEqual([fresh]);
    expect(added(both, { ...done, fresh: true }, ["care"])).toEqual([]);
    expect(added(both, settled(both.flags, done), ["care"])).toEqual([]);
    expect(added(both, done, ["care", "fresh"]), "it was read before").toEqual([]);
  });

  it("takes a first tick as the answer for its group, and a group without one as open", () => {
    const both = { ...careful, flags: [flag("fresh", "modify_and_ask"), ...careful.flags] };
    expect(added(both, toggle(both, {}, "care"), [])).toEqual([]);
    expect(added(both, { care: false }, ["care"])).toEqual([]);
    expect(isAnswered(both, { care: false })).toBe(false);
  });
});
