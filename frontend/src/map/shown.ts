/** How much of each region every view shows, measured on the drawings: which view to open, what lies on what. */
import { type Loaded, type Muscle, type View, VIEWS } from "../atlas";
import { type Kind, sided } from "../regions";
import { outlines, pathKey } from "./drawing";
import { area, inside, type Spot } from "./shape";

type Shapes = Map<string, Spot[][]>;
const known = new WeakMap<Loaded, Map<View, Shapes>>();

/** The outlines in each view that could be loaded, by kind and sided id. */
function shapes(loaded: Loaded): Map<View, Shapes> {
  let all = known.get(loaded);
  if (!all) known.set(loaded, (all = new Map(VIEWS.map((view) => [view, outlinesIn(loaded, view)]))));
  return all;
}

function outlinesIn(loaded: Loaded, view: View): Shapes {
  const text = loaded.figures[view];
  return text ? outlines(view, text) : new Map();
}

/** The two sides are mirrored, so that one of them is enough to measure. */
const left = (kind: Kind, id: string) => pathKey(kind, sided("left", id));

/** Whether some view shows a muscle. */
export const isDrawn = (loaded: Loaded, muscle: string) =>
  [...shapes(loaded).values()].some((own) => own.has(left("muscle", muscle)));

/** Views that show a muscle or its essential pain area, the one that shows most of both first. */
export function bestViews(loaded: Loaded, muscle: Pick<Muscle, "id" | "essential">, essential = muscle.essential): View[] {
  const pain = essential.map((zone) => left("zone", zone));
  const parts: readonly (readonly [string[], number])[] = [[pain, 1], [[left("muscle", muscle.id)], BESIDE]];
  const scores = [...shapes(loaded)].map(([view, own]) => {
    const size = (from: Shapes, keys: string[]) => keys.reduce((sum, key) => sum + area(from.get(key) ?? []), 0);
    const shares = parts.map(([keys, weight]) => {
      const most = Math.max(...[...shapes(loaded).values()].map((other) => size(other, keys)));
      return most ? (weight * size(own, keys)) / most : 0;
    });
    return { view, score: shares.reduce((sum, share) => sum + share, 0) };
  });
  return scores
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ view }) => view);
}
const BESIDE = 0.6; // the muscle itself counts less than the pain it is opened for

/** Whether a pain area lies over the muscle in some view, by more than the shared border. */
export function coversMuscle(loaded: Loaded, muscle: string, zones: readonly string[]): boolean {
  return [...shapes(loaded).values()].some((own) => {
    const lines = own.get(left("muscle", muscle)) ?? [];
    return zones.some((zone) => {
      const pain = own.get(left("zone", zone)) ?? [];
      const shared = [...lines.flat().filter((spot) => inside(spot, pain)), ...pain.flat().filter((spot) => inside(spot, lines))];
      return shared.length > BORDER;
    });
  });
}
const BORDER = 6; // points of two outlines that may lie in each other where they only meet
