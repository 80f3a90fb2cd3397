/** Two muscles that imitate each other: both on the figure, then what the atlas says of each, cautions first. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { AtlasData, Fact, Loaded, Muscle, Side } from "../atlas";
import { Cautions } from "../explore/cautions";
import { HowSure, Said } from "../explore/fact";
import { DEPTH } from "../explore/muscle_card";
import { Heading } from "../heading";
import { Figures } from "./figures";
import { type Area, areas, certainty, overlap } from "./rows";

interface Props {
  loaded: Loaded;
  pair: readonly [Muscle, Muscle];
  side: Side;
  /** Take the focus when it opens. */
  focus: boolean;
  share: ComponentChildren;
  onClose(): void;
  say(message: string): void;
}

export function Compare({ loaded, pair, side, focus, share, onClose, say }: Props) {
  const { atlas } = loaded;
  const [a, b] = pair;
  const root = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!focus) return;
    root.current?.querySelector<HTMLElement>(".tp-heading")?.focus({ preventScroll: true });
    root.current?.scrollIntoView({ block: "start" });
  }, [a, b]);
  const { both, only } = overlap(pair, atlas);
  return (
    <article class="tp-compare" data-comparison={`${a.id} ${b.id}`} ref={root}>
      <div class="tp-compare-head">
        <Heading>
          {a.english_name} and {b.english_name}
        </Heading>
        <button type="button" data-action="close-comparison" onClick={onClose}>
          <span aria-hidden="true">× </span>Close the comparison
        </button>
      </div>
      <p>
        {both.length
          ? `Pain of both is described at: ${both.join(" · ")}.`
          : "No area of pain is described for both of them."}
        {only.map((names, at) => names.length > 0 && ` Only of ${pair[at]!.english_name}: ${names.join(" · ")}.`)}
      </p>
      <Figures loaded={loaded} pair={pair} side={side} say={say} />
      <table class="tp-pair-table" role="table">
        <caption class="tp-unseen">What the atlas says of the two muscles</caption>
        <thead role="rowgroup">
          <tr role="row">
            <td role="cell" class="tp-corner" />
            {pair.map((muscle) => (
              <th key={muscle.id} scope="col" role="columnheader">
                {muscle.english_name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          <Row title="Before you touch" pair={pair} class="tp-caution">
            {(muscle) => <Cautions muscle={muscle} atlas={atlas} />}
          </Row>
          <Row title="Main area (essential): where the pain is described first" pair={pair}>
            {(muscle, other) => <Areas all={areas(muscle.essential, other, "essential", atlas)} />}
          </Row>
          <Row title="Sometimes also (spillover)" pair={pair}>
            {(muscle, other) => <Areas all={areas(muscle.spillover, other, "spillover", atlas)} />}
          </Row>
          <Row title="How sure the pattern is" pair={pair}>
            {(muscle) =>
              certainty(muscle).map((one) => (
                <HowSure key={one.how_sure} howSure={one.how_sure} sources={one.sources} atlas={atlas} />
              ))
            }
          </Row>
          <Row title="Where its points are" pair={pair}>
            {(muscle) => <Points muscle={muscle} atlas={atlas} />}
          </Row>
          <Row title="How deep it lies" pair={pair}>
            {(muscle) => DEPTH[muscle.layer]}
          </Row>
          <Row title="What it does" pair={pair}>
            {(muscle) => <Said fact={muscle.actions} atlas={atlas} />}
          </Row>
          <Row title="Complaints described" pair={pair}>
            {(muscle) => <Stated fact={muscle.symptoms} atlas={atlas} />}
          </Row>
        </tbody>
      </table>
      <p class="tp-note">
        These are two descriptions, side by side. The atlas has no test that tells the two muscles apart.
      </p>
      {share}
    </article>
  );
}

interface RowProps {
  title: string;
  pair: readonly [Muscle, Muscle];
  class?: string;
  children(muscle: Muscle, other: Muscle): ComponentChildren;
}

/** In a narrow place its title stands above both cells; the roles keep it a table there. */
function Row({ title, pair: [a, b], class: name, children }: RowProps) {
  return (
    <tr role="row" class={name}>
      <th scope="row" role="rowheader">
        {title}
      </th>
      <td role="cell">{children(a, b)}</td>
      <td role="cell">{children(b, a)}</td>
    </tr>
  );
}

function Areas({ all }: { all: readonly Area[] }) {
  if (!all.length) return <>none described</>;
  return (
    <ul>
      {all.map(({ name, shared }) => (
        <li key={name} data-shared={shared !== ""}>
          {name} {shared && <span class="tp-shared">({shared})</span>}
        </li>
      ))}
    </ul>
  );
}

function Points({ muscle, atlas }: { muscle: Muscle; atlas: AtlasData }) {
  if (!muscle.trigger_points.length) return <>no trigger point is recorded</>;
  return (
    <ul>
      {muscle.trigger_points.map((point) => (
        <li key={point.id}>
          <strong>{point.label}:</strong>{" "}
          {point.location.text === "unsourced" ? "no source we read gives a place." : <Said fact={point.location} atlas={atlas} />}
          {!point.pressed && <strong> Shown, not pressed.</strong>}
        </li>
      ))}
    </ul>
  );
}

const Stated = ({ fact, atlas }: { fact: Fact | null; atlas: AtlasData }) =>
  fact?.text ? <Said fact={fact} atlas={atlas} /> : <>none recorded</>;
