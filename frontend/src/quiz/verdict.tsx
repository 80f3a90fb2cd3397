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

export const verdictWords = (result: Result) => `${WORDS[result.status]}. ${result.words}`.trim();

interface Props {
  item: Item;
  result: Result;
  citations: Citations;
  children: ComponentChildren;
}

export function Verdict({ item, result, citations, children }: Props) {
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
        {result.words && <span class="tp-words">. {result.words}</span>}
      </Heading>
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
