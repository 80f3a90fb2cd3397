/** The atlas as the Python side writes it (`Atlas.as_dict()`), and how a widget gets hold of it. */
import type { Assets } from "./model";

export type View = "front" | "back" | "head_side";
export type Side = "left" | "right";
export const SIDES: readonly Side[] = ["left", "right"];
export const VIEWS: readonly View[] = ["front", "back", "head_side"];
export const VIEW_NAMES: Record<View, string> = { front: "Front", back: "Back", head_side: "Side of head" };

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
  emergency_numbers?: EmergencyNumber[];
  reviewed_by_clinician?: string | null;
}
export interface Loaded {
  atlas: AtlasData;
  figures: Partial<Record<View, string>>;
}

const cache = new Map<string, Promise<Loaded>>();

/** Return the atlas and its figures; from `base` they are fetched once a page. Rejects with one sentence. */
export function loadAtlas(assets: Assets): Promise<Loaded> {
  if (assets.atlas) return Promise.resolve({ atlas: assets.atlas, figures: assets.figures ?? {} });
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
  const [atlas, ...drawings] = await Promise.all([
    get("atlas.json").then((answer) => answer.json() as Promise<AtlasData>),
    // Without a drawing the list and the words still do everything.
    ...VIEWS.map((view) => get(`${view}.svg`).then((answer) => answer.text(), () => "")),
  ]);
  return { atlas, figures: Object.fromEntries(VIEWS.map((view, at) => [view, drawings[at]])) };
}
