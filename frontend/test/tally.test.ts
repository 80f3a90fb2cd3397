import { describe, expect, it } from "vitest";
import { tally, tallyWords, together } from "../src/quiz/tally";

const AT = "2026-11-21T10:00:00.000Z";
const ANSWERS = {
  a: { response: ["x"], answered_at: AT, verdict: "correct" },
  b: { response: ["y"], answered_at: AT, verdict: "incorrect" },
  c: { response: ["z"] },
  d: { response: ["w"], answered_at: AT },
  gone: { response: ["v"], answered_at: AT, verdict: "correct" },
};

describe("a set in numbers", () => {
  it("counts what was checked, and only questions that it has", () =>
    expect(tally(["a", "b", "c", "d"], ["b", "c"], ANSWERS)).toEqual({ of: 4, done: 3, right: 1, unsafe: 1 }));
  it("is nothing where nothing is kept", () => expect(tally(["a"], ["a"], {})).toEqual({ of: 1, done: 0, right: 0, unsafe: 0 }));
  it("adds up", () =>
    expect(together([tally(["a"], [], ANSWERS), tally(["b", "c"], ["b"], ANSWERS)])).toEqual({ of: 3, done: 2, right: 1, unsafe: 1 }));
});

describe("its words", () => {
  it.each([
    [{ of: 8, done: 0, right: 0, unsafe: 0 }, "0 of 8 done"],
    [{ of: 8, done: 5, right: 4, unsafe: 0 }, "5 of 8 done, 4 right"],
    [{ of: 8, done: 5, right: 4, unsafe: 1 }, "5 of 8 done, 4 right; 1 safety question was not right"],
    [{ of: 8, done: 5, right: 2, unsafe: 3 }, "5 of 8 done, 2 right; 3 safety questions were not right"],
  ])("of %j", (counts, said) => expect(tallyWords(counts)).toBe(said));
});
