/** Two muscles beside each other, in words: only what the atlas says of each, and where the two agree. */
import type { AtlasData, Fact, Muscle } from "../atlas";

/** A pain area of one muscle, and what it is for the other one. */
export interface Area {
  name: string;
  /** Empty where the other muscle has no pain there. */
  shared: string;
}

/** The areas of one muscle, those that both have first. */
export function areas(own: readonly string[], other: Muscle, kind: "essential" | "spillover", atlas: AtlasData): Area[] {
  const unlike = kind === "essential" ? "spillover" : "essential";
  const all = own.map((zone) => {
    const shared = other[kind].includes(zone) ? SHARED : other[unlike].includes(zone) ? UNLIKE[unlike] : "";
    return { name: atlas.zones[zone]?.name ?? zone, shared };
  });
  return [SHARED, UNLIKE[unlike], ""].flatMap((wanted) => all.filter(({ shared }) => shared === wanted));
}
const SHARED = "shared";
const UNLIKE = { essential: "shared: there the main area", spillover: "shared: there only sometimes" };

const zonesOf = (muscle: Muscle) => [...muscle.essential, ...muscle.spillover];

/** Names of the areas of both muscles, and of one of them alone. */
export function overlap([a, b]: readonly [Muscle, Muscle], atlas: AtlasData) {
  const names = (zones: readonly string[]) => zones.map((zone) => atlas.zones[zone]?.name ?? zone);
  const [first, second] = [zonesOf(a), zonesOf(b)];
  return {
    both: names(first.filter((zone) => second.includes(zone))),
    only: [names(first.filter((zone) => !second.includes(zone))), names(second.filter((zone) => !first.includes(zone)))] as const,
  };
}

/** What is said of the certainty of a muscle's pain areas: each wording once, with all of its sources. */
export function certainty(muscle: Muscle): Pick<Fact, "how_sure" | "sources">[] {
  const found = new Map<string, Set<string>>();
  for (const point of muscle.trigger_points) {
    const sources = found.get(point.referral_how_sure) ?? new Set();
    found.set(point.referral_how_sure, new Set([...sources, ...point.referral_sources]));
  }
  return [...found].map(([how_sure, sources]) => ({ how_sure, sources: [...sources] }));
}
