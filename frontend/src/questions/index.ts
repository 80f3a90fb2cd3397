/** The question types, by the `type` of an item; to add one, write its module and name it here. */
import { choice } from "./choice";
import { muscles } from "./muscles";
import { text } from "./text";
import type { Item, QuestionType, ScoringAtlas } from "./types";
import { zones } from "./zones";

// Each type is typed by its own item; the table erases that, and `typeOf` is its only reader.
type AnyType = QuestionType<Item, string | string[]>;
const TYPES = { choice, muscles, text, zones } as unknown as Record<string, AnyType>;

export const typeOf = (item: Item): AnyType | undefined =>
  Object.hasOwn(TYPES, item.type) ? TYPES[item.type] : undefined;

export type Status = "correct" | "partial" | "incorrect" | "blank" | "ungraded";
export interface Result {
  fraction: number | null;
  status: Status;
  words: string;
  /** Not right, but only because it is more careful than it has to be. */
  careful: boolean;
}

/** Twin of `questions/_score.py`. Throws ResponseError for a response of the wrong shape. */
export function score(item: Item, response: unknown, atlas: ScoringAtlas): Result {
  const type = typeOf(item);
  if (!type) throw new Error(`item '${item.id}' is of the type '${item.type}', which is not known here`);
  const parsed = type.parse(item, response, atlas);
  if (!parsed.length) return { fraction: 0, status: "blank", words: "", careful: false };
  const fraction = type.fraction(item, parsed, atlas);
  const words = type.inWords(item, parsed, atlas);
  if (fraction === null) return { fraction, status: "ungraded", words, careful: false };
  const status = fraction === 1 ? "correct" : fraction > 0 ? "partial" : "incorrect";
  return { fraction, status, words, careful: type.tooCareful?.(item, parsed) ?? false };
}
