/** The drawings of one figure: those that are there, each made once, and what the others will hold. */
import { useEffect, useRef } from "preact/hooks";
import { type AtlasData, canShow, type Loaded, type View, VIEWS } from "../atlas";
import { type Drawing, draw } from "./drawing";

/** A view and what is drawn in it, by kind and sided id; an inset says so before it is fetched. */
export interface Drawn {
  view: View;
  paths: Pick<Drawing["paths"], "has">;
}

/** Return the drawings at hand and all views that can be shown; `shown` is fetched if it is not there. */
export function useDrawings(loaded: Loaded, id: string, shown: View): { drawings: Drawing[]; all: Drawn[] } {
  const made = useRef(new Map<View, Drawing>());
  useEffect(() => loaded.want?.([shown]), [loaded, shown]);
  const drawings = VIEWS.flatMap((view) => {
    const text = loaded.figures[view];
    // Made anew it would take the focus away.
    if (text && !made.current.has(view)) made.current.set(view, draw(view, text, `${id}-${view}`));
    return made.current.get(view) ?? [];
  });
  const all = VIEWS.filter((view) => canShow(loaded, view)).map(
    (view) => drawings.find((drawing) => drawing.view === view) ?? expected(loaded.atlas, view),
  );
  return { drawings, all };
}

/** What the atlas says of a drawing that is not there yet. */
export function expected(atlas: Pick<AtlasData, "muscles" | "zones">, view: View): Drawn {
  const has = (full: string) => {
    const [kind, , id = ""] = full.split(":");
    return (kind === "muscle" ? atlas.muscles : atlas.zones)[id]?.views.includes(view) ?? false;
  };
  return { view, paths: { has } };
}
