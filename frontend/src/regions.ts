/** What can be chosen on the body, in one order for the list and the figure: head to toe, part by part. */
import type { AtlasData, Side } from "./atlas";
import { SIDES } from "./atlas";

export type Kind = "muscle" | "zone";
export interface Region {
  id: string;
  name: string;
  /** The body part whose heading it stands under. */
  part: string;
  /** Its everyday name, for places without room. */
  short: string;
  /** Other words a search should find it by, and, worth less, its description. */
  words: string;
  more: string;
  /** Where the pain of a muscle is described: a search finds it by these places too. */
  pain: readonly { name: string; words: string }[];
}

const HEAD_TO_TOE = [
  "head", "neck", "shoulder", "upper back", "mid back", "low back", "chest", "abdomen", "trunk",
  "arm", "forearm", "hand", "arm and hand", "hip", "thigh", "leg", "foot", "leg and foot",
];

/** Return every region of a kind, head to toe; within a body part, in the order of the atlas. */
export function regions(atlas: AtlasData, kind: Kind): Region[] {
  const all: Region[] =
    kind === "muscle"
      ? Object.values(atlas.muscles).map((muscle) => ({
          id: muscle.id,
          name: muscle.english_name,
          part: muscle.region,
          short: muscle.english_name,
          words: [muscle.latin_name, ...muscle.synonyms].join(" "),
          more: "",
          pain: muscle.essential.flatMap((id) => {
            const zone = atlas.zones[id];
            return zone ? [{ name: zone.name, words: [zone.name, ...zone.synonyms].join(" ") }] : [];
          }),
        }))
      : Object.values(atlas.zones).map((zone) => ({
          id: zone.id,
          name: zone.name,
          part: zone.region,
          short: zone.synonyms[0] ?? zone.name,
          words: zone.synonyms.join(" "),
          more: zone.description,
          pain: [],
        }));
  const place = (region: Region) => {
    const at = HEAD_TO_TOE.indexOf(region.part);
    return at < 0 ? HEAD_TO_TOE.length : at;
  };
  return all.sort((a, b) => place(a) - place(b));
}

export type Sided = `${Side}:${string}`;

export const sided = (side: Side, id: string): Sided => `${side}:${id}`;

/** Split `"left:neck_back"` into its side and id. */
export function split(key: string): { side: Side; id: string } {
  const at = key.indexOf(":");
  return { side: key.slice(0, at) as Side, id: key.slice(at + 1) };
}

/** Name of a sided region as the list, the figure and the status line all say it. */
export const sidedName = (region: Region, side: Side) => `${region.name}, ${side}`;

/** Give a plain id both sides; leave a sided one as it is. */
export function withSides(key: string): Sided[] {
  return key.includes(":") ? [key as Sided] : SIDES.map((side) => sided(side, key));
}
