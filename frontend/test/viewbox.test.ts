import { describe, expect, it } from "vitest";
import { boxText, magnify, parseBox, reach } from "../src/viewbox";

const whole = { x: -200, y: 0, width: 400, height: 1000 };
const upper = { x: -160, y: 0, width: 320, height: 350 };

describe("reach", () => {
  it("keeps the box that shows everything", () =>
    expect(reach(upper, [{ x: 0, y: 100, width: 10, height: 10 }], whole)).toEqual(upper));
  it("grows down to a hand, and not sideways", () => {
    const box = reach(upper, [{ x: 100, y: 480, width: 20, height: 40 }], whole);
    expect(box).toEqual({ x: -160, y: 0, width: 320, height: 532 });
  });
  it("never leaves the drawing", () =>
    expect(reach(upper, [{ x: -300, y: -50, width: 900, height: 2000 }], whole)).toEqual(whole));
});

describe("magnify", () => {
  it("halves the box around a point", () =>
    expect(magnify(whole, 2, { x: 0, y: 500 })).toEqual({ x: -100, y: 250, width: 200, height: 500 }));
  it("stays inside at a corner", () =>
    expect(magnify(whole, 2, { x: 200, y: 0 })).toEqual({ x: 0, y: 0, width: 200, height: 500 }));
});

it("reads and writes a viewBox", () => expect(boxText(parseBox("-200,0 400  1000"))).toBe("-200 0 400 1000"));
