/** How much of each region every view shows: which view to open, what lies on what. */
import { canShow, INSETS, type Loaded, type Muscle, type View, VIEWS } from "../atlas";
import { type Kind, sided } from "../regions";
import { outlines, pathKey, type Plan, planOf } from "./drawing";
import { area, inside } from "./shape";

/** What is in each view that is there. */
const plansOf = ({ figures }: Loaded): Plan[] =>
  VIEWS.flatMap((view) => (figures[view] ? [planOf(view, figures[view])] : []));

/** The two sides are mirrored, so that one of them is enough to measure. */
const left = (kind: Kind, id: string) => pathKey(kind, sided("left", id));
const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

/** Whether some view shows a muscle. */
export const isDrawn = (loaded: Loaded, muscle: string) =>
  loaded.atlas.muscles[muscle]?.views.some((view) => canShow(loaded, view)) ?? false;

/**
 * Views that show a muscle or its essential pain area, the one that shows most of both first. An inset may not be
 * there to be measured: it shows all of the areas that the atlas says are in it, and a muscle in it larger than any.
 */
export function bestViews(loaded: Loaded, muscle: Pick<Muscle, "id" | "essential">, essential = muscle.essential): View[] {
  const { muscles, zones } = loaded.atlas;
  const views = VIEWS.filter((view) => canShow(loaded, view));
  const plans = plansOf(loaded);
  const size = (view: View, keys: string[]) => {
    const plan = plans.find((one) => one.view === view);
    return plan ? sum(keys.map((key) => area(outlines(plan, key)))) : 0;
  };
  const painIn = (view: View) =>
    INSETS.includes(view)
      ? sum(essential.map((id) => (zones[id]?.views.includes(view) ? zones[id].area : 0)))
      : size(view, essential.map((id) => left("zone", id)));
  const most = Math.max(...views.map(painIn));
  const whole = views.filter((view) => !INSETS.includes(view)).map((view) => size(view, [left("muscle", muscle.id)]));
  const inset = muscles[muscle.id]?.views.some((view) => INSETS.includes(view) && views.includes(view));
  const largest = inset ? LARGER * Math.max(1, ...whole) : Math.max(...whole);
  const muscleIn = (view: View) => {
    if (!INSETS.includes(view)) return size(view, [left("muscle", muscle.id)]);
    return muscles[muscle.id]?.views.includes(view) ? largest : 0;
  };
  return views
    .map((view) => ({ view, score: (most && painIn(view) / most) + (largest && (BESIDE * muscleIn(view)) / largest) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ view }) => view);
}
const BESIDE = 0.6; // the muscle itself counts less than the pain it is opened for
const LARGER = 2; // how much more an inset shows of a muscle than the whole body does

/** Whether a pain area lies over the muscle in some view, by more than the shared border. */
export function coversMuscle(loaded: Loaded, muscle: string, zones: readonly string[]): boolean {
  return plansOf(loaded).some((plan) => {
    const lines = outlines(plan, left("muscle", muscle));
    return zones.some((zone) => {
      const pain = outlines(plan, left("zone", zone));
      const shared = [...lines.flat().filter((spot) => inside(spot, pain)), ...pain.flat().filter((spot) => inside(spot, lines))];
      return shared.length > BORDER;
    });
  });
}
const BORDER = 6; // points of two outlines that may lie in each other where they only meet
