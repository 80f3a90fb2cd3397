/** The lines below the figure: what was just chosen in it, and where to see what this view does not show. */
import type { ComponentChildren } from "preact";
import { type View, VIEW_NAMES } from "../atlas";
import type { Sided } from "../regions";
import type { Elsewhere, Hidden } from "./elsewhere";

interface Props extends Hidden {
  /** Name of the region chosen last in the figure, and whether it is chosen now. */
  last?: { name: string; on: boolean };
  neighbours: readonly (Elsewhere & { name: string })[];
  /** Marks lie beyond the edge of the picture. */
  beyond: boolean;
  onJump(to: Elsewhere): void;
  onView(view: View): void;
  onAll(): void;
}

export function Around({ last, neighbours, pain, only, muscle, beyond, onJump, onView, onAll }: Props) {
  return (
    <div class="tp-around">
      {last && (
        <p class="tp-spot">
          <strong>{last.name}</strong>: {last.on ? "chosen" : "not chosen"}.
        </p>
      )}
      {neighbours.length > 0 && (
        <Offers words="Beside it, seen from elsewhere:">
          {neighbours.map((one) => (
            <button key={one.key} type="button" data-jump={one.key as Sided} onClick={() => onJump(one)}>
              {one.name} <span class="tp-where">{VIEW_NAMES[one.view]}</span>
            </button>
          ))}
        </Offers>
      )}
      {muscle.length > 0 && (
        <Offers words="The muscle itself is shown in:">
          <Views views={muscle} onView={onView} />
        </Offers>
      )}
      {pain.some((view) => !muscle.includes(view)) && (
        <Offers words={only ? "The pain is shown in:" : "More is marked in:"}>
          <Views views={pain.filter((view) => !muscle.includes(view))} onView={onView} />
        </Offers>
      )}
      {beyond && (
        <Offers words="More is marked beyond the edge:">
          <button type="button" data-jump="all" onClick={onAll}>
            Show all of it
          </button>
        </Offers>
      )}
    </div>
  );
}

const Views = ({ views, onView }: { views: readonly View[]; onView(view: View): void }) => (
  <>
    {views.map((view) => (
      <button key={view} type="button" data-jump={view} onClick={() => onView(view)}>
        {VIEW_NAMES[view]}
      </button>
    ))}
  </>
);

function Offers({ words, children }: { words: string; children: ComponentChildren }) {
  return (
    <div class="tp-offers">
      <span>{words}</span> {children}
    </div>
  );
}
