/** What the patterns on the figure mean, in words. */
import type { Mark } from "./drawing";

const WORDS: Record<Mark | "under" | "point" | "shown", string> = {
  chosen: "chosen muscle (double outline)",
  under: "where the pain area lies over it (striped)",
  essential: "main area (essential): where the pain is described first (solid)",
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
          {WORDS[mark]}
        </li>
      ))}
    </ul>
  );
}
