/** The lines below the figure: what was just chosen in it, and where to see what this view does not show. */
import type { ComponentChildren } from "preact";
import { type View, VIEW_NAMES } from "../atlas";
import type { Sided } from "../regions";
import type { Elsewhere, Hidden } from "./elsewhere";

interface Props extends Hidden {
  /** Name of the region chosen last in the figure, and whether it is chosen now. */
  last?: { name: string; on: boolean };
  neighbours: readonly (Elsewhere & { name: string })[];
  /** Insets that show what was chosen last larger. */
  closer: readonly Elsewhere[];
  /** Marks lie beyond the edge of the picture. */
  beyond: boolean;
  onJump(to: Elsewhere): void;
  onView(view: View): void;
  onAll(): void;
}

export function Around({ last, neighbours, closer, beyond, onJump, onView, onAll, ...hidden }: Props) {
  const { both, muscle, pain, verdicts, seen } = hidden;
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
      {closer.length > 0 && (
        <Offers words="Shown larger in:">
          {closer.map((one) => (
            <button key={one.view} type="button" data-jump={one.view} onClick={() => onJump(one)}>
              {VIEW_NAMES[one.view]}
            </button>
          ))}
        </Offers>
      )}
      <Views words={`The muscle and its pain area are ${seen.muscle && seen.pain ? "also " : ""}shown in:`} views={both} onView={onView} />
      <Views words={`The muscle ${seen.muscle ? "is also" : "itself is"} shown in:`} views={muscle} onView={onView} />
      <Views words={seen.pain ? "The pain area is also shown in:" : "The pain area is shown in:"} views={pain} onView={onView} />
      <Views words="More of the answer is marked in:" views={verdicts} onView={onView} />
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

function Views({ words, views, onView }: { words: string; views: readonly View[]; onView(view: View): void }) {
  if (!views.length) return null;
  return (
    <Offers words={words}>
      {views.map((view) => (
        <button key={view} type="button" data-jump={view} onClick={() => onView(view)}>
          {VIEW_NAMES[view]}
        </button>
      ))}
    </Offers>
  );
}

function Offers({ words, children }: { words: string; children: ComponentChildren }) {
  return (
    <div class="tp-offers">
      <span>{words}</span> {children}
    </div>
  );
}
