/** Twin of `triggerpoints/atlas/_finder.py`: the same rule, the same order, the same words. */
import type { AtlasData, RedFlag } from "./atlas";

const ESSENTIAL = 2;
const SPILLOVER = 1;
/** What a red flag asks for, the most urgent first. */
export const URGENCY: readonly RedFlag["action"][] = ["call_emergency", "same_day_medical", "stop_and_refer", "modify_and_ask"];

export interface Candidate {
  id: string;
  score: number;
  essential: boolean;
  why: string;
}
export interface Finding {
  red_flags: RedFlag[];
  muscles: Candidate[];
}

/** Return red flags and candidate muscles for `zones` (ids without a side). Throws for an unknown zone. */
export function find(atlas: AtlasData, zones: readonly string[]): Finding {
  return { red_flags: redFlags(atlas, zones), muscles: candidates(atlas, zones) };
}

/** Return the signs to ask for, the most urgent first. Throws for an unknown zone. */
export function redFlags(atlas: AtlasData, zones: readonly string[]): RedFlag[] {
  const chosen = checked(atlas, zones);
  const flags = Object.values(atlas.red_flags).filter(
    (flag) => flag.asked === "before" && (!flag.zones.length || flag.zones.some((zone) => chosen.includes(zone))),
  );
  const place = (flag: RedFlag) => [URGENCY.indexOf(flag.action), Number(!flag.zones.length)];
  return flags.sort((a, b) => compare(place(a), place(b)));
}

/** Return the muscles described as referring pain to `zones`, most matching areas first. Throws for an unknown zone. */
export function candidates(atlas: AtlasData, zones: readonly string[]): Candidate[] {
  const chosen = checked(atlas, zones);
  const ranked = Object.values(atlas.muscles).flatMap((muscle) => {
    const essential = chosen.filter((zone) => muscle.essential.includes(zone));
    const spillover = chosen.filter((zone) => muscle.spillover.includes(zone));
    if (!essential.length && !spillover.length) return [];
    const score = ESSENTIAL * essential.length + SPILLOVER * spillover.length;
    const breadth = muscle.essential.length + muscle.spillover.length;
    const why = reason(atlas, essential, spillover);
    const candidate: Candidate = { id: muscle.id, score, essential: essential.length > 0, why };
    return [{ rank: [-score, -essential.length, breadth], candidate }];
  });
  ranked.sort((a, b) => compare(a.rank, b.rank));
  return ranked.map((entry) => entry.candidate);
}

function checked(atlas: AtlasData, zones: readonly string[]): string[] {
  const chosen = [...new Set(zones)];
  for (const zone of chosen) if (!Object.hasOwn(atlas.zones, zone)) throw new Error(`there is no zone '${zone}'`);
  return chosen;
}

function compare(a: number[], b: number[]): number {
  for (const [at, value] of a.entries()) if (value !== b[at]) return value - (b[at] ?? 0);
  return 0;
}

function reason(atlas: AtlasData, essential: string[], spillover: string[]): string {
  const name = (zone: string) => {
    const words = atlas.zones[zone]?.name ?? zone;
    return words.slice(0, 1).toLowerCase() + words.slice(1);
  };
  const parts = [];
  for (const [zones, words] of [[essential, "main area"], [spillover, "sometimes also"]] as const)
    if (zones.length) parts.push(`${words}: ${zones.map(name).join(", ")}`);
  return parts.join("; ");
}
