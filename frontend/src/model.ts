/** What a host gives us: the part of the anywidget model that we use, and the traits we read from it. */
import type { Look } from "./address/shown";
import type { AtlasData, View } from "./atlas";
import type { ItemSet } from "./questions/types";

export interface Model {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  save_changes(): void;
  on(event: string, callback: () => void): void;
  off(event: string, callback: () => void): void;
}

/** A page of the book, and the ids of the zones for which it is meant; with none, for all of them. */
export interface ReadOn {
  title: string;
  url: string;
  zones: string[];
}

/** Where the atlas comes from: inlined (Jupyter, answer page) or a folder of the site (`base`). */
export interface Assets {
  atlas?: AtlasData | null;
  figures?: Partial<Record<View, string>> | null;
  base?: string | null;
  /** Added to the addresses in `base`, so that a browser never mixes two versions of the site. */
  version?: string | null;
  /** For a body map in a book: where the book has the record of a muscle, by its id. */
  pages?: Record<string, string> | null;
  /** For a body map in a book: what to read once it is known where it hurts. */
  read_on?: ReadOn[] | null;
  /** For a quiz: what its citation keys stand for. */
  citations?: Citations | null;
}

/** `url` is empty where there is nothing to link to. */
export type Citations = Record<string, { label: string; url: string }>;

export interface BodyMapProps {
  mode?: "explore" | "hurts";
  muscle?: string | null;
  /** Zone ids, with a side (`"left:neck_back"`) or without one, which means both sides. */
  zones?: string[];
  view?: View | null;
  /** How the figure is looked at first, such as enlarged on one part of the body. */
  look?: Look | null;
}

export interface QuizProps {
  set: ItemSet;
  judged?: boolean;
  /** `check`: small, inside the text of a page, without a way through and without an end. */
  layout?: "single" | "column" | "check";
  /** The number of the first question, where others of its set stand further up the page. */
  start?: number;
  /** One sentence from the host about the answers file, such as that an unreadable one was set aside. */
  notice?: string;
}
