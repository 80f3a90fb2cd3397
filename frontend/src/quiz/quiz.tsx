/** A set of questions: one at a time or all in a column, judged for practice or only recorded. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Loaded } from "../atlas";
import { Heading } from "../heading";
import type { Assets, Model, QuizProps } from "../model";
import { Paragraphs } from "../prose";
import { useStatus } from "../status";
import { type Answer, type Answers, readAnswers } from "./answers";
import { QuizItem } from "./item";
import { Overview, stateOf } from "./overview";
import { Printed } from "./printed";

interface Props {
  loaded: Loaded;
  props: QuizProps;
  model: Model;
}

export function Quiz({ loaded, props, model }: Props) {
  const { set, layout = "single", notice } = props;
  const judged = (props.judged ?? true) && !set.released;
  const { element: status, say } = useStatus();
  const [answers, setAnswers] = useState<Answers>(() => readAnswers(model.get("answers")));
  const latest = useRef(answers);
  const [current, setCurrent] = useState(0);
  const root = useRef<HTMLDivElement>(null);
  const items = set.item;
  const citations = ((model.get("assets") ?? {}) as Assets).citations ?? {};

  useEffect(() => {
    const follow = () => {
      latest.current = readAnswers(model.get("answers"));
      setAnswers(latest.current);
    };
    model.on("change:answers", follow);
    return () => model.off("change:answers", follow);
  }, [model]);

  const save = (id: string, answer: Answer) => {
    latest.current = { ...latest.current, [id]: answer };
    setAnswers(latest.current);
    model.set("answers", latest.current);
    model.save_changes();
  };
  const go = (at: number) => {
    setCurrent(at);
    say(`Question ${at + 1} of ${items.length}.`);
    requestAnimationFrame(() => {
      const place = root.current?.querySelector<HTMLElement>(`[data-place="${at}"]`);
      place?.focus();
      place?.scrollIntoView({ block: "nearest" });
    });
  };
  const states = items.map((item) => stateOf(item, answers[item.id], judged, loaded.atlas));
  const done = states.filter((state) => state !== "open" && state !== "unknown").length;
  const shown = layout === "column" ? items.map((_, at) => at) : [Math.min(current, items.length - 1)];
  return (
    <div class="tp-quiz" data-set={set.id} data-judged={judged} ref={root}>
      <Heading>{set.title}</Heading>
      {notice && (
        <p class="tp-problem" role="alert">
          {notice}
        </p>
      )}
      {set.introduction && <Paragraphs text={set.introduction} />}
      <p class="tp-hint">
        {judged
          ? "Practice: answers are kept here and judged at once, as often as you like."
          : "Your answers are recorded, not judged here. You can change them until you hand in."}
      </p>
      {items.length > 1 && (
        <nav aria-label="Questions of this set">
          <p class="tp-progress">
            {layout === "column" ? "" : `Question ${(shown[0] ?? 0) + 1} of ${items.length} · `}
            {done} of {items.length} answered
          </p>
          <Overview
            items={items}
            answers={answers}
            current={layout === "column" ? -1 : (shown[0] ?? 0)}
            judged={judged}
            atlas={loaded.atlas}
            onGo={go}
          />
        </nav>
      )}
      {shown.map((at) => {
        const item = items[at];
        if (!item) return <p key="none">This set has no questions yet.</p>;
        return (
          <div key={item.id} data-place={at} tabIndex={-1} class="tp-place">
            <QuizItem
              item={item}
              number={at + 1}
              answer={answers[item.id] ?? {}}
              judged={judged}
              loaded={loaded}
              citations={citations}
              onAnswer={(answer) => save(item.id, answer)}
              say={say}
            >
              {layout !== "column" && at > 0 && (
                <button type="button" data-action="previous" onClick={() => go(at - 1)}>
                  Previous
                </button>
              )}
              {layout !== "column" && at < items.length - 1 && (
                <button type="button" data-action="next" onClick={() => go(at + 1)}>
                  Next
                </button>
              )}
            </QuizItem>
          </div>
        );
      })}
      {status}
      <Printed items={items} answers={answers} atlas={loaded.atlas} />
    </div>
  );
}
