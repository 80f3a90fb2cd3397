/** Where to look for what the view at hand does not show. */
import type { View } from "../atlas";
import { type Sided, split } from "../regions";
import { type Drawing, type Mark, pathKey } from "./drawing";
import { gap, linesOf } from "./shape";

export interface Elsewhere {
  key: Sided;
  view: View;
}
/** Marks that no part of the picture shows. */
export interface Hidden {
  /** Other views with pain or verdicts. */
  pain: View[];
  /** The picture shows nothing of the essential area. */
  only: boolean;
  /** Other views with the chosen muscle, when pain is marked and the picture does not show the muscle. */
  muscle: View[];
}
type Drawn = { view: View; paths: Pick<Drawing["paths"], "has"> };
const TOUCH = 4; // units of the drawing between outlines that count as touching
const MOST = 3;

/** Zones of the same side that touch `key` in another view and are not drawn in `view` at all. */
export function neighbours(drawings: readonly Drawing[], key: Sided, view: View): Elsewhere[] {
  const here = drawings.find((drawing) => drawing.view === view);
  const found = new Map<Sided, View>();
  for (const drawing of drawings) {
    const own = drawing === here ? undefined : drawing.paths.get(pathKey("zone", key));
    if (!own || !here) continue;
    const lines = own.flatMap(linesOf);
    for (const [full, paths] of drawing.paths) {
      const other = full.slice(full.indexOf(":") + 1) as Sided;
      if (!full.startsWith("zone:") || other === key || split(other).side !== split(key).side) continue;
      if (here.paths.has(full) || found.has(other)) continue;
      if (gap(lines, paths.flatMap(linesOf)) < TOUCH) found.set(other, drawing.view);
    }
  }
  return [...found].slice(0, MOST).map(([other, seen]) => ({ key: other, view: seen }));
}

/** Where to see the marks that `visible`, a part of `drawings`, does not show. */
export function hidden(drawings: readonly Drawn[], visible: readonly Drawn[], marks: ReadonlyMap<string, Mark>): Hidden {
  const keys = (wanted: (mark: Mark) => boolean) => [...marks].flatMap(([key, mark]) => (wanted(mark) ? [key] : []));
  const shows = (drawing: Drawn, some: string[]) => some.some((key) => drawing.paths.has(key));
  const unseen = (some: string[]) => some.length > 0 && !visible.some((drawing) => shows(drawing, some));
  const others = (some: string[]) =>
    drawings.filter((drawing) => !visible.includes(drawing) && shows(drawing, some)).map((drawing) => drawing.view);
  const pain = keys((mark) => mark !== "chosen" && mark !== "landmark");
  const chosen = keys((mark) => mark === "chosen");
  return {
    pain: others(pain),
    only: unseen(keys((mark) => mark === "essential")),
    muscle: pain.length && unseen(chosen) ? others(chosen) : [],
  };
}

/** Ids of the zones that are drawn from the side only, so that front and back do not show them. */
export function onlyFromTheSide(drawings: readonly Drawing[]): string[] {
  const ids = (wanted: (view: View) => boolean) =>
    new Set(
      drawings
        .filter((drawing) => wanted(drawing.view))
        .flatMap((drawing) => [...drawing.paths.keys()])
        .flatMap((full) => (full.startsWith("zone:") ? [full.slice(full.lastIndexOf(":") + 1)] : [])),
    );
  const facing = ids((view) => view !== "head_side");
  return [...ids((view) => view === "head_side")].filter((id) => !facing.has(id));
}
