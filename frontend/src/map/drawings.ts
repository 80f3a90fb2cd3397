/** The drawings of one figure: those that are there, each made once, and what the others will hold. */
import { useEffect, useRef } from "preact/hooks";
import { type AtlasData, canShow, type Loaded, type View, VIEWS } from "../atlas";
import { type Drawing, draw, type Plan, planOf } from "./drawing";

/** A view and what is drawn in it, by kind and sided id; an inset says so before it is fetched. */
export interface Drawn {
  view: View;
  paths: Pick<Plan["paths"], "has">;
}

interface Drawings {
  /** What is in each view that is there. */
  plans: Plan[];
  /** Those to be looked at now. */
  visible: Drawing[];
  /** Every view that can be shown. */
  all: Drawn[];
}

/** Return the drawings of the views to show, made when they are first shown; `wanted` is fetched if it is not there. */
export function useDrawings(loaded: Loaded, id: string, wanted: View, isShown: (view: View) => boolean): Drawings {
  const made = useRef(new Map<View, Drawing>());
  useEffect(() => loaded.want?.([wanted]), [loaded, wanted]);
  const there = VIEWS.flatMap((view) => (loaded.figures[view] ? [{ view, text: loaded.figures[view] }] : []));
  const visible = there.flatMap(({ view, text }) => {
    if (!isShown(view)) return [];
    // Made anew it would take the focus away.
    const drawing = made.current.get(view) ?? draw(view, text, `${id}-${view}`);
    made.current.set(view, drawing);
    return drawing;
  });
  const plans = there.map(({ view, text }) => planOf(view, text));
  const all = VIEWS.filter((view) => canShow(loaded, view)).map(
    (view) => plans.find((plan) => plan.view === view) ?? expected(loaded.atlas, view),
  );
  return { plans, visible, all };
}

/** What the atlas says of a drawing that is not there yet. */
export function expected(atlas: Pick<AtlasData, "muscles" | "zones">, view: View): Drawn {
  const has = (full: string) => {
    const [kind, , id = ""] = full.split(":");
    return (kind === "muscle" ? atlas.muscles : atlas.zones)[id]?.views.includes(view) ?? false;
  };
  return { view, paths: { has } };
}
