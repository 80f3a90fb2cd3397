/** The safety questions: each sign with yes and no; an emergency stops the finder at once. */
import { useState } from "preact/hooks";
import type { RedFlag } from "../atlas";
import { Heading } from "../heading";
import { useId } from "../ids";
import { Advice } from "./advice";

interface Props {
  flags: readonly RedFlag[];
  reviewed: string | null;
  onDone(yes: string[]): void;
  say(message: string): void;
}

export function RedFlags({ flags, reviewed, onDone, say }: Props) {
  const [answers, setAnswers] = useState<Record<string, boolean>>({});
  const id = useId();
  const yes = flags.filter((flag) => answers[flag.id]);
  const emergency = yes.find((flag) => flag.action === "call_emergency");
  const open = flags.filter((flag) => answers[flag.id] === undefined).length;

  const answer = (flag: RedFlag, value: boolean) => {
    setAnswers({ ...answers, [flag.id]: value });
    if (value && flag.action === "call_emergency") say("Stop. Call the emergency services now. The finder has stopped.");
    else if (value) say("Yes. Read the advice below the question.");
    else say(`No. ${Math.max(0, open - (answers[flag.id] === undefined ? 1 : 0))} questions left.`);
  };
  return (
    <div class="tp-questions">
      <Heading>Safety questions first</Heading>
      <p>
        Each question helps to find a sign. Answer whether the sign, in bold, is there. Any of them matters more than the muscles. {!reviewed && "No clinician has reviewed this list yet."}{" "}
        This page does not make a diagnosis: in doubt, ask a doctor.
      </p>
      <ol>
        {flags.map((flag) => (
          <li key={flag.id} data-red-flag={flag.id}>
            <fieldset>
              <legend>
                <span class="tp-hint">To find out, ask: {flag.question}</span>
                <span class="tp-sign">{flag.sign}</span>
                <span class="tp-hint">Is that so?</span>
              </legend>
              {[true, false].map((value) => (
                <label key={String(value)} class="tp-yes-no">
                  <input
                    type="radio"
                    name={`${id}-${flag.id}`}
                    checked={answers[flag.id] === value}
                    onChange={() => answer(flag, value)}
                  />
                  {value ? "Yes, this is so" : "No"}
                </label>
              ))}
            </fieldset>
            {answers[flag.id] && <Advice flag={flag} />}
          </li>
        ))}
      </ol>
      {emergency ? (
        <p class="tp-stop">
          <strong>The finder has stopped</strong> because of an emergency sign: “{emergency.sign}”. If that was a slip,
          change the answer to “No”.
        </p>
      ) : (
        <div class="tp-actions">
          {yes.length === 0 && (
            <button type="button" data-action="no-to-all" onClick={() => onDone([])}>
              No to all of these: show muscles
            </button>
          )}
          {Object.keys(answers).length > 0 && (
            <button
              type="button"
              class="tp-primary"
              data-action="questions-done"
              aria-disabled={open > 0}
              onClick={() =>
                open ? say(`${open} questions are not answered yet.`) : onDone(yes.map((flag) => flag.id))
              }
            >
              Show muscles
            </button>
          )}
        </div>
      )}
    </div>
  );
}
