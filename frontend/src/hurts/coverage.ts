/** What the atlas does not hold yet, read off the atlas itself: no answer must look like knowledge. */
import type { AtlasData } from "../atlas";
import { listed } from "../prose";
import { regions } from "../regions";

export interface Coverage {
  /** The body parts whose muscles are recorded, in words. */
  parts: string;
  /** How many zones no recorded muscle refers pain to. */
  missing: number;
  /** Whether a recorded muscle refers pain to a zone (an id without a side). */
  covers(zone: string): boolean;
}

export function coverage(atlas: AtlasData): Coverage {
  const muscles = Object.values(atlas.muscles);
  const zones = new Set(muscles.flatMap((muscle) => [...muscle.essential, ...muscle.spillover]));
  return {
    parts: listed([...new Set(regions(atlas, "muscle").map((region) => region.part))]),
    missing: Object.keys(atlas.zones).filter((id) => !zones.has(id)).length,
    covers: (zone) => zones.has(zone),
  };
}
