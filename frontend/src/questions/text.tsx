/** Text: a written answer, marked by the instructor. Twin of `questions/types/text.py`. */
import { useId } from "../ids";
import { Paragraphs } from "../prose";
import { type FeedbackProps, type InputProps, type QuestionType, ResponseError, type TextItem } from "./types";

const MAX_CHARACTERS = 20_000; // as in Python: a long essay

function parse(item: TextItem, response: unknown): string {
  if (response === null || response === undefined) return "";
  if (typeof response !== "string") throw new ResponseError(`item '${item.id}': the response must be text`);
  const characters = [...response].length;
  if (characters > MAX_CHARACTERS)
    throw new ResponseError(
      `item '${item.id}': the text has ${characters} characters; at most ${MAX_CHARACTERS} are read`,
    );
  return response.trim();
}

const countWords = (text: string) => text.trim().split(/\s+/).filter(Boolean).length;

function Input({ item, response, onResponse, checked }: InputProps<TextItem>) {
  const id = useId();
  const text = typeof response === "string" ? response : "";
  const words = countWords(text);
  return (
    <div class="tp-written">
      <label for={id}>Your answer</label>
      <textarea
        id={id}
        rows={7}
        maxLength={MAX_CHARACTERS}
        readOnly={checked}
        aria-describedby={`${id}-words`}
        value={text}
        onInput={(event) => onResponse(event.currentTarget.value, "")}
        name={item.id}
      />
      <p id={`${id}-words`} class="tp-hint">
        {words} {words === 1 ? "word" : "words"}
      </p>
    </div>
  );
}

function Feedback({ item }: FeedbackProps<TextItem>) {
  return (
    <div class="tp-model-answer">
      {item.model_answer && (
        <>
          <p class="tp-label">Model answer</p>
          <Paragraphs text={item.model_answer} />
        </>
      )}
      {item.rubric && item.rubric.length > 0 && (
        <>
          <p class="tp-label">Does yours have these?</p>
          <ul>
            {item.rubric.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

export const text: QuestionType<TextItem, string> = {
  parse,
  fraction: () => null,
  inWords: () => "A person marks written answers; compare yours with the model answer.",
  blank: "Write something first.",
  instruction: () => "Write a few sentences in your own words.",
  Input,
  Feedback,
  describe: (_item, written) => written,
};
