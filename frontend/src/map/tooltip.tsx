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
const GAP = 4; // px between the name and a button of the figure
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
    const place = (wide: number) => {
      const left = Math.max(0, Math.min(tip.x - mark.offsetWidth / 2, wide - mark.offsetWidth));
      Object.assign(mark.style, { left: `${left}px`, top: `${Math.max(0, tip.y - mark.offsetHeight + 2)}px` });
    };
    const wide = stage.current.clientWidth;
    mark.style.maxWidth = "";
    place(wide);
    const button = [...stage.current.querySelectorAll(".tp-edge")].find((one) => overlap(one, mark));
    if (!button) return;
    const free = button.getBoundingClientRect().left - stage.current.getBoundingClientRect().left - GAP;
    mark.style.maxWidth = `${free}px`;
    place(free);
  }, [tip]);
  const element = tip && (
    <span ref={own} class="tp-tooltip" data-through={tip.through} aria-hidden="true" onPointerEnter={keep} onPointerLeave={leave}>
      {tip.text}
    </span>
  );
  return { element, show, leave, hide: () => setTip(null) };
}

function overlap(one: Element, other: Element): boolean {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  return a.width > 0 && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
