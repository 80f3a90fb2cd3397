import { describe, expect, it } from "vitest";
import { between, ends, mixed, transform, type Pose } from "../src/technique/motion";

const at = (x: number, shape = 0): Pose => [x, 0, 0, 1, 1, 1, shape];
const x = (start: Pose, keys: Pose[], seconds: number, length: number) => between(start, keys, seconds, length).pose[0];

describe("a step of a technique", () => {
  it("goes to its one pose in a moment, then rests there", () => {
    expect(x(at(0), [at(10)], 0, 6)).toBe(0);
    expect(x(at(0), [at(10)], 0.8, 6)).toBe(5);
    expect(x(at(0), [at(10)], 1.6, 6)).toBe(10);
    expect(x(at(0), [at(10)], 6, 6)).toBe(10);
  });

  it("goes through several poses in even times, and ends at the last", () => {
    const keys = [at(10), at(-10), at(4)];
    expect(x(at(0), keys, 2, 6)).toBe(10);
    expect(x(at(0), keys, 3, 6)).toBe(0);
    expect(x(at(0), keys, 4, 6)).toBe(-10);
    expect(x(at(0), keys, 6, 6)).toBe(4);
  });

  it("says between which shapes a part is", () => {
    expect(between(at(0, 0), [at(0, 2), at(0, 1)], 3, 4)).toMatchObject({ from: 2, share: 0.5, pose: at(0, 1) });
  });

  it("leaves what does not move where the step before left it", () => {
    const step = (moves: Record<string, Pose[]>) => ({ caption: "", shows: "", seconds: 4, moves });
    const stills = ends({ hand: at(0), skin: at(0) }, [step({ hand: [at(3), at(5)] }), step({ skin: [at(9, 1)] })]);
    expect(stills).toEqual([
      { hand: at(5), skin: at(0) },
      { hand: at(5), skin: at(9, 1) },
    ]);
  });
});

describe("drawing a pose", () => {
  it("writes it as a transform", () => {
    expect(transform([1, -2, 30, -1, 0.5, 1, 0])).toBe("translate(1 -2) rotate(30) scale(-1 0.5)");
  });

  it("mixes the numbers of two shapes, however they are written", () => {
    const half = mixed("M0 4c1-2.5.5 6-3 0z", "M10 8c3-.5 1.5 8-5 2z", 0.5);
    expect(half.match(/-?[\d.]+/g)!.map(Number)).toEqual([5, 6, 2, -1.5, 1, 7, -4, 1]);
    expect(half.replace(/[-\d. ]/g, "")).toBe("Mcz");
  });
});
