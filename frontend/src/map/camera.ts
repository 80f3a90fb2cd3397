/** Which part of a view is in the picture: what must show, how large, and around which place. */
import { isWholeBody, type View } from "../atlas";
import { type Box, magnify, middle, movedTo, reach, UPPER_BODY } from "../viewbox";
import type { Spot } from "./shape";

export interface Camera {
  /** The whole body, or a part of it; null until somebody says so: whole, until something is marked. */
  whole: boolean | null;
  /** 1 shows the whole frame; the most is `MOST`. */
  scale: number;
}
export const MOST = 5;

/** The frame of a view: a whole body, or the part of it that holds everything that is marked. */
export function frame(view: View, whole: Box, camera: Camera, shown: readonly Box[]): Box {
  if (!isWholeBody(view) || (camera.whole ?? !shown.length)) return whole;
  // The head tells a reader where on the body they are; only what lies below the waist goes without it.
  return reach(shown.some((box) => holds(UPPER_BODY, box)) ? UPPER_BODY : movedTo(UPPER_BODY, shown, whole), shown, whole);
}

const holds = (box: Box, part: Box) =>
  part.x >= box.x && part.y >= box.y && part.x + part.width <= box.x + box.width && part.y + part.height <= box.y + box.height;
export const holdsAll = (box: Box, parts: readonly Box[]) => parts.every((part) => holds(box, part));

/** Lengthen a frame downwards for what is marked now, so that nothing in it moves; at most to `tallest`. */
export function lengthen(box: Box, shown: readonly Box[], whole: Box, tallest: number): Box {
  const grown = reach(box, shown, whole);
  const height = grown.y + grown.height - box.y;
  return height <= tallest ? { ...box, height } : box;
}

/** Where to enlarge first: head and all, if that shows what is chosen; else around what is chosen. */
export function firstCentre(box: Box, view: View, scale: number, chosen: Box | undefined): Spot {
  // Two heads, soles or palms cannot both stay whole: the one with what is chosen does.
  const left = !chosen || middle(chosen).x < middle(box).x;
  const x = isWholeBody(view) ? middle(box).x : box.x + box.width * (left ? 0.25 : 0.75);
  const head = magnify(box, scale, { x, y: box.y });
  return middle(!chosen || holds(head, chosen) ? head : magnify(box, scale, middle(chosen)));
}

/** The centre that keeps `at` at its place on the screen while the scale changes; `seen` is what shows now. */
export function keeping(box: Box, scale: number, at: Spot, seen: Box): Spot {
  const [width, height] = [box.width / scale, box.height / scale];
  const x = at.x + (0.5 - (at.x - seen.x) / seen.width) * width;
  const y = at.y + (0.5 - (at.y - seen.y) / seen.height) * height;
  return middle(magnify(box, scale, { x, y }));
}
