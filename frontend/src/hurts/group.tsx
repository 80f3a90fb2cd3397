/** The signs of one action: native checkboxes, and “None of these”, which excludes them. */
import type { AtlasData, RedFlag } from "../atlas";
import { Heading } from "../heading";
import { useId } from "../ids";
import { listed } from "../prose";
import { Advice } from "./advice";
import { type Answers, type Group, isNone } from "./answers";

interface Props {
  group: Group;
  answers: Answers;
  atlas: AtlasData;
  /** Show only the first signs: the others, and “None of these”, follow. */
  begun?: boolean;
  /** Show the question that a therapist can ask a client to find each sign. */
  asking: boolean;
  /** Say that this group still has no answer. */
  missing: boolean;
  /** Signs that another zone brought after the group was answered, to be pointed out. */
  added: readonly RedFlag[];
  onSign(flag: RedFlag): void;
  onNone(): void;
}

/** Signs that are drawn at once; the others come one picture later. */
const FIRST = 2;

export function SignGroup({ group, answers, atlas, begun = false, asking, missing, added, onSign, onNone }: Props) {
  const id = useId();
  return (
    <fieldset data-group={group.action} aria-describedby={missing || added.length ? `${id}-problem` : undefined}>
      <legend>
        <Heading below={1}>{atlas.actions[group.action].heading}</Heading>
        <span>Is any of these true?</span>
      </legend>
      {missing && (
        <p class="tp-problem" id={`${id}-problem`}>
          Not answered yet: tick what is true, or “None of these”.
        </p>
      )}
      {added.length > 0 && (
        <p class="tp-problem" id={`${id}-problem`}>
          New with the places you added: {listed(added.map((flag) => `“${flag.sign}”`))}. Tick it if it is there, then go on.
        </p>
      )}
      {group.flags.slice(0, begun ? FIRST : undefined).map((flag) => (
        <div key={flag.id} data-red-flag={flag.id}>
          <label class="tp-check">
            <input
              type="checkbox"
              data-sign={flag.id}
              checked={answers[flag.id] === true}
              aria-labelledby={`${id}-${flag.id}`}
              aria-describedby={flag.detail ? `${id}-${flag.id}-detail` : undefined}
              onChange={() => onSign(flag)}
            />
            <span>
              <span id={`${id}-${flag.id}`}>{flag.sign}</span>
              {flag.detail && (
                <span class="tp-hint" id={`${id}-${flag.id}-detail`}>
                  {flag.detail}
                </span>
              )}
            </span>
          </label>
          {asking && <p class="tp-how-to-ask">Ask: {flag.questions.map((question) => `“${question}”`).join(" ")} {flag.how_to_ask}</p>}
          {answers[flag.id] && <Advice flag={flag} atlas={atlas} />}
        </div>
      ))}
      {!begun && (
        <>
          <p class="tp-or" aria-hidden="true">
            or
          </p>
          <label class="tp-check">
            <input type="checkbox" data-none={group.action} checked={isNone(group, answers)} onChange={onNone} />
            <span>None of these</span>
          </label>
        </>
      )}
    </fieldset>
  );
}
