/** A screen reader reads the shapes in the order of the list, whatever lies over what in the drawing. */
import { newId } from "../ids";
import type { Region } from "../regions";
import { controls, type Drawing } from "./drawing";
import { inListOrder } from "./move";

/** Say in which order the controls of a drawing are read: its points, then head to toe. */
export function tellOrder(drawing: Drawing, order: readonly Region[]) {
  const owned = inListOrder(controls(drawing), order).map((stop) => (stop.id ||= newId()));
  const text = owned.join(" ");
  if (drawing.svg.getAttribute("aria-owns") !== text) drawing.svg.setAttribute("aria-owns", text);
}
