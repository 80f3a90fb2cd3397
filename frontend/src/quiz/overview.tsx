/** All questions with their state, each a way to it. */
import type { AtlasData } from "../atlas";
import { score, typeOf } from "../questions";
import type { Item } from "../questions/types";
import type { Answer, Answers } from "./answers";

export type State = "open" | "started" | "answered" | "correct" | "partial" | "incorrect" | "compared" | "unknown";

const WORDS: Record<State, string> = {
  open: "not answered",
  started: "started, not checked",
  answered: "answered",
  correct: "correct",
  partial: "partly right",
  incorrect: "not right",
  compared: "compared",
  unknown: "cannot be shown",
};
const ICONS: Record<State, string> = {
  open: "", started: "…", answered: "●", correct: "✓", partial: "◐", incorrect: "✗", compared: "●", unknown: "?",
};

export function stateOf(item: Item, answer: Answer | undefined, judged: boolean, atlas: AtlasData): State {
  if (!typeOf(item)) return "unknown";
  try {
    const { status } = score(item, answer?.response, atlas);
    if (status === "blank") return "open";
    if (!judged) return "answered";
    if (!answer?.answered_at) return "started";
    return status === "ungraded" ? "compared" : status;
  } catch {
    return "open";
  }
}

interface Props {
  items: readonly Item[];
  answers: Answers;
  current: number;
  judged: boolean;
  atlas: AtlasData;
  onGo(at: number): void;
}

export function Overview({ items, answers, current, judged, atlas, onGo }: Props) {
  return (
    <ol class="tp-overview" aria-label="Questions">
      {items.map((item, at) => {
        const state = stateOf(item, answers[item.id], judged, atlas);
        return (
          <li key={item.id}>
            <button
              type="button"
              data-go={item.id}
              data-state={state}
              aria-current={at === current ? "step" : undefined}
              onClick={() => onGo(at)}
            >
              {at + 1}
              <span aria-hidden="true" class="tp-icon">
                {ICONS[state]}
              </span>
              <span class="tp-unseen">, {WORDS[state]}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
