/** A ticked sign that forbids to go on is said at the top of every mode until its tick is taken away. */
import type { RedFlag } from "../atlas";
import { TICKED } from "./words";

interface Props {
  flag: RedFlag;
  onAdvice(): void;
}

export function StopBar({ flag, onAdvice }: Props) {
  const number = flag.action === "call_emergency";
  return (
    <div class="tp-stop-bar" role="group" aria-label="A safety sign is ticked" data-standing={flag.id}>
      <p>
        <span aria-hidden="true">⚠ </span>
        <strong>A sign is ticked: {TICKED[flag.action]}.</strong>
      </p>
      <button type="button" data-action="to-advice" onClick={onAdvice}>
        {number ? "Show the number to call" : "Show the advice"}
      </button>
    </div>
  );
}
