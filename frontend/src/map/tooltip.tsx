/** The name of the region under the pointer: it stays while pointed at, and Escape sends it away. */
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

interface Tip {
  text: string;
  x: number;
  y: number;
  /** Lets taps through to what lies below. */
  through: boolean;
}
const LINGER = 150; // ms: long enough to move the pointer onto the name

/** Return the tooltip to draw inside `stage`, a positioned element, and a function that shows one. */
export function useTooltip(stage: RefObject<HTMLElement | null>) {
  const [tip, setTip] = useState<Tip | null>(null);
  const timer = useRef(0);
  const own = useRef<HTMLSpanElement>(null);
  const keep = () => window.clearTimeout(timer.current);
  const leave = () => {
    keep();
    timer.current = window.setTimeout(() => setTip(null), LINGER);
  };
  const show = (path: Element, text: string, through = false) => {
    if (!stage.current) return;
    keep();
    const frame = stage.current.getBoundingClientRect();
    const at = path.getBoundingClientRect();
    const y = Math.max(at.top, frame.top) - frame.top;
    setTip({ text, x: at.left + at.width / 2 - frame.left, y, through });
  };
  useEffect(() => {
    if (!tip) return;
    const dismiss = (event: KeyboardEvent) => event.key === "Escape" && setTip(null);
    document.addEventListener("keydown", dismiss);
    return () => document.removeEventListener("keydown", dismiss);
  }, [tip]);
  useEffect(() => keep, []);
  useLayoutEffect(() => {
    const mark = own.current;
    if (!tip || !mark || !stage.current) return;
    const room = stage.current.clientWidth - mark.offsetWidth;
    mark.style.left = `${Math.max(0, Math.min(tip.x - mark.offsetWidth / 2, room))}px`;
    mark.style.top = `${Math.max(0, tip.y - mark.offsetHeight + 2)}px`;
  }, [tip]);
  const element = tip && (
    <span ref={own} class="tp-tooltip" data-through={tip.through} aria-hidden="true" onPointerEnter={keep} onPointerLeave={leave}>
      {tip.text}
    </span>
  );
  return { element, show, leave, hide: () => setTip(null) };
}
