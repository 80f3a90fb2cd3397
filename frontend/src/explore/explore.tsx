/** Explore: choose a muscle in the list or on the figure; see and read its points and its referral. */
import type { ComponentChildren } from "preact";
import { useMemo, useRef } from "preact/hooks";
import type { Look } from "../address/shown";
import { type Loaded, type Side, SIDES, type View } from "../atlas";
import type { Candidate } from "../finder";
import { useId } from "../ids";
import { Figure } from "../map/figure";
import { Legend } from "../map/legend";
import { focusEntry, RegionList } from "../map/list";
import { bestViews, coversMuscle, isDrawn } from "../map/shown";
import { SkipLink } from "../map/skip";
import { regions, type Sided, sided, split } from "../regions";
import { bring } from "../scroll";
import { layerOf, legendOf, marksOf, pointMarks } from "./marks";
import { MuscleCard } from "./muscle_card";
import { Printed } from "./printed";
import { Still } from "./still";

/** The muscle, one of its points, and the side that is shown. */
export interface Choice {
  muscle: string | null;
  point: string | null;
  side: Side;
}

interface Props {
  loaded: Loaded;
  choice: Choice;
  view?: View | null;
  /** How a link says that the figure is looked at first. */
  look?: Look;
  onLook?(look: Look): void;
  /** The muscles that the finder found, when it was gone through. */
  candidates: readonly Candidate[];
  share: ComponentChildren;
  onCandidates(): void;
  onChoice(choice: Choice): void;
  onCompare(pair: readonly [string, string]): void;
  say(message: string): void;
}

export function Explore(props: Props) {
  const { loaded, choice, view, candidates, onChoice, say } = props;
  const { muscle: id, side } = choice;
  const { atlas } = loaded;
  const all = useMemo(() => regions(atlas, "muscle"), [atlas]);
  const muscle = id === null ? undefined : atlas.muscles[id];
  const point = muscle?.trigger_points.find((one) => one.id === choice.point);
  const root = useRef<HTMLDivElement>(null);
  const uid = useId();

  const choose = (key: string) => {
    const at = key.includes(":") ? split(key) : { side, id: key };
    onChoice({ muscle: at.id, side: at.side, point: at.id === id ? choice.point : null });
    const place = all.findIndex((region) => region.id === at.id) + 1;
    say(`${atlas.muscles[at.id]?.english_name}, ${at.side}, selected. ${place} of ${all.length}.`);
  };
  const choosePoint = (next: string | null) => {
    onChoice({ ...choice, point: next });
    const points = muscle?.trigger_points ?? [];
    const chosen = points.find((one) => one.id === next);
    const placed = (chosen ? [chosen] : points).some((one) => one.places.length > 0);
    const shown = chosen ? [`${chosen.label}: its referral is shown.`] : placed ? ["All points are shown."] : [];
    const known = (chosen ? [chosen] : points).some((one) => one.location.text !== "unsourced");
    const whole = isDrawn(loaded, id ?? "") ? "; the whole muscle is shown" : "; the muscle is not on the figure yet";
    const unplaced = known
      ? `The place of ${chosen ? "the point" : "its points"} is in words only${whole}.`
      : `No source we read gives a place for ${chosen ? "it" : "its points"}${whole}.`;
    say([...shown, ...(placed ? [] : [unplaced])].join(" "));
  };
  const names = useMemo(() => new Map(all.map((region) => [region.id, region.name])), [all]);
  return (
    <div class="tp-map" ref={root} data-with-card>
      <div class="tp-side">
        <SkipLink text="Skip the list" to={`${uid}-picture`} />
        <RegionList
          kind="muscle"
          all={all}
          pressed={new Set(id ? [id] : [])}
          sides={false}
          byPain
          label="Muscles"
          onChoose={(key) => {
            choose(key);
            requestAnimationFrame(() => bring(document.getElementById(`${uid}-picture`)));
          }}
          say={say}
        />
      </div>
      <div class="tp-picture" id={`${uid}-picture`} tabIndex={-1}>
        <SkipLink text="Skip the figure" to={`${uid}-card`} />
        {candidates.length > 0 && (
          <button type="button" class="tp-back" data-action="to-candidates" onClick={props.onCandidates}>
            <span aria-hidden="true">← </span>
            {candidates.length === 1 ? "Back to the candidate" : `Back to the ${candidates.length} candidates`}
          </button>
        )}
        <Figure
          loaded={loaded}
          scene={{
            kind: "muscle",
            pressed: new Set(id ? SIDES.map((one) => sided(one, id)) : []),
            marks: muscle ? marksOf(muscle, point, side) : new Map(),
            locked: false,
            name: (key) => names.get(split(key).id),
            description: (key) => split(key).side,
          }}
          order={all}
          label="Muscles on the body"
          view={view ?? (muscle && (bestViews(loaded, muscle)[0] ?? muscle.views[0]))}
          layer={muscle && layerOf(muscle)}
          look={props.look}
          onLook={props.onLook}
          points={{
            marks: muscle ? pointMarks(muscle, point, side) : [],
            onChoose: (id) => choosePoint(id === choice.point ? null : id),
            onLeave: (id) => root.current?.querySelector<HTMLElement>(`button[data-point="${id}"]`)?.focus(),
          }}
          onChoose={choose}
          onLeave={(key: Sided) => focusEntry(root.current, "muscle", key)}
          say={say}
        />
        {muscle && isDrawn(loaded, muscle.id) && <Printed loaded={loaded} muscle={muscle} point={point} side={side} />}
        {muscle && (
          <Legend marks={legendOf([muscle], coversMuscle(loaded, muscle.id, [...muscle.essential, ...muscle.spillover]))} />
        )}
        {muscle && props.share}
      </div>
      <div class="tp-after-figure tp-card-place" id={`${uid}-card`} tabIndex={-1}>
        {muscle ? (
          <MuscleCard
            key={muscle.id}
            muscle={muscle}
            atlas={atlas}
            side={side}
            point={point}
            relation={
              candidates.length > 0 &&
              (candidates.find((one) => one.id === muscle.id)?.why ?? "not described as referring pain there")
            }
            drawn={isDrawn(loaded, muscle.id)}
            still={
              point && (
                <Still
                  loaded={loaded}
                  views={bestViews(loaded, muscle, point.essential).slice(0, 2)}
                  marks={marksOf(muscle, point, side)}
                  layer={layerOf(muscle)}
                  points={pointMarks(muscle, point, side)}
                />
              )
            }
            onSide={(next) => {
              onChoice({ ...choice, side: next });
              say(`${muscle.english_name}, ${next}.`);
            }}
            onPoint={(next) => choosePoint(next?.id ?? null)}
            onCompare={(other) => props.onCompare([muscle.id, other])}
          />
        ) : (
          <p class="tp-hint">Choose a muscle in the list or on the figure to read about it.</p>
        )}
      </div>
    </div>
  );
}
