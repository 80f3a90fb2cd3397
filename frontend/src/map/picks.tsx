/** What is chosen, one small button each that takes it away again. It stands below the figure. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { afterAll } from "../after_paint";
import { reveal } from "../scroll";

interface Props {
  keys: readonly string[];
  nameOf(key: string): string | undefined;
  locked?: boolean;
  onRemove(key: string): void;
}

export function Picks({ keys, nameOf, locked = false, onRemove }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const gone = useRef<number | null>(null);
  // The button that was pressed goes with its pick: the focus goes to the one that takes its place.
  useLayoutEffect(() => {
    if (gone.current === null) return;
    const left = root.current!.querySelectorAll<HTMLElement>("[data-pick]");
    const next = left[Math.min(gone.current, left.length - 1)] ?? root.current!;
    gone.current = null;
    next.focus({ preventScroll: true });
    // The figure above may show another part now, and be as tall as that.
    return afterAll(() => reveal(next));
  }, [keys.join()]);
  const takeAway = (at: number) => {
    gone.current = at;
    onRemove(keys[at]!);
  };
  return (
    <div class="tp-picks" role="group" aria-label="Chosen" tabIndex={-1} ref={root}>
      <strong>Chosen:</strong> {!keys.length && "nothing yet"}
      {keys.length > 0 && (
        <ul>
          {keys.map((key, at) => (
            <li key={key}>
              {locked ? (
                (nameOf(key) ?? key)
              ) : (
                <button type="button" data-pick={key} onClick={() => takeAway(at)}>
                  <span class="tp-unseen">Take away: </span>
                  {nameOf(key) ?? key} <span aria-hidden="true">×</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
