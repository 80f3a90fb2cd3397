import { describe, expect, it } from "vitest";
import { matching, plain, wordsOf } from "../src/typed";

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

describe("what fits a query", () => {
  const texts = ["A hot compress eases soreness", "Soreness can last", "It eases stress"];
  const look = (query: string) => matching(texts, plain, wordsOf(query));

  it.each([
    ["hot compress helps against soreness", [0], false],
    ["soreness", [0, 1], false],
    ["soreness stress", [0, 1, 2], true], // none has both
    ["xylophone", [], false],
    ["xylophone last", [1], true],
    ["", [0, 1, 2], false],
  ])("%j: %j, in part: %s", (query, places, part) => {
    expect(look(query)).toEqual({ found: places.map((place) => texts[place]), part });
  });
});
