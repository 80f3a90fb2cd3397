/** How far each question is: the overview, the end page and the way through a set go by it. */
import { score, typeOf } from "../questions";
import type { Item, ScoringAtlas } from "../questions/types";
import type { Answer, Answers } from "./answers";

export type State = "open" | "started" | "answered" | "correct" | "partial" | "incorrect" | "compared" | "unknown";

export const WORDS: Record<State, string> = {
  open: "not answered",
  started: "not checked yet",
  answered: "answered",
  correct: "right",
  partial: "partly right",
  incorrect: "not right",
  compared: "compared",
  unknown: "cannot be shown",
};
export const ICONS: Record<State, string> = {
  open: "", started: "…", answered: "●", correct: "✓", partial: "◐", incorrect: "✗", compared: "●", unknown: "?",
};

/** A question as it stands. `points` is null where a person marks, or where there is no verdict. */
export interface Standing {
  item: Item;
  state: State;
  points: number | null;
  /** Not right, but on the safe side. */
  careful?: boolean;
}

export function standing(item: Item, answer: Answer | undefined, judged: boolean, atlas: ScoringAtlas): Standing {
  const plain = (state: State): Standing => ({ item, state, points: null });
  if (!typeOf(item)) return plain("unknown");
  try {
    const { status, fraction, careful } = score(item, answer?.response, atlas);
    if (status === "blank") return plain("open");
    if (!judged) return plain("answered");
    if (!answer?.answered_at) return plain("started");
    if (status === "ungraded" || fraction === null) return plain("compared");
    return { item, state: status, points: fraction * (item.points ?? 1), careful };
  } catch {
    return plain("open");
  }
}

export const standings = (items: readonly Item[], answers: Answers, judged: boolean, atlas: ScoringAtlas) =>
  items.map((item) => standing(item, answers[item.id], judged, atlas));

/** Still to do: not answered, or in practice not checked. */
export const isLeft = ({ state }: Standing) => state === "open" || state === "started";
export const isDone = (one: Standing) => !isLeft(one) && one.state !== "unknown";
export const isMissed = ({ state }: Pick<Standing, "state">) => state === "partial" || state === "incorrect";

/** A mistake in a question of safety that could harm a person; being too careful is none. */
export const isUnsafe = (one: Standing) => Boolean(one.item.safety) && isMissed(one) && !one.careful;

/** Points as a person reads them, to one decimal; less than full never reads as full, more than nothing never as nothing. */
export function inPoints(points: number, of: number): string {
  const rounded = Math.round(points * 10) / 10;
  const shown = points < of && rounded >= of ? of - 0.1 : points > 0 && rounded === 0 ? 0.1 : rounded;
  const number = (value: number) => String(Math.round(value * 10) / 10);
  return `${number(shown)} of ${number(of)} ${of === 1 ? "point" : "points"}`;
}
