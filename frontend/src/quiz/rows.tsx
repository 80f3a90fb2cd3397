/** One row a question with how it stands, each a way to it. */
import { ICONS, inPoints, type Standing, WORDS } from "./state";

const LONGEST = 90; // characters of a prompt that has to stand for the question

interface Props {
  all: readonly Standing[];
  onGo(at: number): void;
}

export function Rows({ all, onGo }: Props) {
  return (
    <ol class="tp-rows" aria-label="Question by question">
      {all.map(({ item, state, points, careful }, at) => (
        <li key={item.id}>
          <button type="button" data-row={item.id} data-state={state} onClick={() => onGo(at)}>
            <span class="tp-number">{at + 1}</span>
            <span class="tp-row-name">
              {item.safety && <span class="tp-tag tp-safety">Safety. </span>}
              {shorten(item.prompt)}
            </span>
            <span class="tp-row-state">
              <span aria-hidden="true" class="tp-icon">
                {ICONS[state]}
              </span>{" "}
              {WORDS[state]}
              {careful && ", too careful"}
              {points !== null && `, ${inPoints(points, item.points ?? 1)}`}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** The beginning of a text, cut between two words. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).replace(/[\s,;:.]*\S*$/, "")} …`;
}
