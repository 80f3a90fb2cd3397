/** Start again: asks once, because the answers are gone afterwards. */
import { useEffect, useRef, useState } from "preact/hooks";
import { useId } from "../ids";
import { reveal } from "./reveal";

export function StartAgain({ count, onConfirm }: { count: number; onConfirm(): void }) {
  const [asking, setAsking] = useState(false);
  const question = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const was = useRef(false);
  const id = useId();
  useEffect(() => {
    if (asking) reveal(question.current);
    else if (was.current) button.current?.focus();
    was.current = asking;
  }, [asking]);
  if (!asking)
    return (
      <button type="button" data-action="start-again" ref={button} onClick={() => setAsking(true)}>
        Start again
      </button>
    );
  return (
    <div
      class="tp-note tp-confirm"
      role="group"
      aria-labelledby={id}
      tabIndex={-1}
      ref={question}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        setAsking(false);
      }}
    >
      <p id={id}>Start again? Your answers to these {count} questions, and what came out, are deleted.</p>
      <div class="tp-actions">
        <button type="button" data-action="keep-answers" onClick={() => setAsking(false)}>
          Keep my answers
        </button>
        <button type="button" data-action="delete-answers" onClick={onConfirm}>
          Delete them and start again
        </button>
      </div>
    </div>
  );
}
