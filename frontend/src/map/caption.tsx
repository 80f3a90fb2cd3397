/** What stands around each view: its name and sides, where else to look, and the drawing's own place. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { VIEW_NAMES } from "../atlas";
import type { Drawing } from "./drawing";

export function Caption({ view }: Pick<Drawing, "view">) {
  return (
    <p class="tp-caption" aria-hidden="true">
      <span>{view === "back" ? "left" : "right"}</span>
      <strong>{VIEW_NAMES[view]}</strong>
      <span>{view === "back" ? "right" : "left"}</span>
    </p>
  );
}

/** Beside the head of a view that shows it from one direction only: what is seen from the side. */
export function Edge({ names, onSide }: { names: readonly string[]; onSide(): void }) {
  if (!names.length) return null;
  const words = names.join(", ");
  return (
    <button type="button" class="tp-edge" data-jump="head_side" onClick={onSide}>
      {words.charAt(0).toUpperCase() + words.slice(1)}: {VIEW_NAMES.head_side.toLowerCase()}
    </button>
  );
}

/** Puts the live SVG into the page once: moving it again would take the focus away. */
export function Holder({ svg }: { svg: SVGSVGElement }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.replaceChildren(svg), [svg]);
  return <div ref={place} />;
}
