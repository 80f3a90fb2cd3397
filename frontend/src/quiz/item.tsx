/** One item: the question, its controls, and after a check the verdict with its reasons. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { Loaded } from "../atlas";
import type { Citations } from "../model";
import { Paragraphs } from "../prose";
import { score, typeOf } from "../questions";
import { type Item, ResponseError } from "../questions/types";
import { type Answer, check, respond, retry } from "./answers";
import { Confidence } from "./confidence";
import { reveal } from "./reveal";
import { Verdict, verdictWords } from "./verdict";

interface Props {
  item: Item;
  at: number;
  /** Such as "Question 2 of 8"; empty where it says nothing. */
  number: string;
  answer: Answer;
  judged: boolean;
  loaded: Loaded;
  citations: Citations;
  onAnswer(answer: Answer): void;
  say(message: string): void;
  /** Buttons that go on from here; whether there is a verdict decides which of them stands out. */
  children?(checked: boolean): ComponentChildren;
}

export function QuizItem({ item, at, number, answer, judged, loaded, citations, onAnswer, say, children }: Props) {
  const type = typeOf(item);
  const read = useMemo(() => readResponse(item, answer, loaded), [item, answer, loaded]);
  const root = useRef<HTMLFieldSetElement>(null);
  const moved = useRef<"verdict" | "question" | null>(null);
  // What was asked for stands below what was pressed, or above it: the focus goes there, never at a reload.
  // An effect that waits could belong to the render before, which does not have it yet.
  useLayoutEffect(() => {
    if (moved.current === "verdict") reveal(root.current?.querySelector<HTMLElement>(".tp-verdict > .tp-heading"));
    if (moved.current === "question") reveal(root.current);
    moved.current = null;
  });
  if (!type || "unknown" in read) {
    return (
      <fieldset class="tp-item" data-item={item.id} data-place={at} tabIndex={-1}>
        <legend>{number || "Question"}</legend>
        <p class="tp-problem">
          The question “{item.id}” {type ? `cannot be shown: ${read.problem}` : `is of the type “${item.type}”, which this page does not know; update the course to answer it.`}
        </p>
        <div class="tp-actions">{children?.(true)}</div>
      </fieldset>
    );
  }
  const { response, result, problem } = read;
  const checked = judged && Boolean(answer.answered_at) && result.status !== "blank";
  const now = () => new Date().toISOString();
  const onCheck = () => {
    if (result.status === "blank") return say(type.blank);
    moved.current = "verdict";
    onAnswer(check({ ...answer, response }, now(), result.status));
    say(verdictWords(result));
  };
  const onRetry = () => {
    moved.current = "question";
    onAnswer(retry(answer));
    say("Change your answer, then check it again.");
  };
  const figure = () => root.current?.querySelector<HTMLElement>(".tp-picture");
  return (
    <fieldset class="tp-item" data-item={item.id} data-place={at} tabIndex={-1} ref={root}>
      <legend>
        {number && <span class="tp-number">{number}</span>}
        <Paragraphs text={item.prompt} />
      </legend>
      {problem && <p class="tp-problem">{problem}</p>}
      <p class="tp-hint">{type.instruction(item)}</p>
      <type.Input
        item={item}
        response={response}
        checked={checked}
        loaded={loaded}
        say={say}
        onResponse={(next, message) => {
          onAnswer(respond(answer, next, judged, now()));
          say(judged ? message : `${message} Answer saved.`.trim());
        }}
      />
      {!judged && <Confidence value={answer.confidence} onChange={(confidence) => {
        onAnswer({ ...answer, confidence });
        say("Answer saved.");
      }} />}
      {checked && (
        <Verdict
          item={item}
          result={result}
          citations={citations}
          onFigure={type.drawn ? () => reveal(figure()) : undefined}
        >
          <type.Feedback item={item} response={response} atlas={loaded.atlas} />
        </Verdict>
      )}
      <div class="tp-actions">
        {judged && (
          <button
            type="button"
            class={checked ? undefined : "tp-primary"}
            data-action={checked ? "retry" : "check"}
            onClick={checked ? onRetry : onCheck}
          >
            {checked ? "Try again" : item.type === "text" ? "Compare with the model answer" : "Check"}
          </button>
        )}
        {children?.(checked)}
      </div>
    </fieldset>
  );
}

/** The stored response with its score; one that cannot be read is left out, and said so. */
function readResponse(item: Item, answer: Answer, loaded: Loaded) {
  const blank = { fraction: 0, status: "blank" as const, words: "", careful: false };
  try {
    return { response: answer.response ?? null, result: score(item, answer.response, loaded.atlas), problem: "" };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    if (!(error instanceof ResponseError)) return { unknown: true as const, problem: text };
    return { response: null, result: blank, problem: `The saved answer was left out: ${text}.` };
  }
}
