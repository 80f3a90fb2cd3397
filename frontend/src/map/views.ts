/** Which views show a muscle, and what lies on it there. */
import { canShow, type Loaded, type View, VIEWS } from "../atlas";
import { type Kind, sided } from "../regions";
import { outlines, pathKey, type Plan, planOf } from "./drawing";
import { inside } from "./shape";

/** What is in each view that is there. */
const plansOf = ({ figures }: Loaded): Plan[] =>
  VIEWS.flatMap((view) => (figures[view] ? [planOf(view, figures[view])] : []));

/** The two sides are mirrored, so that one of them is enough to look at. */
const left = (kind: Kind, id: string) => pathKey(kind, sided("left", id));

/** Whether some view shows a muscle. */
export const isDrawn = (loaded: Loaded, muscle: string) =>
  loaded.atlas.muscles[muscle]?.views.some((view) => canShow(loaded, view)) ?? false;

/** Views that show a muscle or a trigger point, by its id, and its pain: those that can be shown, the best first. */
export const bestViews = (loaded: Loaded, id: string): View[] =>
  (loaded.atlas.best_views[id] ?? []).filter((view) => canShow(loaded, view));

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
