import { describe, expect, it, vi } from "vitest";
import back from "../../src/triggerpoints/atlas/figure/back.svg?raw";
import footSole from "../../src/triggerpoints/atlas/figure/foot_sole.svg?raw";
import front from "../../src/triggerpoints/atlas/figure/front.svg?raw";
import handPalm from "../../src/triggerpoints/atlas/figure/hand_palm.svg?raw";
import headSide from "../../src/triggerpoints/atlas/figure/head_side.svg?raw";
import { area, around, breadth, gap, inside, near, readAhead, rings } from "../src/map/shape";

const SQUARE = "M10 10h"; // not written by our drawings
const box = rings("M10 10l20 0 0 10-20 0zm5 2l.5.5 0 1z");

describe("outlines", () => {
  it("are read with relative and crowded numbers", () => {
    expect(box[0]).toEqual([{ x: 10, y: 10 }, { x: 30, y: 10 }, { x: 30, y: 20 }, { x: 10, y: 20 }]);
    expect(box[1]![1]).toEqual({ x: 15.5, y: 12.5 });
  });
  it("have an area, a box, an inside and a distance", () => {
    const [lines] = [[box[0]!]];
    expect(area(lines)).toBe(200);
    expect(around(lines)).toEqual({ x: 10, y: 10, width: 20, height: 10 });
    expect(inside({ x: 12, y: 12 }, lines)).toBe(true);
    expect(inside({ x: 9, y: 12 }, lines)).toBe(false);
    expect(gap(lines, rings("M33 24l1 0"))).toBe(5);
  });
  it("are near where their boxes come close enough, also across a corner", () => {
    const [one, other] = [around([box[0]!])!, { x: 33, y: 24, width: 1, height: 1 }];
    expect([near(one, other, 5), near(other, one, 5), near(one, other, 4)]).toEqual([true, true, false]);
    expect(near(one, { ...other, x: 12 }, 4)).toBe(false);
  });
  it("have a breadth, whichever way they run", () => {
    const strap = rings("M0 0l100 100 4-4-100-100z");
    expect(breadth(strap)).toBeGreaterThan(5);
    expect(breadth(strap)).toBeLessThan(6);
  });
  it("follow a curve", () => {
    const [curve] = rings("M0 0c0 10 10 10 10 0");
    expect(curve!.at(-1)).toEqual({ x: 10, y: 0 });
    expect(Math.max(...curve!.map((spot) => spot.y))).toBe(7.5);
  });
  it("refuse what they do not read", () => expect(() => rings(SQUARE)).toThrow(/command "h"/));
});

it.each([["front", front], ["back", back], ["head_side", headSide], ["foot_sole", footSole], ["hand_palm", handPalm]])("every path of %s is read", (_view, text) => {
  for (const [, d] of text.matchAll(/ d="([^"]+)"/g)) expect(rings(d!).flat().every((spot) => Number.isFinite(spot.x + spot.y))).toBe(true);
});

it("outlines are read ahead bit by bit, until that is called off", () => {
  vi.useFakeTimers();
  let read = 0;
  const shape = (at: number) => ({ getAttribute: () => (read++, `M${at},900L${at},901L${at + 1},901Z`) }) as unknown as Element;
  const stop = readAhead(Array.from({ length: 50 }, (_, at) => shape(at)));
  expect(read).toBe(0);
  vi.advanceTimersToNextTimer();
  expect(read).toBe(20);
  vi.advanceTimersToNextTimer();
  expect(read).toBe(40);
  stop();
  vi.runAllTimers();
  expect(read).toBe(40);
  vi.useRealTimers();
});
