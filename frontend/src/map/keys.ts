/** The keys of the figure: a press on a control becomes what it asks for. */
import type { Region } from "../regions";
import { destination } from "./move";
import type { Spot } from "./shape";
import { larger, smaller } from "./zoom";

const ARROWS: Record<string, Spot> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
/** What the keys do, in words. */
export const KEYS =
  "Everything in this figure is in the list before it, too. Arrow keys move from region to region, Page Up and " +
  "Page Down to another body part, Home and End to the first and last; Enter chooses, Escape leads to the list.";

interface Setting {
  scale: number;
  order: readonly Region[];
  /** All controls that can be reached now. */
  stops(): SVGGraphicsElement[];
  controlAt(event: Event): SVGGraphicsElement | null;
  onChoose(stop: SVGGraphicsElement): void;
  onLeave(stop: SVGGraphicsElement): void;
  onMove(stop: SVGGraphicsElement, way: Spot): void;
  onScale(stop: SVGGraphicsElement, scale: number): void;
}

/** Return what handles a key press; keys that mean nothing here go on to the page. */
export function useKeys({ scale, order, stops, controlAt, onChoose, onLeave, onMove, onScale }: Setting) {
  return (event: KeyboardEvent) => {
    const stop = controlAt(event);
    if (!stop || event.ctrlKey || event.metaKey || event.altKey) return;
    const way = event.shiftKey && scale > 1 ? ARROWS[event.key] : undefined;
    if (event.key === "Enter" || event.key === " ") onChoose(stop);
    else if (event.key === "Escape") onLeave(stop);
    else if (way) onMove(stop, way);
    else if (event.key === "+" || event.key === "-") onScale(stop, event.key === "+" ? larger(scale) : smaller(scale));
    else {
      const to = destination(event.key, stop, stops(), order);
      if (!to) return;
      to.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  };
}
