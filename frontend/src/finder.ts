/** Twin of `triggerpoints/atlas/_finder.py`: the same rule, the same order, the same sentences. */
import type { AtlasData, Muscle, RedFlag } from "./atlas";

const ESSENTIAL = 2;
const SPILLOVER = 1;

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
  const chosen = [...new Set(zones)];
  for (const zone of chosen) if (!Object.hasOwn(atlas.zones, zone)) throw new Error(`there is no zone '${zone}'`);
  const flags = Object.values(atlas.red_flags).filter(
    (flag) => flag.zones.length === 0 || flag.zones.some((zone) => chosen.includes(zone)),
  );
  flags.sort((a, b) => Number(a.zones.length === 0) - Number(b.zones.length === 0));
  const ranked = Object.values(atlas.muscles).flatMap((muscle) => {
    const essential = chosen.filter((zone) => muscle.essential.includes(zone));
    const spillover = chosen.filter((zone) => muscle.spillover.includes(zone));
    if (!essential.length && !spillover.length) return [];
    const score = ESSENTIAL * essential.length + SPILLOVER * spillover.length;
    const breadth = muscle.essential.length + muscle.spillover.length;
    const why = reason(atlas, muscle, essential, spillover);
    const candidate: Candidate = { id: muscle.id, score, essential: essential.length > 0, why };
    return [{ rank: [-score, -essential.length, breadth], candidate }];
  });
  ranked.sort((a, b) => compare(a.rank, b.rank));
  return { red_flags: flags, muscles: ranked.map((entry) => entry.candidate) };
}

function compare(a: number[], b: number[]): number {
  for (const [at, value] of a.entries()) if (value !== b[at]) return value - (b[at] ?? 0);
  return 0;
}

function reason(atlas: AtlasData, muscle: Muscle, essential: string[], spillover: string[]): string {
  const parts = [];
  for (const [zones, word] of [[essential, "essential"], [spillover, "spillover"]] as const)
    if (zones.length) parts.push(`${word}: ${zones.map((zone) => atlas.zones[zone]?.name).join(", ")}`);
  return `${muscle.english_name} is described as referring pain here (${parts.join("; ")}).`;
}
