/** Where to look for what the view at hand does not show. */
import { INSETS, type View } from "../atlas";
import { type Sided, split } from "../regions";
import { boxesOf, type Mark, outlines, pathKey, type Plan } from "./drawing";
import type { Drawn } from "./drawings";
import { gap, near } from "./shape";

export interface Elsewhere {
  key: Sided;
  view: View;
}
/** Marks in other views than those in the picture. */
export interface Hidden {
  /** Views with pain and with the chosen muscle itself, with the muscle alone, and with pain alone. */
  both: View[];
  muscle: View[];
  pain: View[];
  /** Views with verdicts on an answer. */
  verdicts: View[];
  /** Whether the picture shows the muscle, and something of its essential area. */
  seen: { muscle: boolean; pain: boolean };
}
const PAIN: readonly Mark[] = ["essential", "spillover"];
const VERDICTS: readonly Mark[] = ["right", "missed", "wrong"];
const TOUCH = 4; // units of the drawing between outlines that count as touching
const MOST = 3;

/** Zones of the same side that touch `key` in another view and are not drawn in `view` at all. */
export function neighbours(plans: readonly Plan[], key: Sided, view: View): Elsewhere[] {
  const here = plans.find((plan) => plan.view === view);
  const found = new Map<Sided, View>();
  for (const plan of plans) {
    const own = pathKey("zone", key);
    if (!here || plan === here || !plan.paths.has(own)) continue;
    const close = (full: string) =>
      boxesOf(plan, [own]).some((a) => boxesOf(plan, [full]).some((b) => near(a, b, TOUCH))) &&
      gap(outlines(plan, own), outlines(plan, full)) < TOUCH;
    for (const full of plan.paths.keys()) {
      const other = full.slice(full.indexOf(":") + 1) as Sided;
      if (!full.startsWith("zone:") || other === key || split(other).side !== split(key).side) continue;
      if (here.paths.has(full) || found.has(other)) continue;
      if (close(full)) found.set(other, plan.view);
    }
  }
  return [...found].slice(0, MOST).map(([other, seen]) => ({ key: other, view: seen }));
}

/** Where to see the marks that `visible`, a part of `all`, does not show. */
export function hidden(all: readonly Drawn[], visible: readonly Drawn[], marks: ReadonlyMap<string, Mark>): Hidden {
  const keys = (wanted: readonly Mark[]) => [...marks].flatMap(([key, mark]) => (wanted.includes(mark) ? [key] : []));
  const shows = ({ paths }: Drawn, some: readonly string[]) => some.some((key) => paths.has(key));
  const others = (some: readonly string[]) =>
    all.filter(({ view }) => !visible.some((one) => one.view === view)).filter((one) => shows(one, some)).map(({ view }) => view);
  const seen = (some: readonly string[]) => !some.length || visible.some((one) => shows(one, some));
  const [pain, muscle] = [others(keys(PAIN)), keys(PAIN).length ? others(keys(["chosen"])) : []];
  return {
    both: muscle.filter((view) => pain.includes(view)),
    muscle: muscle.filter((view) => !pain.includes(view)),
    pain: pain.filter((view) => !muscle.includes(view)),
    verdicts: others(keys(VERDICTS)),
    seen: { muscle: seen(keys(["chosen"])), pain: seen(keys(["essential"])) },
  };
}

/** Insets beside what is `visible` that show a region larger. */
export const closer = (all: readonly Drawn[], visible: readonly Drawn[], key: string): View[] =>
  all
    .filter(({ view, paths }) => INSETS.includes(view) && paths.has(key) && !visible.some((one) => INSETS.includes(one.view)))
    .map(({ view }) => view);

/** Ids of the zones that are drawn from the side only, so that front and back do not show them. */
export function onlyFromTheSide(plans: readonly Plan[]): string[] {
  const ids = (wanted: (view: View) => boolean) =>
    new Set(
      plans
        .filter((plan) => wanted(plan.view))
        .flatMap((plan) => [...plan.paths.keys()])
        .flatMap((full) => (full.startsWith("zone:") ? [full.slice(full.lastIndexOf(":") + 1)] : [])),
    );
  const facing = ids((view) => view !== "head_side");
  return [...ids((view) => view === "head_side")].filter((id) => !facing.has(id));
}
