/** Questions of a set: one at a time, all in a column, or a few inside a text; judged, or only recorded. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Loaded } from "../atlas";
import { Heading } from "../heading";
import type { Assets, Model, QuizProps } from "../model";
import { Paragraphs } from "../prose";
import { useId } from "../ids";
import { useStatus } from "../status";
import { type Answer, type Answers, clear, isDraft, repeat } from "./answers";
import { End, endTitle } from "./end";
import { CheckHeading } from "./check_heading";
import { QuizItem } from "./item";
import { useAnswers } from "./kept";
import { Overview } from "./overview";
import { keepPlace, recallPlace } from "./place";
import { Printed } from "./printed";
import { reveal } from "./reveal";
import { isDone, standings } from "./state";
import { goTo, next, previous, resume, toRound, type Way } from "./way";

interface Props {
  loaded: Loaded;
  props: QuizProps;
  model: Model;
}

export function Quiz({ loaded, props, model }: Props) {
  const { set, layout = "single", start: first, notice } = props;
  const judged = (props.judged ?? true) && !set.released;
  const { element: status, say } = useStatus();
  const [answers, save] = useAnswers(model);
  const root = useRef<HTMLDivElement>(null);
  const items = set.item;
  const size = items.length;
  const assets = (model.get("assets") ?? {}) as Assets;
  const citations = assets.citations ?? {};
  const all = standings(items, answers, judged, loaded.atlas);
  const done = all.filter(isDone).length;
  // A notebook is no page that is loaded again: there a quiz opens at what is left.
  const [start] = useState(() => (assets.base ? recallPlace(set, answers) : undefined));
  const [way, setWay] = useState<Way>(() => start?.way ?? resume(all));
  const [drafts, setDrafts] = useState<Answers>(start?.drafts ?? {});
  const [earlier, setEarlier] = useState(done);
  const name = useId();
  const check = layout === "check";
  const column = layout === "column" || check;
  const hasEnd = size > 1 && !check;
  const at = Math.min(way.at, hasEnd ? size : size - 1);
  const before = previous(way);
  // Before the paint: a page that is left at once still knows where its visitor was.
  useLayoutEffect(() => {
    if (assets.base) keepPlace(set, { way, drafts });
  }, [way, drafts]);

  const follow = (to: Way, message = "") => {
    setWay(to);
    setEarlier(0);
    say(message || (to.at < size ? `Question ${to.at + 1} of ${size}.` : `${endTitle(all, judged)}.`));
    requestAnimationFrame(() => {
      const place = to.at < size ? `[data-place="${to.at}"]` : ".tp-end > .tp-heading";
      reveal(root.current?.querySelector<HTMLElement>(place));
    });
  };
  const idsOf = (places: readonly number[]) => places.map((place) => items[place]?.id ?? "");
  const onRepeat = (places: readonly number[]) => {
    setDrafts((now) => ({ ...now, ...repeat(idsOf(places)) }));
    follow(toRound(places), "Your earlier answers count until you check new ones.");
  };
  const onAnswer = (id: string, answer: Answer) => {
    const draft = judged && isDraft(answers[id], answer);
    setDrafts(({ [id]: _, ...others }) => (draft ? { ...others, [id]: answer } : others));
    if (!draft) save((now) => ({ ...now, [id]: answer }));
  };
  const onStartAgain = () => {
    setDrafts({});
    save((now) => clear(now, items.map((item) => item.id)));
    follow({ at: 0, round: null }, `Your answers to these questions are deleted. Question 1 of ${size}.`);
  };
  const shown = column ? items.map((_, place) => place) : [at];
  return (
    <div
      class="tp-quiz"
      data-set={set.id}
      data-judged={judged}
      data-layout={layout}
      role={check ? "group" : undefined}
      aria-labelledby={check ? name : undefined}
      ref={root}
    >
      {check ? <CheckHeading id={name} section={items[0]?.section} /> : <Heading>{set.title}</Heading>}
      {notice && (
        <p class="tp-problem" role="alert">
          {notice}
        </p>
      )}
      {set.introduction && <Paragraphs text={set.introduction} />}
      {!check && (
        <p class="tp-hint">
          {judged
            ? "Practice: answers are kept here and judged at once, as often as you like."
            : "Your answers are recorded, not judged here. You can change them until you hand in."}
        </p>
      )}
      {earlier > 0 && !column && (
        <p class="tp-note tp-resumed">
          You answered {earlier} of {size} earlier.{" "}
          {at < size && `Question ${at + 1} is ${start ? "where you were" : "the first that is left"}.`}
        </p>
      )}
      {size > 1 && !check && (
        <nav aria-label="Questions of this set">
          <p class="tp-progress">
            {`${done} of ${size} answered`}
            {way.round && ` · ${way.round.indexOf(at) + 1} of the ${way.round.length} in this round`}
          </p>
          <Overview
            all={all}
            current={column ? -1 : at}
            end={column ? undefined : judged ? "Result" : "End"}
            onGo={(to) => follow(goTo(way, to))}
          />
        </nav>
      )}
      {!size && <p>This set has no questions yet.</p>}
      {shown.map((place) => {
        const item = items[place];
        if (!item) return null;
        return (
          <div key={item.id} class="tp-place">
            <QuizItem
              item={item}
              at={place}
              number={check ? "" : size > 1 ? `Question ${place + 1} of ${size}` : "Question"}
              answer={drafts[item.id] ?? answers[item.id] ?? {}}
              judged={judged}
              loaded={loaded}
              citations={citations}
              onAnswer={(answer) => onAnswer(item.id, answer)}
              say={say}
            >
              {(checked) =>
                !column && (
                  <>
                    {before && (
                      <button type="button" data-action="previous" onClick={() => follow(before)}>
                        Previous
                      </button>
                    )}
                    {hasEnd && <Onward way={way} size={size} judged={judged} marked={checked || !judged} onGo={follow} />}
                  </>
                )
              }
            </QuizItem>
          </div>
        );
      })}
      {hasEnd && (column || at === size) && (
        <div class="tp-place">
          <End
            all={all}
            judged={judged}
            warned={Boolean(notice)}
            onGo={(to) => follow(goTo(way, to))}
            onRound={(places) => follow(toRound(places))}
            onRepeat={onRepeat}
            onStartAgain={onStartAgain}
          />
        </div>
      )}
      {status}
      <Printed all={all} answers={answers} atlas={loaded.atlas} start={first} />
    </div>
  );
}

interface OnwardProps {
  way: Way;
  size: number;
  judged: boolean;
  /** It stands out among the buttons. */
  marked: boolean;
  onGo(to: Way): void;
}

/** To the next question, or after the last one to the end. */
function Onward({ way, size, judged, marked, onGo }: OnwardProps) {
  const to = next(way, size);
  const last = to.at === size;
  return (
    <button
      type="button"
      class={marked ? "tp-primary" : undefined}
      data-action={last ? "finish" : "next"}
      onClick={() => onGo(to)}
    >
      {!last ? "Next" : judged ? "See the result" : "Finish"}
    </button>
  );
}
