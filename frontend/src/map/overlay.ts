/** What is drawn on top of a view: the chosen muscle, the marks of trigger points and the focus ring. */
import type { Side, View } from "../atlas";
import type { Drawing } from "./drawing";
import type { Spot } from "./shape";

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

const [LEAST, MOST] = [4, 9]; // CSS pixels: the radius of a point's mark
const SHARE = 0.45; // of its muscle's breadth that the radius may take
const REACH = 18; // CSS pixels around a point that are its target
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
  if (!shapes.length && !group.hasChildNodes()) return;
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
 * Draw the chosen muscle once more above the pain areas: striped, so that both colours show where one lies
 * over the other, and with an outline in two tones, so that it shows without colours too.
 */
export function drawChosen(svg: SVGSVGElement) {
  const group = layer(svg, "tp-top");
  const paths = [...svg.querySelectorAll<SVGPathElement>("path[data-muscle][data-mark=chosen]:not([data-off])")];
  const d = paths.map((path) => path.getAttribute("d")!);
  if (group.getAttribute("data-d") === d.join("|")) return;
  group.setAttribute("data-d", d.join("|"));
  group.setAttribute("aria-hidden", "true");
  const kinds = ["stripes", "casing", "line"];
  group.replaceChildren(...kinds.flatMap((kind) => d.map((lines) => make("path", { class: kind, d: lines }))));
}

/**
 * x in the drawing of a place given for the left side. Front, soles and palms face the viewer, the back is seen from
 * behind; in a profile x says how far forward the place lies, and `anteriorAt` is where it counts from.
 */
function drawnX(point: { view: View; side: Side; x: number }, anteriorAt: number): number {
  const x = point.x * 1000;
  const left = point.view === "back" ? -x : point.view === "head_side" ? anteriorAt - x : x;
  return point.side === "right" ? -left : left;
}

interface Size {
  /** Of the chosen muscle, in units of the drawing. */
  breadth: number;
  /** Units of the drawing in a CSS pixel. */
  unit: number;
}

/**
 * Draw the points of one view. Each has a mark, which shrinks with its muscle and where two points are close, and,
 * invisible on top, a target that is always large enough to hit. Targets stay the same elements for the same points,
 * so that the focus stays.
 */
export function drawPoints(drawing: Drawing, points: readonly PointMark[], { breadth, unit }: Size, targets = true) {
  const { svg, anteriorAt } = drawing;
  if (!points.length && !svg.querySelector(":scope > .tp-points")) return;
  const group = layer(svg, "tp-points");
  const ids = points.map((point) => point.id).join(" ");
  if (group.getAttribute("data-points") !== ids) {
    group.setAttribute("data-points", ids);
    const marks = points.map(() => make("path", { "aria-hidden": "true" }));
    group.replaceChildren(...marks, ...(targets ? points.map(target) : []));
  }
  const places = points.map((point) => ({ x: drawnX(point, anteriorAt), y: point.y * 1000 }));
  const radius = Math.min(MOST, Math.max(LEAST, Math.min(breadth * SHARE, closest(places) / 2) / unit)) * unit;
  for (const [at, point] of points.entries()) {
    const [place, mark, hit] = [places[at]!, group.children[at]!, group.children[points.length + at]];
    mark.setAttribute("d", point.pressed ? crossedCircle(place, radius) : diamond(place, radius));
    const small = radius < 7 * unit;
    mark.setAttribute("class", [point.chosen ? "chosen" : point.dimmed ? "dimmed" : "", small ? "small" : ""].join(" ").trim());
    hit?.setAttribute("cx", `${place.x}`);
    hit?.setAttribute("cy", `${place.y}`);
    hit?.setAttribute("r", `${REACH * unit}`);
    hit?.setAttribute("aria-pressed", `${point.chosen}`);
  }
}

/** The smallest distance between two of the places. */
function closest(places: readonly Spot[]): number {
  const gaps = places.flatMap((a, at) => places.slice(at + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)));
  return Math.min(Infinity, ...gaps.filter((gap) => gap > 0));
}

function target(point: PointMark): SVGElement {
  const hit = make("circle", { class: "tp-hit", role: "button", tabindex: "-1", "data-control": "" });
  hit.setAttribute("data-point", point.id);
  hit.setAttribute("aria-label", point.name);
  if (!point.pressed) hit.setAttribute("aria-description", "shown only: students do not press this point");
  return hit;
}

const crossedCircle = ({ x, y }: Spot, r: number) => {
  const arm = r / 1.5;
  const circle = `M${x - r},${y}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0z`;
  return `${circle}M${x - arm},${y - arm}l${2 * arm},${2 * arm}M${x - arm},${y + arm}l${2 * arm},${-2 * arm}`;
};
const diamond = ({ x, y }: Spot, r: number) => {
  const edge = r * 1.13;
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
