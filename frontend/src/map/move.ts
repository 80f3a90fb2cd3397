/** From a key press in the figure to the control it goes to. */
import type { Region } from "../regions";
import { type Direction, neighbour, otherPart } from "../roving";
import { middle } from "../viewbox";
import { regionOf } from "./drawing";
import { boxOf, type Spot } from "./shape";

const POINTS = "trigger points"; // stand before the body parts

/** Controls in the order of the list: head to toe, left before right; before them the trigger points. */
export function inListOrder(paths: SVGGraphicsElement[], order: readonly Region[]): SVGGraphicsElement[] {
  const place = new Map(order.map((region, at) => [region.id, at]));
  const rank = (path: Element) => {
    const key = regionOf(path)?.key;
    if (!key) return -1;
    return (place.get(key.slice(key.indexOf(":") + 1)) ?? 0) * 2 + Number(key.startsWith("right"));
  };
  const ranked = paths.map((path) => ({ path, rank: rank(path) })); // once each: a phone takes long to ask a path
  return ranked.sort((a, b) => a.rank - b.rank).map(({ path }) => path);
}

/** Tell where controls are on the screen, by their numbers: to ask for the boxes of two hundred takes a phone 20 ms. */
function placer(): (stop: SVGGraphicsElement) => Spot {
  const planes = new Map<SVGSVGElement, DOMMatrix>();
  return (stop) => {
    const svg = stop.ownerSVGElement!;
    const plane = planes.get(svg) ?? svg.getScreenCTM() ?? new DOMMatrix();
    planes.set(svg, plane);
    const box = boxOf(stop);
    const { x, y } = box ? middle(box) : { x: Number(stop.getAttribute("cx")), y: Number(stop.getAttribute("cy")) };
    return { x: plane.a * x + plane.e, y: plane.d * y + plane.f };
  };
}

/** Return where `key` leads from `current`; undefined when it is not a key that moves. */
export function destination(
  key: string,
  current: SVGGraphicsElement,
  paths: SVGGraphicsElement[],
  order: readonly Region[],
): SVGGraphicsElement | undefined {
  if (key.startsWith("Arrow")) {
    const place = placer();
    const spots = paths.map((path, at) => ({ key: String(at), ...place(path) }));
    const from = spots[paths.indexOf(current)];
    const to = from && neighbour(from, spots, key as Direction);
    return to ? paths[Number(to.key)] : current;
  }
  const ordered = inListOrder(paths, order);
  if (key === "Home") return ordered[0];
  if (key === "End") return ordered.at(-1);
  if (key !== "PageDown" && key !== "PageUp") return undefined;
  const partOf = new Map(order.map((region) => [region.id, region.part]));
  const parts = ordered.map((path) => {
    const full = regionOf(path)?.key;
    return full ? (partOf.get(full.slice(full.indexOf(":") + 1)) ?? "") : POINTS;
  });
  return ordered[otherPart(parts, ordered.indexOf(current), key === "PageDown" ? 1 : -1)];
}
