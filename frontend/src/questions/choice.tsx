/** Choice: one best answer, or several right ones. Twin of `questions/types/choice.py`. */
import { useId } from "../ids";
import { asList, parseList } from "./parse";
import { type ChoiceItem, type FeedbackProps, type InputProps, type QuestionType, ResponseError } from "./types";
import { tally } from "./words";

const keyOf = (item: ChoiceItem) => item.options.filter((option) => option.correct).map((option) => option.id);

function parse(item: ChoiceItem, response: unknown): string[] {
  const chosen = parseList(item.id, response);
  const known = item.options.map((option) => option.id).sort();
  for (const option of chosen)
    if (!known.includes(option))
      throw new ResponseError(`item '${item.id}' has no option '${option}'; it has ${known.join(", ")}`);
  if (!item.multiple && chosen.length > 1)
    throw new ResponseError(`item '${item.id}' takes one option, and the response has ${chosen.length}`);
  return chosen;
}

function counts(item: ChoiceItem, chosen: string[]) {
  const key = keyOf(item);
  const right = chosen.filter((option) => key.includes(option)).length;
  return { right, wrong: chosen.length - right, of: key.length };
}

function fraction(item: ChoiceItem, chosen: string[]): number {
  const { right, wrong, of } = counts(item, chosen);
  return Math.max(0, right - wrong) / of;
}

/** Every mistake is a careful option, and where several are asked for, none of them is missing. */
function tooCareful(item: ChoiceItem, chosen: string[]): boolean {
  const wrong = item.options.filter((option) => chosen.includes(option.id) && !option.correct);
  const missing = item.multiple && keyOf(item).some((option) => !chosen.includes(option));
  return wrong.length > 0 && !missing && wrong.every((option) => option.careful);
}

function inWords(item: ChoiceItem, chosen: string[]): string {
  if (!item.multiple) return "";
  const found = counts(item, chosen);
  const cost = found.right && found.wrong ? " Each wrong option takes a right one away." : "";
  return tally(found, "right option", "right options") + cost;
}

const VERDICTS = { right: "✓ right", missed: "○ right, not chosen", wrong: "✗ not right" };
/** A reason is written to whoever chose the option; the mark before it says the verdict already. */
const reasonAlone = (feedback = "") => feedback.replace(/^Right\. /, "");

function Input({ item, response, onResponse, checked }: InputProps<ChoiceItem>) {
  const name = useId();
  const chosen = asList(response);
  const choose = (id: string, text: string, on: boolean) => {
    const rest = item.multiple ? chosen.filter((other) => other !== id) : [];
    onResponse(on ? [...rest, id] : rest, `${text}: ${on ? "chosen" : "not chosen"}.`);
  };
  return (
    <div class="tp-options">
      {item.options.map((option) => {
        const on = chosen.includes(option.id);
        const verdict = !checked ? undefined : option.correct ? (on ? "right" : "missed") : on ? "wrong" : undefined;
        return (
          <label key={option.id} class="tp-option" data-option={option.id} data-verdict={verdict}>
            <input
              type={item.multiple ? "checkbox" : "radio"}
              name={name}
              value={option.id}
              checked={on}
              disabled={checked}
              onChange={(event) => choose(option.id, option.text, event.currentTarget.checked)}
            />
            <span>{option.text}</span>
            {verdict && <span class="tp-tag">{VERDICTS[verdict]}</span>}
          </label>
        );
      })}
    </div>
  );
}

function Feedback({ item, response }: FeedbackProps<ChoiceItem>) {
  const chosen = asList(response);
  const mine = item.options.filter((option) => chosen.includes(option.id));
  const missed = item.options.filter((option) => option.correct && !chosen.includes(option.id));
  const reasons = [...mine, ...missed].filter((option) => option.feedback);
  if (!reasons.length) return null;
  return (
    <ul class="tp-reasons">
      {reasons.map((option) => {
        const verdict = !option.correct ? "wrong" : chosen.includes(option.id) ? "right" : "missed";
        return (
          <li key={option.id} data-verdict={verdict}>
            <strong>{option.text}</strong>: <span class="tp-mark">{VERDICTS[verdict]}</span>. {reasonAlone(option.feedback)}
          </li>
        );
      })}
    </ul>
  );
}

export const choice: QuestionType<ChoiceItem, string[]> = {
  parse,
  fraction,
  inWords,
  tooCareful,
  blank: "Choose an option first.",
  instruction: (item) => (item.multiple ? "Choose every option that is right." : "Choose one option."),
  Input,
  Feedback,
  describe: (item, chosen) =>
    item.options.filter((option) => chosen.includes(option.id)).map((option) => option.text).join("; "),
};
