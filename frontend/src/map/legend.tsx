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

/** On grey paper no colour tells the main area from the muscle, so that it has a pattern there. */
const IN_GREY: Partial<typeof WORDS> = { essential: "(crossed lines)" };

/** The words of a mark, the pattern last. */
function Words({ mark }: { mark: keyof typeof WORDS }) {
  const words = WORDS[mark];
  const grey = IN_GREY[mark];
  if (!grey) return <span>{words}</span>;
  const at = words.lastIndexOf("(");
  return (
    <span>
      {words.slice(0, at)}
      <span class="tp-in-colour">{words.slice(at)}</span>
      <span class="tp-in-grey">{grey}</span>
    </span>
  );
}

export function Legend({ marks }: { marks: readonly (keyof typeof WORDS)[] }) {
  return (
    <ul class="tp-legend" aria-label="Legend">
      {marks.map((mark) => (
        <li key={mark}>
          <span class="tp-swatch" data-mark={mark} aria-hidden="true" />
          <Words mark={mark} />
        </li>
      ))}
    </ul>
  );
}
