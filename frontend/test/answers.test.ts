import { describe, expect, it } from "vitest";
import { changedSince, check, clear, isDraft, readAnswers, repeat, respond, retry } from "../src/quiz/answers";

const NOW = "2026-11-21T10:00:00.000Z";

describe("readAnswers", () => {
  it("keeps what is an answer and leaves out the rest", () =>
    expect(readAnswers({ a: { response: ["x"] }, b: 3, c: null, d: [1] })).toEqual({ a: { response: ["x"] } }));
  it.each([null, undefined, 7, "text", [1, 2]])("takes %j for no answers", (kept) =>
    expect(readAnswers(kept)).toEqual({}));
});

describe("an answer", () => {
  it("in practice waits for a check, and a change takes the verdict away", () => {
    const first = respond({}, ["a"], true, NOW);
    expect(first).toEqual({ response: ["a"] });
    const checked = check(first, NOW, "correct");
    expect(checked.answered_at).toBe(NOW);
    expect(respond(checked, ["b"], true, NOW)).toEqual({ response: ["b"] });
  });
  it("is kept as a start when tried again", () =>
    expect(retry({ response: ["a"], answered_at: NOW, verdict: "correct" })).toEqual({ response: ["a"] }));
  it("that is only recorded is answered at once, and keeps the confidence", () =>
    expect(respond({ confidence: 0.6 }, "x", false, NOW)).toEqual({ response: "x", confidence: 0.6, answered_at: NOW }));
});

describe("what a host of a part of a set keeps", () => {
  const loaded = { a: { response: ["x"] }, b: { response: ["y"] } };
  it("is what changed in it, so that two on a page do not undo each other", () => {
    const first = { ...loaded, a: check(loaded.a, NOW, "partial") };
    const second = { ...loaded, b: { response: ["z"] } };
    const kept = { ...loaded, ...changedSince(loaded, first) };
    expect({ ...kept, ...changedSince(loaded, second) }).toEqual({ a: first.a, b: second.b });
  });
  it("is nothing where nothing changed", () => expect(changedSince(loaded, { ...loaded })).toEqual({}));
  it("is blank answers after a new start, and only its own", () =>
    expect(changedSince(loaded, clear(loaded, ["b"]))).toEqual({ b: { response: null } }));
});

describe("all answers", () => {
  const kept = { a: { response: ["x"], answered_at: NOW, confidence: 0.6 }, b: { response: ["y"], answered_at: NOW }, other: { response: "z" } };
  it("start blank where they are repeated", () => expect(repeat(["a", "b"])).toEqual({ a: {}, b: {} }));
  it("that were checked stay until another one is checked", () => {
    expect(isDraft(kept.a, {})).toBe(true);
    expect(isDraft(kept.a, { response: ["z"] })).toBe(true);
    expect(isDraft(kept.a, { response: ["z"], answered_at: NOW })).toBe(false);
    expect(isDraft(kept.other, { response: "z" })).toBe(false);
    expect(isDraft(undefined, { response: "z" })).toBe(false);
  });
  it("are blank after a new start, so that a host that only adds keeps it; those of other sets stay", () =>
    expect(clear(kept, ["a", "b", "never"])).toEqual({ a: { response: null }, b: { response: null }, other: { response: "z" } }));
});
