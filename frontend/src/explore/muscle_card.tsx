/** A muscle in words: cautions first, then its points, then its anatomy. It says all that the figure shows. */
import type { ComponentChildren } from "preact";
import { type AtlasData, type Muscle, type Side, SIDES, type TriggerPoint, type View, VIEW_NAMES, VIEWS } from "../atlas";
import { Heading } from "../heading";
import { Segmented } from "../map/segmented";
import { listed } from "../prose";
import { Cautions } from "./cautions";
import { Disease } from "./disease";
import { FactRow } from "./fact";
import { PointCard } from "./point_card";

interface Props {
  muscle: Muscle;
  atlas: AtlasData;
  side: Side;
  point: TriggerPoint | undefined;
  /** What it has to do with the places chosen in the finder. */
  relation?: string | false;
  drawn: boolean;
  /** A small picture of the chosen point, shown under its button. */
  still: ComponentChildren;
  /** Where the book has its record, if it is in one. */
  page?: string;
  onSide(side: Side): void;
  onPoint(point: TriggerPoint | undefined): void;
  /** Show another muscle beside this one. */
  onCompare(id: string): void;
}

export function MuscleCard({ muscle, atlas, side, point, relation, drawn, still, page, onSide, onPoint, onCompare }: Props) {
  const points = muscle.trigger_points;
  return (
    <article class="tp-card" data-card={muscle.id}>
      <Heading>{muscle.english_name}</Heading>
      <p class="tp-latin">
        <i lang="la">{muscle.latin_name}</i>
      </p>
      {relation && (
        <p data-relation>
          <strong>For the places you chose:</strong> {relation}.
        </p>
      )}
      <div class="tp-caution">
        <p class="tp-label">
          <span aria-hidden="true">⚠ </span>Before you touch
        </p>
        <Cautions muscle={muscle} atlas={atlas} />
      </div>
      <p>{placeInWords(muscle, atlas)}</p>
      {page && (
        <p>
          <a href={page}>{muscle.english_name} in the book, with pictures</a>
        </p>
      )}
      {drawn ? (
        <Segmented
          label="Side shown"
          name="side"
          options={SIDES.map((one) => [one, `${one} side`] as const)}
          value={side}
          onChange={onSide}
        />
      ) : (
        <p class="tp-hint">
          This muscle is not drawn on the figure; the words say where it is.
        </p>
      )}
      <p class="tp-label">{points.length === 1 ? "Trigger point" : "Trigger points"}</p>
      <p class="tp-hint">
        Trigger points are disputed, and these patterns descend from one manual. Choose a point to see its own pattern. Main
        area (essential): where the pain is described first. Sometimes also (spillover): described for some people.
      </p>
      {points.map((one) => (
        <PointCard
          key={one.id}
          point={one}
          atlas={atlas}
          chosen={one === point}
          drawn={drawn}
          still={one === point && still}
          onChoose={() => onPoint(one === point ? undefined : one)}
          onCompare={onCompare}
        />
      ))}
      {!points.length && <p>No trigger point is recorded for this muscle.</p>}
      <Disease muscle={muscle} atlas={atlas} />
      <dl class="tp-facts">
        <FactRow term="Origin" fact={muscle.origin} atlas={atlas} />
        <FactRow term="Insertion" fact={muscle.insertion} atlas={atlas} />
        <FactRow term="Action" fact={muscle.actions} atlas={atlas} />
        <FactRow term="Nerve" fact={muscle.innervation} atlas={atlas} />
        <FactRow term="Complaints described" fact={muscle.symptoms} atlas={atlas} />
        <FactRow term="Palpation" fact={muscle.palpation} atlas={atlas} />
        <FactRow term="Stretch" fact={muscle.stretch} atlas={atlas} />
      </dl>
      {muscle.disagreement && (
        <>
          <p class="tp-label">Where sources disagree</p>
          <p>{muscle.disagreement}</p>
        </>
      )}
      <p class="tp-hint">
        “Said in 3 sources” counts what we read, and no more: sources copy one another, so it does not mean that a statement was
        tested three times.
      </p>
    </article>
  );
}

export const DEPTH: Record<Muscle["layer"], string> = {
  superficial: "just under the skin",
  intermediate: "under the outer layer",
  deep: "deep",
};

/** What a sighted reader infers from the figure. */
function placeInWords(muscle: Muscle, atlas: AtlasData): string {
  const names = (zones: readonly string[]) => zones.map((zone) => atlas.zones[zone]?.name ?? zone).join(" · ");
  const views = (all: readonly View[]) =>
    listed(VIEWS.filter((view) => all.includes(view)).map((view) => VIEW_NAMES[view].toLowerCase()));
  const pain = views([...muscle.essential, ...muscle.spillover].flatMap((zone) => atlas.zones[zone]?.views ?? []));
  const parts = [`A muscle of the ${muscle.region} that lies ${DEPTH[muscle.layer]}${muscle.views.length ? `; drawn in: ${views(muscle.views)}` : ""}.`];
  if (muscle.essential.length) parts.push(`Its pain is described at: ${names(muscle.essential)}.`);
  if (muscle.spillover.length) parts.push(`For some people also at: ${names(muscle.spillover)}.`);
  if (pain && pain !== views(muscle.views)) parts.push(`The pain area is drawn in: ${pain}.`);
  return parts.join(" ");
}
