/** What to do about a red flag that is there: the action in words first, then what to say. */
import type { RedFlag } from "../atlas";

const ACTIONS: Record<RedFlag["action"], string> = {
  call_emergency: "Stop. Call the emergency services now.",
  same_day_medical: "Stop. This needs a doctor today.",
  stop_and_refer: "Stop. Do not treat; refer to a doctor.",
  modify_and_ask: "Change the plan, and ask before going on.",
};

const SEEN: Record<RedFlag["verified"], string> = {
  yes: "Sign and urgency were read in the source.",
  partly: "The sign was read in the source; the urgency is our judgement.",
  no: "Not yet checked in a source.",
};

export function Advice({ flag }: { flag: RedFlag }) {
  return (
    <div class="tp-advice" data-flag={flag.id} data-action-needed={flag.action}>
      <p class="tp-label">
        <span aria-hidden="true">⚠ </span>
        {ACTIONS[flag.action]}
      </p>
      <p>
        <strong>It may mean:</strong> {flag.may_mean}.
      </p>
      <p>
        <strong>Say:</strong> “{flag.say}”
      </p>
      <p class="tp-hint">
        Source: {flag.source}. {SEEN[flag.verified]}
      </p>
    </div>
  );
}
