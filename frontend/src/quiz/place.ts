/** Where a visitor is in a set, kept for a reload of the page: the way, and answers that are not checked yet. */
import type { ItemSet } from "../questions/types";
import type { Answers } from "./answers";
import { isDraft, readAnswers } from "./answers";
import type { Way } from "./way";

export interface Place {
  way: Way;
  drafts: Answers;
}

/** Read a place out of what was kept; undefined where it does not fit a set of `size` questions. */
export function readPlace(kept: unknown, size: number, answers: Answers): Place | undefined {
  if (typeof kept !== "object" || kept === null) return undefined;
  const { at, round, drafts } = kept as Record<string, unknown>;
  const isPlace = (place: unknown, last: number): place is number =>
    Number.isInteger(place) && (place as number) >= 0 && (place as number) <= last;
  if (!isPlace(at, size)) return undefined;
  const places = Array.isArray(round) && round.every((one) => isPlace(one, size - 1)) ? (round as number[]) : null;
  const fitting = Object.entries(readAnswers(drafts)).filter(([id, draft]) => isDraft(answers[id], draft));
  return { way: { at, round: places?.includes(at) ? places : null }, drafts: Object.fromEntries(fitting) };
}

/** The place of a set, or of a part of one, on this page; undefined where none is kept. */
export function recallPlace(set: ItemSet, answers: Answers): Place | undefined {
  try {
    return readPlace(JSON.parse(sessionStorage.getItem(keyOf(set)) ?? "null"), set.item.length, answers);
  } catch {
    return undefined; // storage is off, or what it holds is not ours
  }
}

export function keepPlace(set: ItemSet, { way, drafts }: Place) {
  try {
    sessionStorage.setItem(keyOf(set), JSON.stringify({ ...way, drafts }));
  } catch {
    // Only the place is lost.
  }
}

// Parts of one set differ in their first question.
const keyOf = ({ id, item }: ItemSet) => `triggerpoints:place:${location.pathname}:${id}:${item[0]?.id ?? ""}`;
