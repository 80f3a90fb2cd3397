/** The end of a set: what came out and what to do next. Where answers are only recorded, no verdict is here. */
import { Heading } from "../heading";
import { listed } from "../prose";
import { ReadAgain } from "./read_again";
import { resultWords } from "./result";
import { Rows } from "./rows";
import { StartAgain } from "./start_again";
import { isDone, isLeft, isMissed, isUnsafe, type Standing, WORDS } from "./state";

interface Props {
  all: readonly Standing[];
  judged: boolean;
  /** The host has something to say about keeping the answers, at the top of the quiz. */
  warned: boolean;
  onGo(at: number): void;
  onRound(places: readonly number[]): void;
  onRepeat(places: readonly number[]): void;
  onStartAgain(): void;
}

export function End({ all, judged, warned, onGo, onRound, onRepeat, onStartAgain }: Props) {
  const places = (which: (one: Standing) => boolean) => all.flatMap((one, at) => (which(one) ? [at] : []));
  const left = places(isLeft);
  const missed = places(isMissed);
  const some = all.some((one) => isDone(one) || one.state === "started");
  return (
    <div class="tp-end" data-end={judged ? "result" : "recorded"}>
      <Heading below={1}>{endTitle(all, judged)}</Heading>
      {judged ? <Result all={all} /> : <Recorded all={all} left={left.length} warned={warned} />}
      <div class="tp-actions">
        {left.length > 0 && (
          <button type="button" class="tp-primary" data-action="go-on" onClick={() => onRound(left)}>
            {judged && all.every((one) => !isLeft(one) || one.state === "started") ? "Check" : "Answer"}{" "}
            {left.length === 1 ? "the one that is left" : `the ${left.length} that are left`}
          </button>
        )}
        {missed.length > 0 && (
          <button
            type="button"
            class={left.length ? undefined : "tp-primary"}
            data-action="repeat"
            onClick={() => onRepeat(missed)}
          >
            {repeatWords(all)}
          </button>
        )}
        {judged && some && <StartAgain count={all.length} onConfirm={onStartAgain} />}
      </div>
      <ReadAgain all={all} />
      <Rows all={all} onGo={onGo} />
    </div>
  );
}

export function endTitle(all: readonly Standing[], judged: boolean) {
  if (!judged) return "Your answers";
  return all.some(isLeft) ? "Your result so far" : "Your result";
}

/** "Repeat the 5 not right and 3 partly right" */
export function repeatWords(all: readonly Standing[]) {
  const parts = (["incorrect", "partial"] as const)
    .map((state) => [all.filter((one) => one.state === state).length, WORDS[state]] as const)
    .filter(([count]) => count);
  if (parts.length === 1 && parts[0]?.[0] === 1) return `Repeat the one ${parts[0][1]}`;
  return `Repeat the ${listed(parts.map(([count, word]) => `${count} ${word}`))}`;
}

function Result({ all }: { all: readonly Standing[] }) {
  const { right, rest } = resultWords(all);
  const unsafe = all.filter(isUnsafe).length;
  const careful = all.filter((one) => one.careful).length;
  return (
    <>
      <p class="tp-score">
        {right && <strong>{right}</strong>}
        {rest}
      </p>
      {unsafe > 0 && (
        <p class="tp-caution">
          {unsafe === 1 ? "A safety question was" : `${unsafe} safety questions were`} not right. Read why first: such a
          mistake can harm a person. Each is marked “Safety” below.
        </p>
      )}
      {careful > 0 && (
        <p class="tp-careful">
          {careful === 1 ? "One answer was" : `${careful} answers were`} more careful than needed. That is the safe side;
          read which step is right.
        </p>
      )}
    </>
  );
}

function Recorded({ all, left, warned }: { all: readonly Standing[]; left: number; warned: boolean }) {
  return (
    <>
      <p class="tp-score">
        <strong>
          You answered {all.filter(isDone).length} of {all.length} questions.
        </strong>{" "}
        {warned
          ? "Read the message at the top of this quiz first: it says whether your answers are saved."
          : "Your answers are saved as you give them."}
      </p>
      <p>
        {left > 0
          ? "Next: answer what is left, or hand in as it is."
          : "Next: hand in your work the way your instructor told you."}{" "}
        You can change every answer until then.
      </p>
    </>
  );
}
