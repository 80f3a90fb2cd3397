import { describe, expect, it } from "vitest";
import { firstCentre, frame, holdsAll, keeping, lengthen } from "../src/map/camera";
import { magnify, UPPER_BODY } from "../src/viewbox";

const whole = { x: -210, y: -10, width: 420, height: 1020 };
const at = (x: number, y: number, size = 20) => ({ x, y, width: size, height: size });

describe("the frame", () => {
  it("is all of the body until something is marked, then the part with it", () => {
    const auto = { whole: null, scale: 1 };
    expect(frame("front", whole, auto, [])).toEqual(whole);
    expect(frame("front", whole, auto, [at(20, 60)])).toEqual(UPPER_BODY);
    const leg = frame("front", whole, auto, [at(40, 700), at(40, 860)]);
    expect(leg.height).toBe(UPPER_BODY.height);
    expect(holdsAll(leg, [at(40, 700), at(40, 860)])).toBe(true);
    const foot = frame("front", whole, auto, [at(40, 980)]);
    expect(foot.y + foot.height).toBe(whole.y + whole.height);
    const both = [at(20, 60), at(40, 700)];
    expect(holdsAll(frame("front", whole, auto, both), both)).toBe(true);
  });
  it("is what the reader asked for", () => {
    expect(frame("front", whole, { whole: false, scale: 1 }, [])).toEqual(UPPER_BODY);
    expect(frame("front", whole, { whole: true, scale: 1 }, [at(20, 60)])).toEqual(whole);
    for (const part of ["head_side", "foot_sole", "hand_palm"] as const)
      expect(frame(part, whole, { whole: false, scale: 1 }, [])).toEqual(whole);
  });
  it("only grows downwards under a finger, and only as far as nothing shrinks", () => {
    const box = lengthen(UPPER_BODY, [at(180, 500)], whole, 900);
    expect(box).toEqual({ ...UPPER_BODY, height: 542 });
    expect(lengthen(UPPER_BODY, [at(180, 500)], whole, 400)).toEqual(UPPER_BODY);
    expect(holdsAll(box, [at(0, 500)])).toBe(true);
    expect(holdsAll(box, [at(180, 500)])).toBe(false);
  });
});

describe("the first step of zoom", () => {
  const seen = (chosen?: ReturnType<typeof at>) => magnify(UPPER_BODY, 1.5, firstCentre(UPPER_BODY, "front", 1.5, chosen));
  it("keeps the head", () => {
    expect(seen().y).toBe(UPPER_BODY.y);
    expect(seen(at(20, 60)).y).toBe(UPPER_BODY.y);
  });
  it("goes to what is chosen where the head cannot be kept", () => expect(holdsAll(seen(at(100, 290)), [at(100, 290)])).toBe(true));
  it.each(["head_side", "hand_palm"] as const)("keeps one half of %s, that of what is chosen", (view) => {
    const both = { x: -180, y: -8, width: 360, height: 312 };
    const shown = (chosen?: ReturnType<typeof at>) => magnify(both, 1.5, firstCentre(both, view, 1.5, chosen));
    expect(shown().x).toBe(both.x);
    expect(shown(at(100, 40)).x + shown(at(100, 40)).width).toBe(180);
  });
});

it("a place under the fingers stays where it is", () => {
  const place = { x: -60, y: 100 };
  const seen = magnify(UPPER_BODY, 2, keeping(UPPER_BODY, 2, place, UPPER_BODY));
  const share = (box: typeof seen) => [(place.x - box.x) / box.width, (place.y - box.y) / box.height];
  expect(share(seen)[0]).toBeCloseTo(share(UPPER_BODY)[0]!);
  expect(share(seen)[1]).toBeCloseTo(share(UPPER_BODY)[1]!);
});
