/** How much room each view has on the page, asked of the page once: to ask it after each choice lays it out once more. */
import { useEffect, useRef } from "preact/hooks";
import { afterPaint } from "../after_paint";
import type { View } from "../atlas";
import type { Box } from "../viewbox";
import type { Drawing } from "./drawing";

/** CSS pixels. A drawing takes all of the width; its height follows from what it shows, up to `most`. */
export interface Room {
  width: number;
  most: number;
}

/** Return a function that tells the room of one of the `visible` drawings, which share a stage of some `width`. */
export function useRoom(visible: readonly Drawing[], width: number): (drawing: Drawing) => Room {
  const known = useRef({ of: "", rooms: new Map<View, Room>() });
  const of = [width, ...visible.map(({ view }) => view)].join();
  if (known.current.of !== of) known.current = { of, rooms: new Map() };
  useEffect(() => {
    const forget = () => known.current.rooms.clear(); // `most` hangs on the height of the window
    addEventListener("resize", forget);
    return () => removeEventListener("resize", forget);
  }, []);
  const roomOf = ({ view, svg }: Drawing) => {
    const { rooms } = known.current;
    const room = rooms.get(view) ?? measured(svg);
    if (room.width) rooms.set(view, room);
    return room;
  };
  // Asked before it is needed, once the page is laid out anyway.
  useEffect(() => afterPaint(() => visible.forEach(roomOf)), [of]);
  return roomOf;
}

const measured = (svg: SVGSVGElement): Room => ({
  width: svg.getBoundingClientRect().width,
  most: Number.parseFloat(getComputedStyle(svg).maxHeight) || Infinity,
});

/** Units of the drawing in a CSS pixel, while `seen` is what shows of it. */
export const unitOf = ({ width, most }: Room, seen: Box): number =>
  width ? Math.max(seen.width / width, seen.height / most) : 1;
