import { describe, expect, it } from "vitest";
import type { ChoiceItem } from "../src/questions/types";
import { inPoints, standing, type State } from "../src/quiz/state";
import { readPlace } from "../src/quiz/place";
import { repeatWords } from "../src/quiz/end";
import { goTo, next, previous, resume, toRound } from "../src/quiz/way";

const ITEM: ChoiceItem = {
  type: "choice", id: "one", prompt: "?", multiple: true, points: 2,
  options: [{ id: "a", text: "A", correct: true }, { id: "b", text: "B", correct: true }, { id: "c", text: "C" }],
};
const ATLAS = { muscles: {}, zones: {} };
const CHECKED = "2026-11-21T10:00:00.000Z";
const all = (...states: State[]) => states.map((state) => ({ item: ITEM, state, points: null }));

describe("how a question stands", () => {
  it.each([
    [undefined, "open", null],
    [{ response: null }, "open", null],
    [{ response: ["a"] }, "started", null],
    [{ response: ["a"], answered_at: CHECKED }, "partial", 1],
    [{ response: ["a", "b"], answered_at: CHECKED }, "correct", 2],
    [{ response: ["c"], answered_at: CHECKED }, "incorrect", 0],
    [{ response: ["zeta"], answered_at: CHECKED }, "open", null],
  ] as const)("%j is %s", (answer, state, points) =>
    expect(standing(ITEM, answer as object, true, ATLAS)).toMatchObject({ state, points }));
  it("has no verdict where answers are recorded", () =>
    expect(standing(ITEM, { response: ["a"], answered_at: CHECKED }, false, ATLAS)).toMatchObject({ state: "answered", points: null }));
  it("is known when its type is not", () =>
    expect(standing({ ...ITEM, type: "order" } as never, {}, true, ATLAS).state).toBe("unknown"));
});

describe("points in words", () => {
  it.each([
    [1, 1, "1 of 1 point"],
    [2 / 3, 1, "0.7 of 1 point"],
    [0.999, 1, "0.9 of 1 point"],
    [0.001, 1, "0.1 of 1 point"],
    [12.5, 15, "12.5 of 15 points"],
    [0.1 + 0.2, 2, "0.3 of 2 points"],
  ])("%d of %d", (points, of, words) => expect(inPoints(points, of)).toBe(words));
});

describe("the way through a set", () => {
  it("starts at the first question", () => expect(resume(all("open", "open"))).toEqual({ at: 0, round: null }));
  it("goes on at the first that is left, a started one too", () => {
    expect(resume(all("correct", "incorrect", "open", "open"))).toEqual({ at: 2, round: null });
    expect(resume(all("correct", "started", "open"))).toEqual({ at: 1, round: null });
  });
  it("goes on in a round where those that are left do not follow each other to the end", () =>
    expect(resume(all("started", "correct", "open", "partial"))).toEqual({ at: 0, round: [0, 2] }));
  it("opens the end page when nothing is left", () =>
    expect(resume(all("correct", "compared", "unknown", "answered"))).toEqual({ at: 4, round: null }));
  it("goes to the next question and after the last one to the end", () => {
    expect(next({ at: 0, round: null }, 3)).toEqual({ at: 1, round: null });
    expect(next({ at: 2, round: null }, 3)).toEqual({ at: 3, round: null });
    expect(previous({ at: 0, round: null })).toBeNull();
  });
  it("of a round is only its own questions, and ends at the end page", () => {
    const round = toRound([1, 4]);
    expect(round.at).toBe(1);
    expect(next(round, 6)).toEqual({ at: 4, round: [1, 4] });
    expect(next({ ...round, at: 4 }, 6)).toEqual({ at: 6, round: null });
    expect(previous({ ...round, at: 4 })).toEqual({ at: 1, round: [1, 4] });
    expect(previous(round)).toBeNull();
  });
  it("leaves the round with a question that is not in it", () => {
    expect(goTo(toRound([1, 4]), 4).round).toEqual([1, 4]);
    expect(goTo(toRound([1, 4]), 2)).toEqual({ at: 2, round: null });
  });
});

describe("what is repeated, in words", () => {
  it.each([
    [["incorrect"], "Repeat the one not right"],
    [["correct", "partial"], "Repeat the one partly right"],
    [["incorrect", "incorrect"], "Repeat the 2 not right"],
    [["partial", "incorrect", "incorrect", "open"], "Repeat the 2 not right and 1 partly right"],
  ] as [State[], string][])("of %j", (states, words) => expect(repeatWords(all(...states))).toBe(words));
});

describe("the place for a reload", () => {
  const answers = { a: { response: ["x"], answered_at: CHECKED }, b: { response: ["y"] } };
  it("has the way, and the drafts of answers that were checked", () =>
    expect(readPlace({ at: 1, round: [1, 2], drafts: { a: {}, b: {}, c: {} } }, 3, answers)).toEqual({
      way: { at: 1, round: [1, 2] },
      drafts: { a: {} },
    }));
  it("leaves a round that is not of this set", () =>
    expect(readPlace({ at: 0, round: [0, 9] }, 3, answers)).toEqual({ way: { at: 0, round: null }, drafts: {} }));
  it.each([null, 3, "x", {}, { at: 4 }, { at: -1 }, { at: 0.5 }])("is none in %j", (kept) =>
    expect(readPlace(kept, 3, answers)).toBeUndefined());
});
