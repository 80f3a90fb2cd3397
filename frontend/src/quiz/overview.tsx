/** All questions with their state, each a way to it, and the end page. */
import { ICONS, type Standing, WORDS } from "./state";

interface Props {
  all: readonly Standing[];
  /** The place that is open; the number of questions stands for the end page, -1 for none. */
  current: number;
  /** The name of the end page; without one there is no way to it from here. */
  end?: string;
  onGo(at: number): void;
}

export function Overview({ all, current, end, onGo }: Props) {
  return (
    <ol class="tp-overview" aria-label="Questions">
      {all.map(({ item, state }, at) => (
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
      ))}
      {end && (
        <li key="end">
          <button
            type="button"
            data-action="to-end"
            aria-current={current === all.length ? "step" : undefined}
            onClick={() => onGo(all.length)}
          >
            {end}
          </button>
        </li>
      )}
    </ol>
  );
}
