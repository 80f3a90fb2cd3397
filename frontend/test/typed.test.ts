import { describe, expect, it } from "vitest";
import { plain, wordsOf } from "../src/typed";

const fits = (query: string, text: string) => wordsOf(query).every((word) => plain(text).includes(word));

describe("words as people type them", () => {
  it.each([
    ["needl", "Dry needling", true],
    ["NEEDLING dry", "Dry needling", true],
    ["Penas", "Fernández-de-las-Peñas", true],
    ["peñas", "Fernandez de las Penas", true],
    ["eedling", "Dry needling", false], // a word is found by its beginning
    ["c07", "C07 Trigger points cause pain.", true],
    ["pain in the jaw", "Jaw", true], // fillers are not asked for
    ["pain", "No such word", false], // unless nothing else was typed
    ["  ", "anything", true],
  ])("%j in %j: %s", (query, text, found) => {
    expect(fits(query, text)).toBe(found);
  });
});
