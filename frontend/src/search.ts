/** Finding a region by words as people type them: any order, beginnings of words, small slips, left or right. */
import MiniSearch, { type Query, type SearchOptions } from "minisearch";
import type { Side } from "./atlas";
import { SIDES } from "./atlas";
import type { Region } from "./regions";

export interface Found extends Region {
  /** Where its pain is described, when the search found it by that alone. */
  by?: string;
}
export interface Result {
  /** Found by a name or another word for it, the best match first. */
  named: Found[];
  /** Muscles found by where their pain is described. */
  pained: Found[];
  /** The side that the query named. */
  side?: Side;
}
interface Entry {
  id: string;
  name: string;
  words: string;
  more: string;
}

// They say nothing about the place.
const FILLERS = new Set("a an and at for hurts i in is it my of on or pain s side the to".split(" "));
const STRONG = new Set(["pain", "side"]); // unless nothing else was typed
const PART_OF_SIDE = 3; // letters of "left" or "right" that are not the beginning of a place

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const wordsOf = (text: string) => plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

function index(entries: readonly Entry[]) {
  const found = new MiniSearch<Entry>({ fields: ["name", "words", "more"], tokenize: wordsOf, processTerm: (term) => term });
  found.addAll(entries);
  return found;
}

/**
 * Return a search over `all`. With `byPain` it finds muscles by where their pain is described, too; a quiz must
 * not: it would give the answer. Only where no word of the query is found as it stands may letters differ.
 */
export function searcher(all: readonly Region[], byPain = false): (query: string) => Result {
  const names = index(all.map(({ id, name, words, more }) => ({ id, name, words, more })));
  const regions = new Map(all.map((region) => [region.id, region]));
  const places = new Map((byPain ? all : []).flatMap((region) => region.pain.map((place) => [place.name, place.words])));
  const pains = index([...places].map(([name, words]) => ({ id: name, name, words, more: "" })));

  const look = (query: Query, options: SearchOptions) => {
    const named = names.search(query, options).map(({ id }) => regions.get(id as string)!);
    const at = new Map(pains.search(query, options).map(({ id }, rank) => [id as string, rank]));
    const rank = (region: Region) => Math.min(...region.pain.map((place) => at.get(place.name) ?? Infinity));
    const pained = all
      .filter((region) => rank(region) < Infinity && !named.includes(region))
      .sort((a, b) => rank(a) - rank(b))
      .map((region) => ({ ...region, by: region.pain.filter(({ name }) => at.has(name)).map(({ name }) => name).join(" · ") }));
    return { named, pained };
  };
  return (text) => {
    const typed = wordsOf(text);
    const side = SIDES.find((one) => typed.some((word) => isSide(word, one)));
    const placed = typed.filter((word) => !SIDES.some((one) => isSide(word, one)));
    const telling = placed.filter((word) => !FILLERS.has(word));
    const needed = telling.length ? telling : placed.filter((word) => STRONG.has(word));
    if (!needed.length) return { named: [...all], pained: [], side };
    // "pain" is not asked of every place, but a place that says it comes before one that does not.
    const extra = placed.filter((word) => STRONG.has(word) && !needed.includes(word));
    const query: Query = { combineWith: "AND", queries: [...needed, { combineWith: "OR", queries: [...needed, ...extra] }] };
    const options: SearchOptions = { prefix: (term) => term.length > 1, boost: { name: 4, words: 2 } };
    const exact = look(query, options);
    if (exact.named.length || exact.pained.length) return { ...exact, side };
    return { ...look(query, { ...options, fuzzy: slips }), side };
  };
}

const isSide = (word: string, side: Side) => word.length >= PART_OF_SIDE && side.startsWith(word);

/** How many letters may differ; two that changed places count as two. */
const slips = (term: string) => (term.length < 4 ? 0 : term.length < 6 ? 1 : 2);
