/** A function that stays the same and always does what the newest one does: what gets it need not be drawn again. */
import { useMemo, useRef } from "preact/hooks";

export function useNewest<A extends unknown[], R>(act: (...args: A) => R): (...args: A) => R {
  const newest = useRef(act);
  newest.current = act;
  return useMemo(() => (...args) => newest.current(...args), []);
}
