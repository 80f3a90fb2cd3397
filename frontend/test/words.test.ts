import { describe, expect, it } from "vitest";
import { shorten } from "../src/quiz/rows";
import { areaInWords, ask, tally } from "../src/questions/words";

describe("what came out, in words", () => {
  it.each([
    [0, 1, 1, "The muscle asked for is not in your answer."],
    [0, 2, 1, "The muscle asked for is not in your answer."],
    [1, 0, 1, "You have the muscle asked for."],
    [1, 1, 1, "You have the muscle asked for, and 1 too many: the answer has only one."],
    [1, 2, 1, "You have the muscle asked for, and 2 too many: the answer has only one."],
    [0, 1, 2, "Neither of the 2 muscles is in your answer."],
    [1, 0, 2, "You have 1 of the 2 muscles; 1 is missing."],
    [2, 0, 2, "You have both muscles."],
    [2, 1, 2, "You have both muscles, and 1 too many: the answer has only 2."],
    [0, 3, 4, "None of the 4 muscles is in your answer."],
    [1, 1, 4, "You have 1 of the 4 muscles; 3 are missing, and 1 of yours is not part of the answer."],
    [3, 2, 4, "You have 3 of the 4 muscles; 1 is missing, and 2 of yours are not part of the answer."],
    [4, 0, 4, "You have all 4 muscles."],
    [4, 3, 4, "You have all 4 muscles, and 3 too many: the answer has only 4."],
  ])("%d right and %d wrong of %d", (right, wrong, of, words) =>
    expect(tally({ right, wrong, of }, "muscle", "muscles")).toBe(words));
});

describe("the part of a prompt that asks", () => {
  it.each([
    ["Mark the zones, on the left.", "Mark the zones, on the left."],
    ["A client points to the temple. Pick the four muscles whose zones include it.", "Pick the four muscles whose zones include it."],
    ["It starts at C1 to C4. It lifts the blade. Pick it.", "It lifts the blade. Pick it."],
    ["Pick it.", "Pick it."],
  ])("of %j", (prompt, short) => expect(ask(prompt)).toBe(short));
});

describe("a prompt that stands for its question", () => {
  it("is cut between two words", () => {
    const cut = shorten("Twelve letters and more, ".repeat(8));
    expect(cut.length).toBeLessThanOrEqual(92);
    expect(cut).toMatch(/\w …$/);
  });
  it("stays when it is short", () => expect(shorten("One?\n\nTwo?")).toBe("One? Two?"));
});

describe("how far two areas are the same, in words", () => {
  it.each([
    [0.001, "A small part"], [0.25, "About a quarter"], [1 / 3, "About a third"], [0.49, "About half"],
    [2 / 3, "About two thirds"], [0.75, "About three quarters"], [0.999, "Nearly all"],
  ])("%d", (overlap, part) => expect(areaInWords(overlap)).toBe(`${part} of the area matches.`));
});
