/**
 * What a body map shows as the fragment of an address, and back:
 * `#explore=infraspinatus&point=T09&side=left&view=back&layer=superficial` or `#hurts=left:ear,left:face_jaw&view=front`.
 *
 * No heading of a page can have such a name, since ids of the book hold no "=". A page with several maps adds `map=2`.
 * A fragment is typed or sent by anyone: what is not known here is left out, and said.
 */
import { type AtlasData, SIDES, type View, VIEWS } from "../atlas";
import { MOST } from "../map/camera";
import type { Layer } from "../map/drawing";
import type { Spot } from "../map/shape";
import { split, withSides } from "../regions";
import type { Look, Shown } from "./shown";

const LAYERS: readonly Layer[] = ["superficial", "deep"];

export interface Arrival {
  shown: Shown;
  look: Look;
  /** What the link names and this atlas does not have, in words. */
  missing: string[];
}

/** Return the fragment for map number `place` of its page, from 1. */
export function toHash(shown: Shown, look: Look, place: number): string {
  const { mode, muscle, point, side, zones, pair } = shown;
  const first = pair ? pair[0] : muscle;
  const exploring = mode === "explore" || pair !== null;
  const parts: [string, string | undefined | null | false][] = exploring
    ? [
        ["explore", first ?? ""],
        ["compare", pair?.[1]],
        ["point", first === muscle && point],
        ["side", first && side],
        ["zones", zones.join()],
      ]
    : [["hurts", zones.join()]];
  parts.push(["view", look.view], ["layer", exploring && look.layer], ["whole", look.whole === undefined ? null : `${Number(look.whole)}`]);
  if (look.scale && look.scale > 1) {
    parts.push(["zoom", short(look.scale)]);
    for (const view of VIEWS) {
      const at = look.centres?.[view];
      if (at) parts.push([`at_${view}`, `${short(at.x)},${short(at.y)}`]);
    }
  }
  parts.push(["map", place > 1 && `${place}`]);
  return `#${parts.flatMap(([name, value], at) => (value || at === 0 ? [`${name}=${value}`] : [])).join("&")}`;
}

const short = (number: number) => `${Number(number.toFixed(2))}`;

/** Return what a fragment asks map number `place` to show; undefined when it means something else. */
export function fromHash(hash: string, atlas: AtlasData, place: number): Arrival | undefined {
  const mode = /^#(explore|hurts)=/.exec(hash)?.[1] as Shown["mode"] | undefined;
  const given = new URLSearchParams(hash.slice(1));
  if (!mode || Number(given.get("map") ?? 1) !== place) return undefined;
  const missing = new Set<string>();
  /** Read one value with `known`; what it does not know is left out. */
  const read = <T>(name: string, words: string, known: (text: string) => T | undefined): T | undefined => {
    const text = given.get(name);
    if (!text) return undefined;
    const value = known(text);
    if (value === undefined) missing.add(words);
    return value;
  };
  const among = <T extends string>(all: readonly T[]) => (text: string) => all.find((one) => one === text);
  const inAtlas = (id: string) => (Object.hasOwn(atlas.muscles, id) ? id : undefined);

  const muscle = (mode === "explore" && read("explore", "muscle", inAtlas)) || null;
  const points = muscle ? atlas.muscles[muscle]!.trigger_points.map((one) => one.id) : undefined;
  const other = muscle && read("compare", "muscle to compare with", inAtlas);
  const zones = (given.get(mode === "hurts" ? "hurts" : "zones") ?? "").split(",").filter(Boolean).flatMap(withSides);
  const known = zones.filter((key) => {
    const { side, id } = split(key);
    return SIDES.includes(side) && Object.hasOwn(atlas.zones, id);
  });
  if (known.length < zones.length) missing.add("area");
  const shown: Shown = {
    mode,
    muscle,
    point: (points && read("point", "point", among(points))) ?? null,
    side: read("side", "side", among(SIDES)) ?? (known[0] ? split(known[0]).side : "left"),
    zones: [...new Set(known)],
    pair: muscle && other && other !== muscle ? [muscle, other] : null,
  };
  const scale = read("zoom", "enlarged part", (text) => within(Number(text), 1, MOST));
  const centres: Partial<Record<View, Spot>> = {};
  for (const view of VIEWS) {
    const at = scale && read(`at_${view}`, "enlarged part", spot);
    if (at) centres[view] = at;
  }
  const whole = read("whole", "part of the body", among(["1", "0"]));
  const look: Look = {
    view: read("view", "view", among(VIEWS)),
    layer: read("layer", "layer", among(LAYERS)),
    whole: whole === undefined ? undefined : whole === "1",
    scale,
    centres,
  };
  return { shown, look, missing: [...missing] };
}

const within = (number: number, least: number, most: number) => (number >= least && number <= most ? number : undefined);

function spot(text: string): Spot | undefined {
  const [x, y, more] = text.split(",").map(Number);
  return more === undefined && Number.isFinite(x) && Number.isFinite(y) ? { x: x!, y: y! } : undefined;
}

/** The sentence about what a link names in vain; its own words are not repeated, since anyone may have written them. */
export const leftOut = (missing: readonly string[]) =>
  missing.length ? `Part of the link is not known here and was left out: ${missing.join(", ")}.` : "";
