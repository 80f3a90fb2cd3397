/**
 * The way through a set: one question after the other, or in a round only those that are left.
 * Places are counted from 0; the end page stands after the last question.
 */
import { isLeft, type Standing } from "./state";

export interface Way {
  at: number;
  /** The places of a round, in order; null when all questions are on the way. */
  round: readonly number[] | null;
}

const left = (all: readonly Standing[]) => all.flatMap((one, at) => (isLeft(one) ? [at] : []));

/** Where a visitor goes on: the first question that is left, else the end page. */
export function resume(all: readonly Standing[]): Way {
  const places = left(all);
  const first = places[0] ?? all.length;
  return { at: first, round: places.length < all.length - first ? places : null };
}

export const toRound = (places: readonly number[]): Way => ({ at: places[0] ?? 0, round: places });

/** Any place; a round goes on when the place is in it. */
export const goTo = (way: Way, at: number): Way => ({ at, round: way.round?.includes(at) ? way.round : null });

export function next({ at, round }: Way, size: number): Way {
  if (!round) return { at: Math.min(at + 1, size), round };
  const later = round.find((place) => place > at);
  return later === undefined ? { at: size, round: null } : { at: later, round };
}

/** The place before, or null where there is none. */
export function previous({ at, round }: Way): Way | null {
  if (!round) return at > 0 ? { at: at - 1, round } : null;
  const earlier = round.filter((place) => place < at).at(-1);
  return earlier === undefined ? null : { at: earlier, round };
}
