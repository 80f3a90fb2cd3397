/** A ticked sign that forbids to go on is said at the top of every mode until its tick is taken away. */
import type { RedFlag } from "../atlas";

interface Props {
  flag: RedFlag;
  /** What its action is called. */
  heading: string;
  onAdvice(): void;
}

export function StopBar({ flag, heading, onAdvice }: Props) {
  const number = flag.action === "call_emergency";
  return (
    <div class="tp-stop-bar" role="group" aria-label="A safety sign is ticked" data-standing={flag.id}>
      <p>
        <span aria-hidden="true">⚠ </span>
        <strong>A sign is ticked: {heading.slice(0, 1).toLowerCase() + heading.slice(1)}.</strong>
      </p>
      <button type="button" data-action="to-advice" onClick={onAdvice}>
        {number ? "Show the number to call" : "Show the advice"}
      </button>
    </div>
  );
}
