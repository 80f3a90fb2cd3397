/** A drawing to look at, not to choose in: it repeats for the eye what stands beside it in words. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { isWholeBody, type Side, type View, VIEW_NAMES } from "../atlas";
import { Caption } from "../map/caption";
import { boxesOf, type Drawing, type Layer, type Mark, paint, showLayer } from "../map/drawing";
import { drawChosen, drawPoints, type PointMark } from "../map/overlay";
import { chosenBreadth } from "../map/picture";
import { type Box, boxText, reach } from "../viewbox";

interface Props {
  drawing: Drawing;
  /** The part of the drawing that is shown. */
  box: Box;
  marks: ReadonlyMap<string, Mark>;
  layer: Layer;
  points: readonly PointMark[];
}
const ROOM = 45; // units of the drawing around what is marked, so that the place can be recognised

const unnamed = () => undefined;

export function Plate({ drawing, box, marks, layer, points }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { svg } = drawing;
    for (const name of ["role", "aria-label"]) svg.removeAttribute(name);
    if (svg.parentElement !== place.current) place.current?.replaceChildren(svg);
    showLayer(drawing, { marks, layer });
    paint(drawing, { kind: "muscle", pressed: new Set(), marks, layer, locked: true, name: unnamed });
    drawChosen(svg);
    svg.setAttribute("viewBox", boxText(box));
    const own = points.filter((point) => point.view === drawing.view);
    if (!own.length && !svg.querySelector(".tp-points")) return;
    const unit = 1 / (svg.getScreenCTM()?.a || 1);
    drawPoints(drawing, own, { breadth: chosenBreadth(drawing, { marks }), unit }, false);
  });
  return <div class="tp-plate" data-layer={layer} aria-hidden="true" ref={place} />;
}

/** Of two heads, soles or palms a plate shows one: there is no left and right beside each other. */
export const PlateCaption = ({ view, side }: { view: View; side: Side }) =>
  isWholeBody(view) ? (
    <Caption view={view} />
  ) : (
    <p class="tp-caption" data-one aria-hidden="true">
      {VIEW_NAMES[view]}, {side}
    </p>
  );

/** The part of a drawing around regions, with room to recognise the place; all of it when none of them is drawn. */
export function boxAround(drawing: Drawing, keys: readonly string[]): Box {
  const [first, ...rest] = boxesOf(drawing, keys);
  if (!first) return drawing.whole;
  return reach(first, [...rest, ...[first, ...rest].map(widened)], halfOf(drawing, keys));
}

const widened = (box: Box): Box => ({
  x: box.x - ROOM,
  y: box.y - ROOM,
  width: box.width + 2 * ROOM,
  height: box.height + 2 * ROOM,
});

/** Both sides of a head, soles or palms are drawn beside each other; the picture shows nothing of the one not meant. */
function halfOf({ view, whole }: Drawing, keys: readonly string[]): Box {
  if (isWholeBody(view)) return whole;
  const right = keys.every((key) => key.includes(":right:"));
  const edge = whole.x + whole.width;
  return right ? { ...whole, width: -whole.x } : { ...whole, x: 0, width: edge };
}
