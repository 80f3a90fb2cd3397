/** What answers a finger is drawn first; what takes long to draw, and was not touched, follows in the next task. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

/** Call back once the next picture is on the screen; returns what calls it off. */
export function afterPaint(callback: () => void): () => void {
  let timer = 0;
  const frame = requestAnimationFrame(() => (timer = window.setTimeout(callback)));
  return () => {
    cancelAnimationFrame(frame);
    window.clearTimeout(timer);
  };
}

/** Call back once what `useAfterPaint` holds back is drawn as well: for a focus that goes there. */
export const afterAll = (callback: () => void) => afterPaint(() => afterPaint(callback));

/** Return `value` as it was before the last choice until that one is on the screen, or, if `now`, as it is. */
export function useAfterPaint<T>(value: T, now = false): T {
  const drawn = useRef(value);
  const [, redraw] = useState(0);
  if (now) drawn.current = value;
  useLayoutEffect(() => {
    if (drawn.current === value) return;
    return afterPaint(() => {
      drawn.current = value;
      redraw((count) => count + 1);
    });
  }, [value]);
  return drawn.current;
}

/** Return what `make` gives for these inputs; undefined until then. */
export function useLater<T>(make: () => T, inputs: readonly unknown[]): T | undefined {
  const [made, setMade] = useState<{ inputs: readonly unknown[]; value: T }>();
  useEffect(() => setMade({ inputs, value: make() }), inputs);
  return made?.inputs.every((input, at) => input === inputs[at]) ? made.value : undefined;
}
