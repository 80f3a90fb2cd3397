/** The verdict: a word, an icon and a score in words; then the reasons, the explanation and the citations. */
import { type ComponentChildren, Fragment } from "preact";
import { Heading } from "../heading";
import type { Citations } from "../model";
import { Paragraphs } from "../prose";
import type { Result, Status } from "../questions";
import type { Item } from "../questions/types";

const WORDS: Record<Status, string> = {
  correct: "Correct",
  partial: "Partly right",
  incorrect: "Not right",
  blank: "Not answered",
  ungraded: "Compare your answer",
};
const ICONS: Partial<Record<Status, string>> = { correct: "✓", partial: "◐", incorrect: "✗" };

const CAREFUL = "This is more careful than it has to be: the safe side, but another step is right.";
const wordsOf = ({ words, careful }: Result) => [words, careful && CAREFUL].filter(Boolean).join(" ");

export const verdictWords = (result: Result) => `${WORDS[result.status]}. ${wordsOf(result)}`.trim();

interface Props {
  item: Item;
  result: Result;
  citations: Citations;
  /** Leads to the figure, where the answer is drawn over the response. */
  onFigure?: (() => void) | undefined;
  children: ComponentChildren;
}

export function Verdict({ item, result, citations, onFigure, children }: Props) {
  const graded = result.status !== "ungraded";
  return (
    <div class="tp-verdict" data-result={graded ? result.status : undefined}>
      <Heading below={1}>
        {graded && (
          <span aria-hidden="true" class="tp-icon">
            {ICONS[result.status]}{" "}
          </span>
        )}
        {WORDS[result.status]}
        {wordsOf(result) && <span class="tp-words">. {wordsOf(result)}</span>}
      </Heading>
      {onFigure && (
        <button type="button" data-action="to-figure" onClick={onFigure}>
          See it on the figure
        </button>
      )}
      {children}
      {item.explain && <Paragraphs text={item.explain} />}
      {item.cite && item.cite.length > 0 && (
        <p class="tp-hint tp-sources">
          Sources:{" "}
          {item.cite.map((key, at) => (
            <Fragment key={key}>
              {at > 0 && "; "}
              <Source label={citations[key]?.label ?? key} url={citations[key]?.url} />
            </Fragment>
          ))}
        </p>
      )}
    </div>
  );
}

const Source = ({ label, url }: { label: string; url: string | undefined }) =>
  url ? <a href={url}>{label}</a> : <>{label}</>;
