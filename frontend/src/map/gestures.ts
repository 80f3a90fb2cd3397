/** Drag to move and pinch to enlarge. Everything they do is a button or a key as well. */
import { useRef } from "preact/hooks";

interface Touch {
  x: number;
  y: number;
}
interface Handlers {
  /** Whether there is anything to move. */
  enlarged: boolean;
  onDrag(svg: SVGSVGElement, by: Touch): void;
  onPinch(svg: SVGSVGElement, by: number, at: Touch): void;
}
const SLACK = 6; // px that a tap may tremble

/** Return what a stage listens to; `moved()` is true for the click that ends a drag or a pinch. */
export function useGestures({ enlarged, onDrag, onPinch }: Handlers) {
  const down = useRef(new Map<number, Touch>());
  const start = useRef<Touch>({ x: 0, y: 0 });
  const moving = useRef(false);
  const last = useRef<SVGSVGElement | null>(null);

  const onPointerDown = (event: PointerEvent) => {
    if (!(event.target as Element).closest("svg")) return;
    if (!down.current.size) {
      moving.current = false;
      start.current = { x: event.clientX, y: event.clientY };
    }
    down.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!event.buttons && event.pointerType === "mouse") down.current.clear(); // let go outside the figure
    const before = down.current.get(event.pointerId);
    const svg = (event.target as Element).closest<SVGSVGElement>("svg") ?? last.current;
    if (!before || !svg) return;
    last.current = svg;
    const now = { x: event.clientX, y: event.clientY };
    const [other] = [...down.current].filter(([id]) => id !== event.pointerId).map(([, touch]) => touch);
    if (other) {
      moving.current = true;
      const by = away(now, other) / (away(before, other) || 1);
      onPinch(svg, by, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    } else if (enlarged && (moving.current || away(now, start.current) > SLACK)) {
      if (!moving.current) (event.currentTarget as Element).setPointerCapture(event.pointerId);
      moving.current = true;
      onDrag(svg, { x: now.x - before.x, y: now.y - before.y });
    } else return;
    down.current.set(event.pointerId, now);
  };
  const onPointerUp = (event: PointerEvent) => {
    down.current.delete(event.pointerId);
    if (down.current.size) return;
    last.current = null;
    window.setTimeout(() => (moving.current = false)); // after the click that ends a drag
  };
  const on = { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp };
  return { on, moved: () => moving.current };
}

const away = (a: Touch, b: Touch) => Math.hypot(a.x - b.x, a.y - b.y);
