/** The safety checklist: signs grouped by what to do, the most urgent first; an emergency stops it at once. */
import { useRef, useState } from "preact/hooks";
import { useDrawn } from "../after_paint";
import type { AtlasData, RedFlag } from "../atlas";
import { Heading } from "../heading";
import { added, type Answers, grouped, isAnswered, isNone, settled, stopping, toggle, toggleNone } from "./answers";
import { listed } from "../prose";
import { SignGroup } from "./group";

interface Props {
  flags: readonly RedFlag[];
  atlas: AtlasData;
  answers: Answers;
  /** Ids of the signs that were on the screen when the muscles were shown last. */
  asked: readonly string[];
  onAnswers(answers: Answers): void;
  onDone(answers: Answers): void;
  say(message: string): void;
}

export function Checklist({ flags, atlas, answers, asked, onAnswers, onDone, say }: Props) {
  const [asking, setAsking] = useState(false);
  const [reminded, setReminded] = useState(false);
  const [told, setTold] = useState<readonly string[]>([]);
  const root = useRef<HTMLDivElement>(null);
  const groups = grouped(flags);
  const stop = stopping(flags, answers);
  const emergency = stop?.action === "call_emergency";
  const open = groups.filter((group) => !isAnswered(group, answers));
  // The first signs are drawn at once; the others, and the way on, follow once they are there.
  const drawn = useDrawn();
  const whole = drawn || stop !== undefined;
  // With an emergency there is nothing more to read.
  const shown = emergency || !whole ? groups.slice(0, 1) : groups;

  const sign = (group: (typeof groups)[number], flag: RedFlag) => {
    const next = toggle(group, answers, flag.id);
    onAnswers(next);
    // An emergency is said by the alert below.
    if (next[flag.id] && flag.action !== "call_emergency") say(`${atlas.actions[flag.action].to_do} More is below the sign.`);
    else if (!next[flag.id]) say("Not ticked.");
  };
  const none = (group: (typeof groups)[number]) => {
    const next = toggleNone(group, answers);
    onAnswers(next);
    const left = groups.filter((other) => !isAnswered(other, next)).length;
    say(`${atlas.actions[group.action].heading}: ${isNone(group, next) ? "none of these" : "not answered"}. ${parts(left)} left.`);
  };
  const done = () => {
    const fresh = groups.flatMap((group) => added(group, answers, asked)).filter((flag) => !told.includes(flag.id));
    if (!open.length && !fresh.length) return onDone(settled(flags, answers));
    setReminded(true);
    setTold([...told, ...fresh.map((flag) => flag.id)]);
    say(open.length ? `${parts(open.length)} not answered yet.` : `New: ${listed(fresh.map((flag) => flag.sign))}.`);
    const first = open[0] ? `[data-group=${open[0].action}] input` : `[data-sign="${fresh[0]!.id}"]`;
    root.current?.querySelector<HTMLElement>(first)?.focus();
  };
  return (
    <div class="tp-checklist" ref={root}>
      <Heading>Safety check first</Heading>
      <p>
        Tick every sign that is there, or “None of these”. {!atlas.reviewed_by_clinician && "No clinician has reviewed this list yet. "}
        It is no diagnosis: in doubt, ask a doctor.
      </p>
      <button type="button" data-action="show-questions" aria-pressed={asking} onClick={() => setAsking(!asking)}>
        Show how to ask a client
      </button>
      <p class="tp-unseen" role="alert">
        {emergency && `${atlas.actions.call_emergency.to_do} The finder has stopped. The number to call is below the sign.`}
      </p>
      {shown.map((group) => (
        <SignGroup
          key={group.action}
          group={group}
          answers={answers}
          atlas={atlas}
          begun={!whole}
          asking={asking}
          missing={reminded && open.includes(group)}
          added={added(group, answers, asked).filter((flag) => told.includes(flag.id))}
          onSign={(flag) => sign(group, flag)}
          onNone={() => none(group)}
        />
      ))}
      {stop ? (
        <p class="tp-stop">
          <strong>{emergency ? "The finder has stopped." : "No muscles are shown."}</strong> Ticked: “{stop.sign}”. If that
          was a slip, take the tick away.
        </p>
      ) : (
        whole && (
          <div class="tp-actions">
            <button type="button" class="tp-primary" data-action="questions-done" onClick={done}>
              Show muscles
            </button>
          </div>
        )
      )}
    </div>
  );
}

const parts = (count: number) => (count === 1 ? "1 part" : `${count} parts`);
