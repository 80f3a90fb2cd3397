/** The one polite status line of a widget: one message an action. */
import type { RefObject } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";

type Say = (text: string) => void;

export function useStatus() {
  const set = useRef<Say>(() => undefined);
  // It is drawn by itself: what is said changes nothing else of the widget.
  const element = useMemo(() => <Line set={set} />, []);
  const say = useMemo<Say>(() => (text) => text && set.current(text), []);
  return { element, say };
}

function Line({ set }: { set: RefObject<Say> }) {
  const [message, setMessage] = useState("");
  set.current = setMessage;
  return (
    <div class="tp-status" role="status">
      {message}
    </div>
  );
}
