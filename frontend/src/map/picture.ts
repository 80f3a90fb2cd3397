/** Paints the drawings and keeps the frame of each: still under a finger, moved by everything else. */
import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Look } from "../address/shown";
import type { View } from "../atlas";
import { type Box, boxText, magnify, middle, parseBox } from "../viewbox";
import { type Camera, firstCentre, frame, holdsAll, keeping, lengthen } from "./camera";
import { boxesOf, type Drawing, type Layer, outlines, paint, type Scene, showLayer } from "./drawing";
import { drawChosen, drawPoints, type Points } from "./overlay";
import { unitOf, useRoom } from "./room";
import { breadth, type Spot } from "./shape";

interface Frame {
  /** What it was made for; something else marked makes a new one. */
  made: string;
  box: Box;
  /** Where it is enlarged, once it is. */
  centre?: Spot;
}
interface Setting {
  visible: readonly Drawing[];
  /** Of the stage that the drawings stand on, in CSS pixels. */
  width: number;
  /** Its layer is the one whose shapes have their names and roles. */
  scene: Scene;
  /** The one whose shapes show. */
  layer: Layer;
  points?: Points;
  /** Whether the choice being drawn was made in the figure: then nothing in it may move. */
  here: RefObject<boolean>;
  /** How a link says that it is looked at first. */
  look?: Look;
  /** Told how it is looked at, after each drawing. */
  onLook?(look: Look): void;
}

export function usePicture({ visible, width, scene, layer, points, here, look, onLook }: Setting) {
  const [camera, setCamera] = useState<Camera>({ whole: look?.whole ?? null, scale: look?.scale ?? 1 });
  const first = useRef({ ...look?.centres }); // each is for the first frame of its view
  const [reached, setReached] = useState<{ view: View; box: Box } | null>(null);
  const [beyond, setBeyond] = useState(false);
  const [isWhole, setIsWhole] = useState(true);
  const [atHead, setAtHead] = useState(true);
  const [, redraw] = useState(0);
  const frames = useRef(new Map<View, Frame>());
  const roomOf = useRoom(visible, width);
  const marked = [...scene.marks].filter(([, mark]) => mark !== "landmark").map(([key]) => key);

  useLayoutEffect(() => {
    let outside = false;
    for (const drawing of visible) {
      showLayer(drawing, { marks: scene.marks, layer });
      paint(drawing, scene);
      drawChosen(drawing.svg);
      const boxes = boxesOf(drawing, marked);
      const now = frameOf(drawing, boxes);
      outside ||= !holdsAll(now.box, boxes);
      if (camera.scale > 1) now.centre ??= first.current[drawing.view] ?? firstCentre(now.box, drawing.view, camera.scale, boxes[0]);
      else now.centre = undefined;
      delete first.current[drawing.view];
      const seen = now.centre ? magnify(now.box, camera.scale, now.centre) : now.box;
      show(drawing, seen);
    }
    // What has to be measured is measured once all is changed, so that the page is laid out once.
    for (const drawing of visible) {
      const own = points?.marks.filter((point) => point.view === drawing.view) ?? [];
      const unit = own.length ? unitOf(roomOf(drawing), seenIn(drawing)) : 1;
      drawPoints(drawing, own, { breadth: chosenBreadth(drawing, scene), unit });
    }
    setBeyond(outside);
    setIsWhole(visible.every((drawing) => frames.current.get(drawing.view)?.box.height === drawing.whole.height));
    setAtHead(visible.every(({ view }) => (frames.current.get(view)?.box.y ?? 0) <= 0));
    const centres = Object.fromEntries(visible.map(({ view }) => [view, frames.current.get(view)?.centre]));
    onLook?.({ scale: camera.scale, whole: camera.whole ?? undefined, centres });
  });

  /** How tall a frame may be before the picture would have to shrink to fit its place. */
  const tallest = (drawing: Drawing, box: Box) => {
    const { width, most } = roomOf(drawing);
    return (most / (width || Infinity)) * box.width || Infinity;
  };
  const frameOf = (drawing: Drawing, boxes: readonly Box[]): Frame => {
    const { view, whole } = drawing;
    const shown = reached?.view === view ? [...boxes, reached.box] : boxes;
    const made = `${camera.whole} ${shown.map(boxText).join()}`;
    const last = frames.current.get(view);
    if (last?.made === made) return last;
    const still = last && here.current;
    const box = still ? lengthen(last.box, shown, whole, tallest(drawing, last.box)) : frame(view, whole, camera, shown);
    const next = { made, box, centre: still ? last.centre : undefined };
    frames.current.set(view, next);
    return next;
  };
  const centreOn = (view: View, at: Spot) => {
    const known = frames.current.get(view);
    if (!known?.centre) return;
    known.centre = middle(magnify(known.box, camera.scale, at));
    redraw((count) => count + 1);
  };
  /** Move what a view shows by a distance in units of the drawing. */
  const moveBy = (view: View, x: number, y: number) => {
    const centre = frames.current.get(view)?.centre;
    if (centre) centreOn(view, { x: centre.x + x, y: centre.y + y });
  };
  /** Enlarge to `scale`; the place under the fingers, or the region that has the focus, stays there if there is one. */
  const scaleTo = (scale: number, held?: { drawing: Drawing; at: Spot }) => {
    const known = held && frames.current.get(held.drawing.view);
    if (known) known.centre = keeping(known.box, scale, held.at, seenIn(held.drawing));
    if (scale === 1 && !held) setReached(null);
    setCamera({ ...camera, scale });
  };
  const showWhole = (whole: boolean) => {
    setReached(null);
    setCamera({ whole, scale: 1 });
  };
  /** Give up the still frames, so that all that is marked shows. */
  const showAll = () => {
    frames.current.clear();
    setCamera({ ...camera, scale: 1 });
  };
  /** Bring a region into the picture, for keys. */
  const bring = (drawing: Drawing, box: Box) => {
    if (holdsAll(seenIn(drawing), [box])) return;
    if (camera.scale > 1) centreOn(drawing.view, middle(box));
    if (holdsAll(frames.current.get(drawing.view)?.box ?? drawing.whole, [box])) return;
    first.current[drawing.view] = middle(box); // of the frame that will hold it
    setReached({ view: drawing.view, box });
  };
  return { camera, isWhole, atHead, beyond, moveBy, centreOn, scaleTo, showWhole, showAll, bring };
}

export const seenIn = ({ svg }: Drawing): Box => parseBox(svg.getAttribute("viewBox") ?? "");

/** Show a part of a drawing. */
function show({ svg }: Drawing, box: Box) {
  const text = boxText(box);
  if (svg.getAttribute("viewBox") !== text) svg.setAttribute("viewBox", text);
}

/** Breadth of the chosen muscle: its points are drawn no larger than it can carry. */
export function chosenBreadth(drawing: Drawing, { marks }: Pick<Scene, "marks">): number {
  const chosen = [...marks].flatMap(([key, mark]) => (mark === "chosen" ? outlines(drawing, key) : []));
  return chosen.length ? breadth(chosen) : Infinity;
}
