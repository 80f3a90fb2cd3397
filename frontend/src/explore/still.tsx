/** The effect of a choice, small and where the reader looks: the figure itself may be off the screen. */
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { type Loaded, type View, VIEW_NAMES } from "../atlas";
import { useId } from "../ids";
import { boxOf, draw, type Drawing, type Layer, type Mark, paint } from "../map/drawing";
import { drawChosen, drawPoints, type PointMark } from "../map/overlay";
import { chosenBreadth } from "../map/picture";
import { type Box, boxText, reach } from "../viewbox";

interface Props {
  loaded: Loaded;
  views: readonly View[];
  marks: ReadonlyMap<string, Mark>;
  layer: Layer;
  points: readonly PointMark[];
}
const ROOM = 45; // units of the drawing around what is marked, so that the place can be recognised

/** It repeats the figure for the eye only; the card says the same in words. */
export function Still({ loaded, views, ...shown }: Props) {
  return (
    <div class="tp-still" data-layer={shown.layer} aria-hidden="true">
      {views.map((view) => (
        <One key={view} view={view} text={loaded.figures[view] ?? ""} {...shown} />
      ))}
    </div>
  );
}

function One({ view, text, marks, layer, points }: Omit<Props, "loaded" | "views"> & { view: View; text: string }) {
  const place = useRef<HTMLDivElement>(null);
  const id = useId();
  const drawing = useMemo(() => draw(view, text, `${id}-${view}`), [view, text]);
  useLayoutEffect(() => {
    const { svg, paths } = drawing;
    const whole = halfOf(drawing, marks);
    for (const name of ["role", "aria-label"]) svg.removeAttribute(name);
    place.current?.replaceChildren(svg);
    paint(drawing, { kind: "muscle", pressed: new Set(), marks, layer, locked: true, name: () => undefined });
    drawChosen(svg);
    const [first, ...rest] = [...marks.keys()].flatMap((key) => boxOf(paths.get(key) ?? []));
    if (first) svg.setAttribute("viewBox", boxText(reach(first, [...rest, ...[first, ...rest].map(widened)], whole)));
    drawPoints(drawing, points.filter((point) => point.view === view), chosenBreadth(drawing, { marks }), false);
  });
  return (
    <figure>
      <div ref={place} />
      <figcaption>{VIEW_NAMES[view]}</figcaption>
    </figure>
  );
}

const widened = (box: Box): Box => ({
  x: box.x - ROOM,
  y: box.y - ROOM,
  width: box.width + 2 * ROOM,
  height: box.height + 2 * ROOM,
});

/** Two heads are drawn from the side; the picture shows nothing of the one that is not meant. */
function halfOf({ view, whole }: Drawing, marks: ReadonlyMap<string, Mark>): Box {
  if (view !== "head_side") return whole;
  const right = [...marks.keys()].every((key) => key.includes(":right:"));
  const edge = whole.x + whole.width;
  return right ? { ...whole, width: -whole.x } : { ...whole, x: 0, width: edge };
}
