/** One view of the body as live SVG: read from our own file, then repainted, never rebuilt. */
import type { View } from "../atlas";
import { VIEW_NAMES } from "../atlas";
import type { Kind, Sided } from "../regions";
import { type Box, parseBox, UPPER_BODY } from "../viewbox";
import { boxOf, linesOf, type Spot } from "./shape";

/** What a region means beyond being there; each has its own pattern and its own word in the legend. */
export type Mark = "chosen" | "essential" | "spillover" | "landmark" | "right" | "missed" | "wrong";
export type Layer = "superficial" | "deep";

/** What a drawing holds: enough to measure it and to know what it shows. */
export interface Plan {
  view: View;
  /** Every path of a region, by kind and sided id; the first one that shows is its control. */
  paths: Map<string, SVGPathElement[]>;
}

export interface Drawing extends Plan {
  svg: SVGSVGElement;
  whole: Box;
  /** In a profile, where x = 0 of a place is drawn. */
  anteriorAt: number;
  /** The state that each region was painted in: what did not change is not touched, since that costs a phone most. */
  painted: Map<string, string>;
  /** The scene of that painting. */
  scene?: Scene;
  /** Muscles taken out of the layer that is not shown, and what keeps their places there. */
  lifted: Map<Element, Comment>;
}

export interface Scene {
  /** Which kind of region can be chosen; the other kind is background. */
  kind: Kind;
  pressed: ReadonlySet<string>;
  marks: ReadonlyMap<string, Mark>;
  layer: Layer;
  locked: boolean;
  name(key: Sided): string | undefined;
  /** Spoken after the name, such as the side where names have none. */
  description?(key: Sided): string;
}

export const pathKey = (kind: Kind, key: string) => `${kind}:${key}`;

export function regionOf(path: Element): { kind: Kind; key: Sided } | undefined {
  const kind: Kind | undefined = path.hasAttribute("data-muscle")
    ? "muscle"
    : path.hasAttribute("data-zone")
      ? "zone"
      : undefined;
  if (!kind) return undefined;
  return { kind, key: `${path.getAttribute("data-side")}:${path.getAttribute(`data-${kind}`)}` as Sided };
}

// Patterns speak where colours cannot: hatched, dotted and crossed survive greyscale and print.
const PATTERNS = {
  hatch: "M-2,2l4,-4M0,8l8,-8M6,10l4,-4",
  cross: "M-2,2l4,-4M0,8l8,-8M6,10l4,-4M-2,6l4,4M0,0l8,8M6,-2l4,4",
  stripe: "M2,0v8M6,0v8",
};

const roots = new Map<string, Element>();

/** Return the root of a drawing, which is read once and copied by whoever shows it. Throws when the text is not SVG. */
function parsed(view: View, text: string): Element {
  const root = roots.get(text) ?? new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  if (root.localName !== "svg") throw new Error(`the drawing ${view}.svg is not readable`);
  roots.set(text, root);
  return root;
}

function pathsOf(root: Element): Plan["paths"] {
  const paths = new Map<string, SVGPathElement[]>();
  for (const path of root.querySelectorAll<SVGPathElement>("path[data-muscle], path[data-zone]")) {
    const { kind, key } = regionOf(path)!;
    paths.set(pathKey(kind, key), [...(paths.get(pathKey(kind, key)) ?? []), path]);
  }
  return paths;
}

const plans = new Map<string, Plan>();

/** Return what the drawing in `text` holds, without making a copy to show. Throws when it is not SVG. */
export function planOf(view: View, text: string): Plan {
  const plan = plans.get(text) ?? { view, paths: pathsOf(parsed(view, text)) };
  plans.set(text, plan);
  return plan;
}

/** The outlines of a region in a drawing. */
export const outlines = ({ paths }: Plan, key: string): Spot[][] => (paths.get(key) ?? []).flatMap(linesOf);

/** Return the drawing in `text`, without what only stand-alone viewing needs. Throws when it is not SVG. */
export function draw(view: View, text: string, id: string): Drawing {
  const svg = document.importNode(parsed(view, text), true) as unknown as SVGSVGElement;
  for (const extra of svg.querySelectorAll("style, script, title, desc, metadata")) extra.remove();
  for (const name of ["width", "height", "style", "class"]) svg.removeAttribute(name);
  for (const named of svg.querySelectorAll("[id]")) named.removeAttribute("id");
  for (const decor of svg.querySelectorAll("[data-decor], [data-outline], [data-group^=decor]"))
    decor.setAttribute("aria-hidden", "true");
  svg.setAttribute("role", "group");
  svg.setAttribute("aria-label", `${VIEW_NAMES[view]} view`);
  svg.setAttribute("focusable", "false");
  const whole = parseBox(svg.getAttribute("viewBox") ?? "");
  const lifted = document.createElementNS("http://www.w3.org/2000/svg", "g");
  lifted.setAttribute("data-group", "lifted");
  svg.querySelector("[data-group=zones]")?.before(lifted);
  addPatterns(svg, id, Math.min(1, whole.width / UPPER_BODY.width));
  const anteriorAt = Number(svg.getAttribute("data-anterior-at"));
  return { view, svg, whole, anteriorAt, paths: pathsOf(svg), painted: new Map(), lifted: new Map() };
}

