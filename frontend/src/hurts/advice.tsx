/** What a sign that is there may mean, and what to do about it. */
import type { AtlasData, RedFlag } from "../atlas";
import { Call } from "./call";
import { Sources } from "./sources";

export function Advice({ flag, atlas }: { flag: RedFlag; atlas: AtlasData }) {
  return (
    <div class="tp-advice" data-flag={flag.id} data-action-needed={flag.action}>
      <p class="tp-label">
        <span aria-hidden="true">⚠ </span>
        {atlas.actions[flag.action].to_do}
      </p>
      {flag.action === "call_emergency" && <Call numbers={atlas.emergency_numbers ?? []} />}
      <p>
        <strong>It may mean:</strong> {flag.may_mean}.
      </p>
      <p>
        <strong>A therapist can say:</strong> “{flag.say}”
      </p>
      <p class="tp-hint">
        {flag.how_sure} {flag.note}
      </p>
      {flag.sources.length > 0 && (
        <details>
          <summary>Sources</summary>
          <Sources readings={flag.sources} />
        </details>
      )}
    </div>
  );
}
