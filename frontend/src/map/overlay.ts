/** What is drawn on top of a view: the two-tone focus ring and the marks of trigger points. */
import type { Side, View } from "../atlas";
import type { Box } from "../viewbox";
import type { Drawing } from "./drawing";

export interface PointMark {
  id: string;
  view: View;
  side: Side;
  /** Left side, stature units; the right side is the mirror. */
  x: number;
  y: number;
  /** False: shown on the figure but not pressed by students; drawn as an empty ring. */
  pressed: boolean;
  dimmed: boolean;
}

const RADIUS = 6; // CSS pixels
const SVG = "http://www.w3.org/2000/svg";

function make(name: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function layer(svg: SVGSVGElement, name: string): SVGElement {
  let group = svg.querySelector<SVGElement>(`:scope > .${name}`);
  if (!group) {
    group = make("g", { class: name, "aria-hidden": "true" });
    svg.append(group);
  }
  group.replaceChildren();
  return group;
}

/** Ring every path of the focused region; with none, take the ring away. */
export function ring(svg: SVGSVGElement, paths: readonly SVGPathElement[]) {
  const group = layer(svg, "tp-ring");
  for (const tone of ["outer", "inner"])
    for (const path of paths) group.append(make("path", { class: tone, d: path.getAttribute("d") ?? "" }));
}

/**
 * x in the drawing of a place given for the left side. The back is seen from behind; in a profile x says
 * how far forward the place lies, and `anteriorAt` is where it counts from.
 */
export function drawnX(point: { view: View; side: Side; x: number }, anteriorAt: number): number {
  const x = point.x * 1000;
  const left = { front: x, back: -x, head_side: anteriorAt - x }[point.view];
  return point.side === "right" ? -left : left;
}

/** Draw the points of one view, about the same size on the screen whatever the zoom. */
export function drawPoints({ svg, anteriorAt }: Drawing, points: readonly PointMark[], shown: Box) {
  const group = layer(svg, "tp-points");
  const r = (RADIUS * shown.width) / (svg.clientWidth || 300);
  for (const point of points) {
    const x = drawnX(point, anteriorAt);
    const y = point.y * 1000;
    const mark = make("g", { class: point.dimmed ? "dimmed" : "" });
    mark.append(make("circle", { cx: `${x}`, cy: `${y}`, r: `${r * 1.5}` }));
    if (point.pressed)
      mark.append(
        make("path", { d: `M${x - r},${y - r}l${2 * r},${2 * r}M${x - r},${y + r}l${2 * r},${-2 * r}` }),
      );
    group.append(mark);
  }
}
