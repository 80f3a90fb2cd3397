/** Zones: mark where pain is felt. Twin of `questions/types/zones.py`. */
import { parseSided } from "./parse";
import { describeRegions, reasonsFor, SpatialInput, type Verdicts } from "./spatial";
import type { FeedbackProps, InputProps, QuestionType, ScoringAtlas, ZonesItem } from "./types";
import { areaInWords, tally } from "./words";

const parse = (item: ZonesItem, response: unknown, atlas: ScoringAtlas) =>
  parseSided(item.id, response, "zone", atlas.zones);

/** Areas are added in sorted order of the sided ids, so that Python gets the same last bit. */
function area(marked: string[], atlas: ScoringAtlas): number {
  let total = 0;
  for (const zone of marked.sort()) total += atlas.zones[zone.slice(zone.indexOf(":") + 1)]?.area ?? 0;
  return total;
}

function fraction(item: ZonesItem, marked: string[], atlas: ScoringAtlas): number {
  const key = item.key ?? [];
  const both = key.filter((zone) => marked.includes(zone as string));
  return area([...new Set<string>(both)], atlas) / area([...new Set<string>([...key, ...marked])], atlas);
}

function inWords(item: ZonesItem, marked: string[], atlas: ScoringAtlas): string {
  const key: readonly string[] = item.key ?? [];
  const right = marked.filter((zone) => key.includes(zone)).length;
  const words = tally({ right, wrong: marked.length - right, of: key.length }, "zone", "zones");
  const overlap = fraction(item, marked, atlas);
  if (overlap === 1 || overlap === 0) return words;
  return `${words} ${areaInWords(overlap)}`;
}

function verdicts(item: ZonesItem, marked: string[]): Verdicts {
  const key = item.key ?? [];
  const found: Verdicts = new Map();
  for (const zone of key) found.set(zone, marked.includes(zone) ? "right" : "missed");
  for (const zone of marked) if (!found.has(zone)) found.set(zone, "wrong");
  return found;
}

const Input = (props: InputProps<ZonesItem>) => (
  <SpatialInput {...props} kind="zone" verdicts={verdicts} landmark={props.item.muscle} />
);

const Feedback = ({ item, response, atlas }: FeedbackProps<ZonesItem>) =>
  reasonsFor(item, "zone", verdicts(item, response as string[]), atlas, true);

export const zones: QuestionType<ZonesItem, string[]> = {
  parse,
  fraction,
  inWords,
  blank: "Mark at least one zone first.",
  instruction: () => "Mark zones in the list or on the figure; left and right are those of the body shown.",
  drawn: true,
  Input,
  Feedback,
  describe: (_item, marked, atlas) => describeRegions(marked, "zone", atlas),
};
