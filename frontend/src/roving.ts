/** Which region the arrow keys go to: pure geometry over the middles of what is on the screen. */
export interface Spot {
  key: string;
  x: number;
  y: number;
}
export type Direction = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight";

const VECTORS: Record<Direction, readonly [number, number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};
// Sideways distance counts more, so that an arrow prefers what lies straight ahead.
const SIDEWAYS = 2;

/** Return the nearest spot in a direction, within 45 degrees of it if there is one; else undefined. */
export function neighbour(from: Spot, spots: readonly Spot[], direction: Direction): Spot | undefined {
  const [dx, dy] = VECTORS[direction];
  let best: { spot: Spot; cost: number } | undefined;
  for (const spot of spots) {
    const ahead = (spot.x - from.x) * dx + (spot.y - from.y) * dy;
    const aside = Math.abs((spot.x - from.x) * dy) + Math.abs((spot.y - from.y) * dx);
    if (spot === from || ahead <= 0.5) continue;
    const cost = ahead + SIDEWAYS * aside + (aside > ahead ? 1e6 : 0);
    if (!best || cost < best.cost) best = { spot, cost };
  }
  return best?.spot;
}

/** Return the index of the first entry of the next or previous body part, staying inside the list. */
export function otherPart(parts: readonly string[], at: number, step: 1 | -1): number {
  let to = at;
  while (parts[to] === parts[at] && to + step >= 0 && to + step < parts.length) to += step;
  if (parts[to] === parts[at]) return at;
  while (to > 0 && parts[to - 1] === parts[to]) to -= 1;
  return to;
}
