/** One of several contents: what goes is hidden at once and leaves the page after the paint, since a phone is long at it. */
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { useAfterPaint } from "../after_paint";

interface Props {
  /** Which of them is meant. */
  of: string;
  children: ComponentChildren;
}

export function Turn({ of, children }: Props) {
  const drawn = useAfterPaint(of);
  const last = useRef<ComponentChildren>(null);
  if (drawn === of) last.current = children;
  return (
    <>
      {drawn !== of && (
        <div key={drawn} hidden>
          {last.current}
        </div>
      )}
      <div key={of}>{children}</div>
    </>
  );
}