/** `scale` is smaller in an inset, which is shown larger: its stripes are as fine as those of the body. */
function addPatterns(svg: SVGSVGElement, id: string, scale: number) {
  const make = (name: string, attributes: Record<string, string>) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const defs = make("defs", {});
  for (const [name, d] of Object.entries(PATTERNS)) {
    const size = { width: "8", height: "8", patternUnits: "userSpaceOnUse", patternTransform: `scale(${scale})` };
    const pattern = make("pattern", { id: `${id}-${name}`, class: `tp-pattern-${name}`, ...size });
    pattern.append(make("rect", { width: "8", height: "8" }), make("path", { d }));
    defs.append(pattern);
    svg.style.setProperty(`--tp-${name}`, `url(#${id}-${name})`);
  }
  svg.prepend(defs);
}

/** Show one layer, and of the other what is marked: a layer is shown or hidden as a whole, so that is taken out of it. */
export function showLayer({ svg, paths, lifted }: Drawing, { marks, layer }: Pick<Scene, "marks" | "layer">) {
  const marked = new Set([...marks.keys()].flatMap((key) => paths.get(key) ?? []));
  const isOut = (path: Element) => marked.has(path as SVGPathElement) && path.getAttribute("data-layer") !== layer;
  for (const [path, place] of lifted)
    if (!isOut(path)) {
      place.replaceWith(path);
      lifted.delete(path);
    }
  for (const path of marked) {
    if (!path.hasAttribute("data-layer") || lifted.has(path) || !isOut(path)) continue;
    const place = document.createComment("");
    path.replaceWith(place);
    lifted.set(path, place);
    svg.querySelector("[data-group=lifted]")?.append(path);
  }
}

/** The regions whose state may differ between two scenes; all of them, where more differs than what is marked and pressed. */
function changed({ paths, scene: last }: Drawing, scene: Scene): Iterable<string> {
  const words = ["kind", "layer", "locked", "name", "description"] as const;
  if (!last || words.some((word) => last[word] !== scene[word])) return paths.keys();
  const pressed = [...last.pressed, ...scene.pressed].map((key) => pathKey(scene.kind, key));
  return new Set([...last.marks.keys(), ...scene.marks.keys(), ...pressed]);
}

/** Bring every path in line with the scene: state, role and name; only what can be chosen has a role. */
export function paint(drawing: Drawing, scene: Scene) {
  const touched = changed(drawing, scene);
  drawing.scene = scene;
  for (const full of touched) {
    const paths = drawing.paths.get(full) ?? [];
    const kind = full.slice(0, full.indexOf(":")) as Kind;
    const key = full.slice(full.indexOf(":") + 1) as Sided;
    const mark = scene.marks.get(full);
    const name = kind === scene.kind ? scene.name(key) : undefined;
    const pressed = String(scene.pressed.has(key));
    const description = name === undefined ? undefined : scene.description?.(key);
    const state = [scene.kind, scene.layer, scene.locked, mark, pressed, name, description].join("|");
    if (drawing.painted.get(full) === state) continue;
    drawing.painted.set(full, state);
    const isShown = (path: Element) =>
      mark !== undefined ||
      (kind === scene.kind && (kind === "zone" || path.getAttribute("data-layer") === scene.layer));
    const first = paths.find(isShown); // a muscle may have a path in each layer
    for (const path of paths) {
      const shown = isShown(path);
      toggle(path, "data-off", !shown);
      set(path, "data-mark", mark);
      toggle(path, "data-active", name !== undefined && shown && !scene.locked);
      const control = path === first && name !== undefined;
      toggle(path, "data-control", control);
      set(path, "role", control ? "button" : undefined);
      set(path, "aria-label", control ? name : undefined);
      set(path, "aria-description", control ? description : undefined);
      set(path, "aria-pressed", control ? pressed : undefined);
      set(path, "aria-disabled", control && scene.locked ? "true" : undefined);
      set(path, "aria-hidden", control ? undefined : "true");
      set(path, "tabindex", control ? (path.getAttribute("tabindex") ?? "-1") : undefined);
    }
  }
}

/** The controls of a drawing: one path for each region that can be chosen now, and the trigger points. */
export const controls = (drawing: Drawing) => [
  ...drawing.svg.querySelectorAll<SVGGraphicsElement>("[data-control]"),
];

function set(path: Element, name: string, value: string | undefined) {
  if (value === undefined) {
    if (path.hasAttribute(name)) path.removeAttribute(name);
  } else if (path.getAttribute(name) !== value) path.setAttribute(name, value);
}
const toggle = (path: Element, name: string, on: boolean) => set(path, name, on ? "" : undefined);

/** The boxes of all shapes of some regions, hidden ones too. */
export const boxesOf = ({ paths }: Plan, keys: readonly string[]): Box[] =>
  keys.flatMap((key) => paths.get(key) ?? []).flatMap((path) => boxOf(path) ?? []);
