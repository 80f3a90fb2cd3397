/** The name of the region under the pointer: it stays while pointed at, and Escape sends it away. */
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";

interface Tip {
  text: string;
  x: number;
  y: number;
  /** How wide the stage is. */
  wide: number;
  /** Lets taps through to what lies below. */
  through: boolean;
}
const GAP = 4; // px between the name and a button of the figure
const LINGER = 150; // ms: long enough to move the pointer onto the name

/** Return the tooltip to draw inside `stage`, a positioned element, and a function that shows one. */
export function useTooltip(stage: RefObject<HTMLElement | null>) {
  const set = useRef<(tip: Tip | null) => void>(() => undefined);
  const timer = useRef(0);
  const keep = () => window.clearTimeout(timer.current);
  const leave = (linger = LINGER) => {
    keep();
    timer.current = window.setTimeout(() => set.current(null), linger);
  };
  const show = (path: Element, text: string, through = false) => {
    if (!stage.current) return;
    keep();
    const frame = stage.current.getBoundingClientRect();
    const at = path.getBoundingClientRect();
    const y = Math.max(at.top, frame.top) - frame.top;
    set.current({ text, x: at.left + at.width / 2 - frame.left, y, wide: frame.width, through });
  };
  useEffect(() => keep, []);
  // It is drawn by itself: a name that comes or goes leaves the figure alone.
  const element = useMemo(() => <Name stage={stage} set={set} onKeep={keep} onLeave={leave} />, []);
  return { element, show, leave, hide: () => set.current(null) };
}

interface Props {
  stage: RefObject<HTMLElement | null>;
  set: RefObject<(tip: Tip | null) => void>;
  onKeep(): void;
  onLeave(): void;
}

function Name({ stage, set, onKeep, onLeave }: Props) {
  const [tip, setTip] = useState<Tip | null>(null);
  const own = useRef<HTMLSpanElement>(null);
  set.current = setTip;
  useLayoutEffect(() => {
    if (!tip) return;
    const dismiss = (event: KeyboardEvent) => event.key === "Escape" && setTip(null);
    document.addEventListener("keydown", dismiss);
    return () => document.removeEventListener("keydown", dismiss);
  }, [tip]);
  useLayoutEffect(() => {
    const mark = own.current;
    const edges = [...(stage.current?.querySelectorAll(".tp-edge") ?? [])];
    if (!mark) return;
    mark.style.maxWidth = "";
    const button = edges.find((one) => overlap(one, mark));
    if (!button) return;
    const free = `${button.getBoundingClientRect().left - stage.current!.getBoundingClientRect().left - GAP}px`;
    mark.style.maxWidth = free;
    mark.style.setProperty("--wide", free);
  }, [tip]);
  if (!tip) return null;
  return (
    <span
      ref={own}
      class="tp-tooltip"
      style={{ "--x": `${tip.x}px`, "--y": `${tip.y}px`, "--wide": `${tip.wide}px` }}
      data-through={tip.through}
      aria-hidden="true"
      onPointerEnter={onKeep}
      onPointerLeave={() => onLeave()}
    >
      {tip.text}
    </span>
  );
}

function overlap(one: Element, other: Element): boolean {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  return a.width > 0 && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
