/** What is drawn on top of a view: the two-tone focus ring and the marks of trigger points. */
import type { Side, View } from "../atlas";
import type { Drawing } from "./drawing";

export interface PointMark {
  id: string;
  /** As on its button in the list of points. */
  name: string;
  view: View;
  side: Side;
  /** Left side, stature units; the right side is the mirror. */
  x: number;
  y: number;
  /** False: shown on the figure but not pressed by students; drawn as an empty diamond. */
  pressed: boolean;
  chosen: boolean;
  dimmed: boolean;
}

/** The trigger points of a figure, and what happens when one is chosen or left with Escape. */
export interface Points {
  marks: readonly PointMark[];
  onChoose(id: string): void;
  onLeave(id: string): void;
}

const RADIUS = 6; // CSS pixels
const REACH = 18; // CSS pixels around a point that are its target
interface Spot {
  x: number;
  y: number;
}
const SVG = "http://www.w3.org/2000/svg";

function make(name: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function layer(svg: SVGSVGElement, name: string): SVGElement {
  let group = svg.querySelector<SVGElement>(`:scope > .${name}`);
  if (!group) {
    group = make("g", { class: name });
    svg.append(group);
  }
  return group;
}

/** Ring every shape of the focused control; with none, take the ring away. */
export function ring(svg: SVGSVGElement, shapes: readonly SVGGraphicsElement[]) {
  const group = layer(svg, "tp-ring");
  group.setAttribute("aria-hidden", "true");
  group.replaceChildren();
  for (const tone of ["outer", "inner"])
    for (const shape of shapes) {
      const outline = Object.fromEntries(
        ["d", "cx", "cy", "r"].flatMap((name) => (shape.hasAttribute(name) ? [[name, shape.getAttribute(name)!]] : [])),
      );
      group.append(make(shape.localName, { class: tone, ...outline }));
    }
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

/**
 * Draw the points of one view, the same size on the screen whatever the zoom. Each has a mark and, invisible
 * on top, its target. Targets stay the same elements for the same points, so that the focus stays.
 */
export function drawPoints({ svg, anteriorAt }: Drawing, points: readonly PointMark[]) {
  const group = layer(svg, "tp-points");
  const ids = points.map((point) => point.id).join(" ");
  if (group.getAttribute("data-points") !== ids) {
    group.setAttribute("data-points", ids);
    group.replaceChildren(...points.map(() => make("path", { "aria-hidden": "true" })), ...points.map(target));
  }
  const unit = 1 / (svg.getScreenCTM()?.a || 1);
  for (const [at, point] of points.entries()) {
    const place = { x: drawnX(point, anteriorAt), y: point.y * 1000 };
    const [mark, hit] = [group.children[at]!, group.children[points.length + at]!];
    mark.setAttribute("d", point.pressed ? crossedCircle(place, RADIUS * unit) : diamond(place, RADIUS * unit));
    mark.setAttribute("class", point.chosen ? "chosen" : point.dimmed ? "dimmed" : "");
    hit.setAttribute("cx", `${place.x}`);
    hit.setAttribute("cy", `${place.y}`);
    hit.setAttribute("r", `${REACH * unit}`);
    hit.setAttribute("aria-pressed", `${point.chosen}`);
  }
}

function target(point: PointMark): SVGElement {
  const hit = make("circle", { class: "tp-hit", role: "button", tabindex: "-1", "data-control": "" });
  hit.setAttribute("data-point", point.id);
  hit.setAttribute("aria-label", point.name);
  if (!point.pressed) hit.setAttribute("aria-description", "shown only: students do not press this point");
  return hit;
}

const crossedCircle = ({ x, y }: Spot, r: number) => {
  const edge = r * 1.5;
  const circle = `M${x - edge},${y}a${edge},${edge} 0 1 0 ${2 * edge},0a${edge},${edge} 0 1 0 ${-2 * edge},0z`;
  return `${circle}M${x - r},${y - r}l${2 * r},${2 * r}M${x - r},${y + r}l${2 * r},${-2 * r}`;
};
const diamond = ({ x, y }: Spot, r: number) => {
  const edge = r * 1.7;
  return `M${x - edge},${y}l${edge},${-edge}l${edge},${edge}l${-edge},${edge}z`;
};

/** Of the points whose targets overlap, the one nearest to a place on the screen. */
export function nearestTarget(hit: Element, { clientX, clientY }: { clientX: number; clientY: number }): Element {
  const away = (one: Element) => {
    const box = one.getBoundingClientRect();
    return Math.hypot(box.left + box.width / 2 - clientX, box.top + box.height / 2 - clientY);
  };
  const all = [...hit.parentElement!.querySelectorAll(".tp-hit")];
  return all.reduce((best, one) => (away(one) < away(best) ? one : best), hit);
}
