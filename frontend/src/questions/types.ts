/** What every question type shares: the records of a set, and the life of a response. */
import type { ComponentChildren, ComponentType } from "preact";
import type { AtlasData, Loaded, View } from "../atlas";
import type { Sided } from "../regions";

interface BaseItem {
  id: string;
  objective?: string;
  prompt: string;
  explain?: string;
  cite?: string[];
  points?: number;
  /** A mistake here can harm a person. */
  safety?: boolean;
  /** The id of the section of the chapter that answers it. */
  section?: string;
}
interface Option {
  id: string;
  text: string;
  correct?: boolean;
  /** Wrong, but on the safe side: more careful than it has to be. */
  careful?: boolean;
  feedback?: string;
}
export interface ChoiceItem extends BaseItem {
  type: "choice";
  options: Option[];
  multiple?: boolean;
}
export interface MusclesItem extends BaseItem {
  type: "muscles";
  key?: Sided[];
  sides?: "exact" | "either";
  /** It asks for one muscle: another pick takes the place of the first. */
  single?: boolean;
  view?: View;
  feedback?: Record<string, string>;
}
export interface ZonesItem extends BaseItem {
  type: "zones";
  key?: Sided[];
  muscle?: string;
  view?: View;
  feedback?: Record<string, string>;
}
export interface TextItem extends BaseItem {
  type: "text";
  rubric?: string[];
  model_answer?: string;
}
export type Item = ChoiceItem | MusclesItem | ZonesItem | TextItem;

export interface ItemSet {
  id: string;
  title: string;
  kind: "practice" | "graded";
  released?: boolean;
  introduction?: string;
  item: Item[];
}

/** A response of the wrong shape, or one that names an id that does not exist: one sentence. */
export class ResponseError extends Error {}

/** The part of the atlas that scoring needs, so that a test can give it a small one. */
export type ScoringAtlas = {
  muscles: Record<string, unknown>;
  zones: Record<string, { area: number }>;
};

export interface InputProps<I> {
  item: I;
  response: unknown;
  /** Take a new response; the second argument is what the status line says about it. */
  onResponse(response: unknown, message: string): void;
  /** After a check: nothing can be changed, and the answer is shown beside the response. */
  checked: boolean;
  loaded: Loaded;
  say(message: string): void;
}

export interface FeedbackProps<I> {
  item: I;
  response: unknown;
  atlas: AtlasData;
}

/** A question type: how a response is read and scored, how it is asked, and what is said afterwards. */
export interface QuestionType<I extends BaseItem, P extends { length: number }> {
  parse(item: I, response: unknown, atlas: ScoringAtlas): P;
  /** Share of the full mark, 0 to 1; null where a person marks. */
  fraction(item: I, parsed: P, atlas: ScoringAtlas): number | null;
  /** The score in words, such as "2 of 3 muscles". */
  inWords(item: I, parsed: P, atlas: ScoringAtlas): string;
  /** Not right, but only because it is more careful than it has to be. */
  tooCareful?(item: I, parsed: P): boolean;
  /** What a blank response lacks. */
  blank: string;
  /** How to answer, in one sentence. */
  instruction(item: I): string;
  /** The answer is drawn on a figure. */
  drawn?: boolean;
  Input: ComponentType<InputProps<I>>;
  Feedback: ComponentType<FeedbackProps<I>>;
  /** The response in plain words, for print and for summaries. */
  describe(item: I, parsed: P, atlas: AtlasData): ComponentChildren;
}
