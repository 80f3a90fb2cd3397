import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { frames } from "../src/technique/frames";

let waiting: Map<number, FrameRequestCallback>;

/** Show a frame: call what was asked for, and no more than that. */
function show(now: number) {
  const due = [...waiting.values()];
  waiting.clear();
  for (const callback of due) callback(now);
}

beforeEach(() => {
  let count = 0;
  waiting = new Map();
  vi.stubGlobal("requestAnimationFrame", (callback: FrameRequestCallback) => {
    waiting.set(++count, callback);
    return count;
  });
  vi.stubGlobal("cancelAnimationFrame", (asked: number) => waiting.delete(asked));
});
afterEach(() => vi.unstubAllGlobals());

test("time passes from frame to frame, and a long absence counts little", () => {
  const seconds: number[] = [];
  const turn = frames((passed) => seconds.push(passed));
  turn(true);
  for (const now of [1000, 1020, 1050, 9000]) show(now);
  expect(seconds).toEqual([0, 0.02, 0.03, 0.1]);
});

test("played, paused and played again within one frame, it runs once", () => {
  let ticks = 0;
  const turn = frames(() => ticks++);
  turn(true);
  turn(false);
  turn(true);
  for (const now of [0, 20, 40]) show(now);
  expect(ticks).toBe(3);
  expect(waiting.size).toBe(1);
});

test("nothing is called once it is off, also when the tick turned it off; the pause is no time", () => {
  const seconds: number[] = [];
  const turn = frames((passed) => seconds.push(passed) === 2 && turn(false));
  turn(true);
  for (const now of [0, 20, 40]) show(now);
  expect(seconds).toEqual([0, 0.02]);
  expect(waiting.size).toBe(0);
  turn(true);
  for (const now of [5000, 5030]) show(now);
  expect(seconds).toEqual([0, 0.02, 0, 0.03]);
});
