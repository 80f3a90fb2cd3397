/** The atlas as the Python side writes it (`Atlas.as_dict()`), and how a widget gets hold of it. */
import type { Assets, ReadOn } from "./model";

export type View = "front" | "back" | "head_side" | "foot_sole" | "hand_palm";
export type Side = "left" | "right";
export const SIDES: readonly Side[] = ["left", "right"];
export const VIEWS: readonly View[] = ["front", "back", "head_side", "foot_sole", "hand_palm"];
/** Views of one part alone, shown larger. Most visitors never open them, so they are fetched when one does. */
export const INSETS: readonly View[] = ["foot_sole", "hand_palm"];
export const VIEW_NAMES: Record<View, string> = {
  front: "Front",
  back: "Back",
  head_side: "Side of head",
  foot_sole: "Sole of foot",
  hand_palm: "Palm of hand",
};
/** Whether a view shows the body from head to foot. */
export const isWholeBody = (view: View) => view === "front" || view === "back";

export interface Fact {
  text: string;
  sources: string[];
  note: string;
  how_sure: string;
}
interface Place {
  view: View;
  x: number;
  y: number;
}
export interface TriggerPoint {
  id: string;
  label: string;
  location: Fact;
  essential: string[];
  spillover: string[];
  places: Place[];
  pressed: boolean;
  referral_sources: string[];
  referral_note: string;
  referral_how_sure: string;
  imitators: Record<string, string[]>;
  caution: Fact | null;
}
export interface Muscle {
  id: string;
  latin_name: string;
  english_name: string;
  synonyms: string[];
  region: string;
  layer: "superficial" | "intermediate" | "deep";
  views: View[];
  origin: Fact;
  insertion: Fact;
  actions: Fact;
  innervation: Fact;
  trigger_points: TriggerPoint[];
  symptoms: Fact | null;
  palpation: Fact | null;
  stretch: Fact | null;
  cautions: Fact[];
  disagreement: string;
  essential: string[];
  spillover: string[];
}
export interface Zone {
  id: string;
  name: string;
  synonyms: string[];
  region: string;
  views: View[];
  description: string;
  area: number;
  hidden: boolean;
  warning: string;
}
export interface Reading {
  name: string;
  url: string;
  says: string;
}
export interface RedFlag {
  id: string;
  asked: "before" | "during" | "after";
  sign: string;
  detail: string;
  may_mean: string;
  /** Each asks one thing, and a yes points to danger. */
  questions: string[];
  /** What the therapist looks at or notes meanwhile; it is not said. */
  how_to_ask: string;
  action: "call_emergency" | "same_day_medical" | "stop_and_refer" | "modify_and_ask";
  say: string;
  zones: string[];
  sources: Reading[];
  note: string;
  /** How far sign and urgency were checked, as a sentence. */
  how_sure: string;
}
/** What an action is called: the heading of its signs, and what to do when one of them is there. */
export interface ActionWords {
  heading: string;
  to_do: string;
}
export interface EmergencyNumber {
  number: string;
  places: string;
  sources: Reading[];
}
export interface Source {
  id: string;
  title: string;
  url: string;
}
export interface AtlasData {
  muscles: Record<string, Muscle>;
  zones: Record<string, Zone>;
  red_flags: Record<string, RedFlag>;
  sources: Record<string, Source>;
  /** Views that show a muscle or a trigger point (by its id) and its pain, the best first. */
  best_views: Record<string, View[]>;
  actions: Record<RedFlag["action"], ActionWords>;
  emergency_numbers?: EmergencyNumber[];
  reviewed_by_clinician?: string | null;
}
export interface Loaded {
  atlas: AtlasData;
  /** Where the book has the record of a muscle, by its id. */
  pages?: Record<string, string>;
  /** What the book has to read for those who have said where it hurts. */
  readOn?: readonly ReadOn[];
  /** SVG text by view: empty where it could not be loaded; an inset is there once somebody wanted it. */
  figures: Partial<Record<View, string>>;
  /** Ask for insets that are not there yet; `onArrival` hears of each. Without it there is nothing more to come. */
  want?(views: readonly View[]): void;
  /** Call back when a drawing was added to `figures`, until the function that comes back is called. */
  onArrival(listener: () => void): () => void;
}

/** Whether a view can be shown, now or once it is fetched. */
export const canShow = ({ figures, want }: Pick<Loaded, "figures" | "want">, view: View): boolean =>
  Boolean(figures[view] ?? (want && INSETS.includes(view)));

/** For what shows and asks nothing of the body. */
export const NOTHING_LOADED: Loaded = {
  atlas: {
    muscles: {}, zones: {}, red_flags: {}, sources: {}, best_views: {},
    actions: {} as AtlasData["actions"],
  },
  figures: {},
  onArrival: () => () => undefined,
};

const cache = new Map<string, Promise<Loaded>>();

/** Return the atlas and its figures; from `base` they are fetched once a page. Rejects with one sentence. */
export function loadAtlas(assets: Assets): Promise<Loaded> {
  if (assets.atlas)
    return Promise.resolve({ atlas: assets.atlas, figures: assets.figures ?? {}, onArrival: () => () => undefined });
  if (!assets.base) return Promise.reject(new Error("the page does not say where the atlas is."));
  const base = new URL(assets.base.replace(/\/?$/, "/"), document.baseURI).href;
  const version = assets.version ? `?v=${encodeURIComponent(assets.version)}` : "";
  let found = cache.get(base + version);
  if (!found) {
    found = fetchAll(base, version);
    cache.set(base + version, found);
    found.catch(() => cache.delete(base + version));
  }
  return found;
}

async function fetchAll(base: string, version: string): Promise<Loaded> {
  const get = async (name: string) => {
    const answer = await fetch(base + name + version);
    if (!answer.ok) throw new Error(`${name} could not be loaded (${answer.status}).`);
    return answer;
  };
  // Without a drawing the list and the words still do everything.
  const drawing = (view: View) => get(`${view}.svg`).then((answer) => answer.text(), () => "");
  const first = VIEWS.filter((view) => !INSETS.includes(view));
  const [atlas, ...drawings] = await Promise.all([
    get("atlas.json").then((answer) => answer.json() as Promise<AtlasData>),
    ...first.map(drawing),
  ]);
  const figures: Loaded["figures"] = Object.fromEntries(first.map((view, at) => [view, drawings[at]]));
  const asked = new Set<View>(first);
  const listeners = new Set<() => void>();
  return {
    atlas,
    figures,
    want(views) {
      for (const view of views.filter((one) => !asked.has(one))) {
        asked.add(view);
        void drawing(view).then((text) => {
          figures[view] = text;
          for (const listener of listeners) listener();
        });
      }
    },
    onArrival(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
