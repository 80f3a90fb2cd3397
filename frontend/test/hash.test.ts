/** A link says what is shown, and what it names in vain is left out. */
import { describe, expect, it } from "vitest";
import { fromHash, leftOut, toHash } from "../src/address/hash";
import type { Look, Shown } from "../src/address/shown";
import type { AtlasData } from "../src/atlas";
import vectors from "../../tests/vectors/finder.json";

const muscles = Object.fromEntries(
  Object.entries(vectors.atlas.muscles).map(([id, muscle]) => [id, { ...muscle, trigger_points: [{ id: `T_${id}` }] }]),
);
const atlas = { ...vectors.atlas, muscles } as unknown as AtlasData;
const SHOWN: Shown = { mode: "explore", muscle: "masseter", point: null, side: "right", zones: [], pair: null };
const there = (shown: Shown, look: Look = {}, place = 1) => fromHash(toHash(shown, look, place), atlas, place);

describe("a link", () => {
  it.each<[string, Partial<Shown>, Look]>([
    ["a muscle", {}, { view: "head_side", layer: "deep" }],
    ["a point", { point: "T_masseter" }, {}],
    ["places from the finder", { zones: ["left:ear", "right:face_jaw"] }, {}],
    ["a comparison", { pair: ["masseter", "temporalis"] }, { view: "front" }],
    ["nothing chosen yet", { muscle: null, side: "left" }, { whole: true }],
    ["a part of the body", {}, { whole: false }],
    ["an enlarged part", {}, { view: "front", scale: 2.25, centres: { front: { x: -60.5, y: 210 }, back: { x: 1, y: 2 } } }],
  ])("leads back to %s", (_, change, look) => {
    const shown = { ...SHOWN, ...change };
    const found = there(shown, look)!;
    expect(found.shown).toEqual(shown);
    expect(found.look).toMatchObject(look);
    expect(found.missing).toEqual([]);
  });

  it("to the finder holds the places and nothing of the muscle", () => {
    const hash = toHash({ ...SHOWN, mode: "hurts", point: "T_masseter", zones: ["left:ear"] }, { view: "back", layer: "deep" }, 1);
    expect(hash).toBe("#hurts=left:ear&view=back");
    expect(fromHash(hash, atlas, 1)!.shown).toMatchObject({ mode: "hurts", zones: ["left:ear"], muscle: null });
  });

  it("means one map of the page", () => {
    expect(toHash(SHOWN, {}, 2)).toBe("#explore=masseter&side=right&map=2");
    expect(fromHash("#explore=masseter&map=2", atlas, 1)).toBeUndefined();
    expect(fromHash("#explore=masseter&map=2", atlas, 2)!.shown.muscle).toBe("masseter");
  });

  it.each(["", "#", "#muscle-masseter", "#explore", "#quiz=masseter", "#%E0%A4%A"])("%j is another place", (hash) => {
    expect(fromHash(hash, atlas, 1)).toBeUndefined();
  });

  it.each([
    ["#explore=masetter", ["muscle"]],
    ["#explore=__proto__", ["muscle"]],
    ["#explore=constructor&compare=masseter", ["muscle"]],
    ["#explore=masseter&compare=toString", ["muscle to compare with"]],
    ["#explore=masseter&point=T999&side=both&view=top&layer=skin", ["point", "side", "view", "layer"]],
    ["#explore=masseter&zoom=1e9", ["enlarged part"]],
    ["#explore=masseter&whole=constructor", ["part of the body"]],
    ["#explore=masseter&zoom=2&at_front=1,NaN", ["enlarged part"]],
    ["#hurts=left:ear,left:nose,middle:ear,valueOf", ["area"]],
  ])("%s leaves out %j", (hash, missing) => {
    const found = fromHash(hash, atlas, 1)!;
    expect(found.missing).toEqual(missing);
    expect(leftOut(found.missing)).toContain("was left out");
    expect(leftOut(found.missing)).not.toMatch(/__proto__|masetter|T999|nose/);
  });

  it("gives each place once, and both sides where it names none", () => {
    expect(fromHash("#hurts=left:ear,ear,left:ear", atlas, 1)!.shown.zones).toEqual(["left:ear", "right:ear"]);
  });

  it("does not compare a muscle with itself", () => {
    expect(fromHash("#explore=masseter&compare=masseter", atlas, 1)!.shown.pair).toBeNull();
  });
});
