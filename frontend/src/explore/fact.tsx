/** A statement with how sure we are of it, and its sources one press away. */
import type { AtlasData, Fact } from "../atlas";

interface SureProps {
  howSure: string;
  sources: readonly string[];
  atlas: AtlasData;
  note?: string;
}

export function HowSure({ howSure, sources, atlas, note }: SureProps) {
  if (!sources.length && !note) return <span class="tp-sure">{howSure}</span>;
  return (
    <details class="tp-sure">
      <summary>{howSure}</summary>
      {note && <p>{note}</p>}
      <ul>
        {sources.map((id) => {
          const source = atlas.sources[id];
          return <li key={id}>{source?.url ? <a href={source.url}>{source.title}</a> : (source?.title ?? id)}</li>;
        })}
      </ul>
    </details>
  );
}

export const Said = ({ fact, atlas }: { fact: Fact; atlas: AtlasData }) => (
  <>
    {fact.text} <HowSure howSure={fact.how_sure} sources={fact.sources} atlas={atlas} note={fact.note} />
  </>
);

export function FactRow({ term, fact, atlas }: { term: string; fact: Fact | null; atlas: AtlasData }) {
  if (!fact?.text) return null;
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <Said fact={fact} atlas={atlas} />
      </dd>
    </div>
  );
}
