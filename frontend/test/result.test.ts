import { describe, expect, it } from "vitest";
import { resultWords } from "../src/quiz/result";
import type { Standing } from "../src/quiz/state";

const one = (state: Standing["state"], points: number | null, more: object = {}) =>
  ({ item: { type: "choice", ...more }, state, points }) as unknown as Standing;
const text = (state: Standing["state"]) => one(state, null, { type: "text" });
const said = (...all: Standing[]) => {
  const { right, rest } = resultWords(all);
  return right + rest;
};

describe("what came out of a set", () => {
  it.each([
    ["2 of 2 right.", [one("correct", 1), one("correct", 1)]],
    ["1 of 3 right; 1 not right and 1 not answered.", [one("correct", 1), one("incorrect", 0), one("open", null)]],
    [
      "1 of 2 right; 1 partly right. What is right in part counts in part: 1.5 of 2 points.",
      [one("correct", 1), one("partial", 0.5)],
    ],
    ["1 of 1 right. That is 2 of 2 points.", [one("correct", 2, { points: 2 })]],
    [
      "1 of 1 right. One more question has no points: you compare your answer with a model answer.",
      [one("correct", 1), text("compared")],
    ],
    [
      "2 questions have no points: you compare your answer with a model answer. 1 of them is not answered yet.",
      [text("compared"), text("open")],
    ],
  ])("%s", (words, all) => expect(said(...all)).toBe(words));

  it("counts every question in one place only", () => {
    const { right, rest } = resultWords([one("correct", 1), one("partial", 0.5), one("started", null), text("open")]);
    expect(right).toBe("1 of 3 right");
    expect(rest).toContain("; 1 partly right and 1 not checked yet.");
    expect(rest).toContain("It is not answered yet.");
  });
});
