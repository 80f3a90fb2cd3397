/** What the patterns on the figure mean, in words. */
import type { ComponentChild } from "preact";
import type { Mark } from "./drawing";

/** How the main area is drawn: on grey paper no colour tells it from the muscle, so that it has a pattern there. */
const SOLID = (
  <>
    <span class="tp-in-colour">(solid)</span>
    <span class="tp-in-grey">(crossed lines)</span>
  </>
);

const WORDS: Record<Mark | "under" | "point" | "shown", ComponentChild> = {
  chosen: "chosen muscle (double outline)",
  under: "where the pain area lies over it (striped)",
  essential: <>main area (essential): where the pain is described first {SOLID}</>,
  spillover: "sometimes also (spillover): described for some people (hatched)",
  landmark: "the muscle asked about",
  right: "yours, and part of the answer (solid)",
  missed: "part of the answer, not marked (hatched)",
  wrong: "yours, not part of the answer (crossed)",
  point: "trigger point (crossed circle)",
  shown: "trigger point that is shown, not pressed (empty diamond)",
};

export function Legend({ marks }: { marks: readonly (keyof typeof WORDS)[] }) {
  return (
    <ul class="tp-legend" aria-label="Legend">
      {marks.map((mark) => (
        <li key={mark}>
          <span class="tp-swatch" data-mark={mark} aria-hidden="true" />
          <span>{WORDS[mark]}</span>
        </li>
      ))}
    </ul>
  );
}
