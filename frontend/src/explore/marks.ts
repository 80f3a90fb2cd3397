/** What of a muscle is marked on a drawing, and what the legend has to say of it. */
import type { Muscle, Side, TriggerPoint } from "../atlas";
import { type Layer, type Mark, pathKey } from "../map/drawing";
import type { PointMark } from "../map/overlay";
import { sided } from "../regions";

/** The muscle and its pain areas, or those of one of its points. */
export function marksOf(muscle: Muscle, point: TriggerPoint | undefined, side: Side): Map<string, Mark> {
  const { essential, spillover } = point ?? muscle;
  const marks = new Map<string, Mark>([[pathKey("muscle", sided(side, muscle.id)), "chosen"]]);
  for (const zone of spillover) marks.set(pathKey("zone", sided(side, zone)), "spillover");
  for (const zone of essential) marks.set(pathKey("zone", sided(side, zone)), "essential");
  return marks;
}

export function pointMarks(muscle: Muscle, chosen: TriggerPoint | undefined, side: Side): PointMark[] {
  return muscle.trigger_points.flatMap((point) =>
    point.places.map((place) => ({
      ...place,
      id: point.id,
      name: point.label,
      side,
      pressed: point.pressed,
      chosen: chosen?.id === point.id,
      dimmed: chosen !== undefined && chosen.id !== point.id,
    })),
  );
}

/** The layer of the figure that shows a muscle. */
export const layerOf = (muscle: Muscle): Layer => (muscle.layer === "superficial" ? "superficial" : "deep");

/** What is drawn of some muscles; `covered` says that a pain area lies over one of them. */
export function legendOf(muscles: readonly Muscle[], covered: boolean) {
  const placed = muscles.flatMap((muscle) => muscle.trigger_points).filter((point) => point.places.length > 0);
  return [
    "chosen" as const,
    ...(covered ? (["under"] as const) : []),
    ...(placed.some((point) => point.pressed) ? (["point"] as const) : []),
    ...(placed.some((point) => !point.pressed) ? (["shown"] as const) : []),
    ...(muscles.some((muscle) => muscle.essential.length) ? (["essential"] as const) : []),
    ...(muscles.some((muscle) => muscle.spillover.length) ? (["spillover"] as const) : []),
  ];
}
