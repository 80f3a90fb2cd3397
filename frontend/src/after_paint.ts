/** What answers a finger is drawn first; what takes long to draw, and was not touched, follows in the next task. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";

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

/** The same for a step that takes the focus along, unless it went elsewhere meanwhile: whoever has gone on is not called back. */
export function afterAllWhoStayed(callback: () => void): () => void {
  const from = document.activeElement;
  return afterAll(() => [from, document.body, null].includes(document.activeElement) && callback());
}

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

/** Whether what calls this is on the screen already; it is drawn once more when it is. */
export function useDrawn(): boolean {
  const [drawn, setDrawn] = useState(false);
  useLayoutEffect(() => afterPaint(() => setDrawn(true)), []);
  return drawn;
}

/** Return a function that gives what `make` gives for these inputs: made when it is asked for, or ahead of that after the paint. */
export function useAhead<T>(make: () => T, inputs: readonly unknown[]): () => T {
  const ask = useMemo(() => {
    let made: { value: T } | undefined;
    return () => (made ??= { value: make() }).value;
  }, inputs);
  useEffect(() => afterPaint(ask), [ask]);
  return ask;
}

/** Return what `make` gives for these inputs; undefined until then. */
export function useLater<T>(make: () => T, inputs: readonly unknown[]): T | undefined {
  const [made, setMade] = useState<{ inputs: readonly unknown[]; value: T }>();
  useEffect(() => setMade({ inputs, value: make() }), inputs);
  return made?.inputs.every((input, at) => input === inputs[at]) ? made.value : undefined;
}
