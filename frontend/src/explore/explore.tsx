/** Explore: choose a muscle in the list or on the figure; see and read its points and its referral. */
import type { ComponentChildren } from "preact";
import { useMemo, useRef } from "preact/hooks";
import { afterAll, useAfterPaint } from "../after_paint";
import type { Look } from "../address/shown";
import { type Loaded, type Muscle, type Side, SIDES, type TriggerPoint, type View } from "../atlas";
import type { Candidate } from "../finder";
import { useId } from "../ids";
import { useNewest } from "../newest";
import { Figure } from "../map/figure";
import { Legend } from "../map/legend";
import { focusEntry, RegionList } from "../map/list";
import { bestViews, coversMuscle, isDrawn } from "../map/views";
import { SkipLink } from "../map/skip";
import { Slot } from "../map/slot";
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

const sideOf = (key: Sided) => split(key).side;

export function Explore(props: Props) {
  const { loaded, choice, view, look, candidates, onChoice } = props;
  const { muscle: id, side } = choice;
  const { atlas } = loaded;
  const all = useMemo(() => regions(atlas, "muscle"), [atlas]);
  const names = useMemo(() => new Map(all.map((region) => [region.id, region.name])), [all]);
  const nameOf = useMemo(() => (key: Sided) => names.get(split(key).id), [names]);
  const root = useRef<HTMLDivElement>(null);
  const uid = useId();

  // What was touched answers at once, list, figure or card; the others follow, and the card of another muscle does.
  const touched = useRef(false);
  const drawn = useAfterPaint(choice);
  const figured = touched.current ? choice : drawn;
  const muscleOf = (one: Choice) => (one.muscle === null ? undefined : atlas.muscles[one.muscle]);
  const pointOf = (one: Choice) => muscleOf(one)?.trigger_points.find(({ id }) => id === one.point);
  const muscle = muscleOf(drawn);
  const carded = muscle?.id === id ? choice : drawn;
  const listed = touched.current ? drawn.muscle : id;

  const say = useNewest(props.say);
  const choose = (key: string) => {
    const at = key.includes(":") ? split(key) : { side, id: key };
    onChoice({ muscle: at.id, side: at.side, point: at.id === id ? choice.point : null });
    const place = all.findIndex((region) => region.id === at.id) + 1;
    say(`${atlas.muscles[at.id]?.english_name}, ${at.side}, selected. ${place} of ${all.length}.`);
  };
  const choosePoint = (next: string | null) => {
    onChoice({ ...choice, point: next });
    say(saidOf(loaded, muscleOf(choice), next));
  };
  const fromList = useNewest((key: string) => {
    touched.current = false;
    choose(key);
    const byKey = document.activeElement?.matches(":focus-visible"); // the focus is in the list, and must not leave the screen
    if (!byKey) afterAll(() => bring(document.getElementById(`${uid}-picture`)));
  });
  const sideFromCard = useNewest((next: Side) => {
    touched.current = false;
    onChoice({ ...choice, side: next });
    say(`${muscle?.english_name}, ${next}.`);
  });
  const pointFromCard = useNewest((next: TriggerPoint | undefined) => {
    touched.current = false;
    choosePoint(next?.id ?? null);
  });
  const compare = useNewest((other: string) => muscle && props.onCompare([muscle.id, other]));
  const fromFigure = useNewest((key: string) => {
    touched.current = true;
    choose(key);
  });
  const pointFromFigure = useNewest((next: string) => {
    touched.current = true;
    choosePoint(next === choice.point ? null : next);
  });
  const onLook = useNewest((next: Look) => props.onLook?.(next));

  const list = useMemo(
    () => (
      <RegionList
        kind="muscle"
        all={all}
        pressed={new Set(listed ? [listed] : [])}
        sides={false}
        byPain
        label="Muscles"
        onChoose={fromList}
        say={say}
      />
    ),
    [all, listed],
  );
  const arrived = Object.keys(loaded.figures).length;
  const figure = useMemo(() => {
    const [muscle, point] = [muscleOf(figured), pointOf(figured)];
    return (
      <Figure
        loaded={loaded}
        scene={{
          kind: "muscle",
          pressed: new Set(muscle ? SIDES.map((one) => sided(one, muscle.id)) : []),
          marks: muscle ? marksOf(muscle, point, figured.side) : new Map(),
          locked: false,
          name: nameOf,
          description: sideOf,
        }}
        order={all}
        label="Muscles on the body"
        view={view ?? (muscle && (bestViews(loaded, muscle.id)[0] ?? muscle.views[0]))}
        layer={muscle && layerOf(muscle)}
        look={look}
        onLook={onLook}
        points={{
          marks: muscle ? pointMarks(muscle, point, figured.side) : [],
          onChoose: pointFromFigure,
          onLeave: (id) => root.current?.querySelector<HTMLElement>(`button[data-point="${id}"]`)?.focus(),
        }}
        onChoose={fromFigure}
        onLeave={(key: Sided) => focusEntry(root.current, "muscle", key)}
        say={say}
      />
    );
  }, [loaded, arrived, all, figured.muscle, figured.point, figured.side, view, look]);
  const legend = useMemo(
    () => muscle && legendOf([muscle], coversMuscle(loaded, muscle.id, [...muscle.essential, ...muscle.spillover])),
    [loaded, arrived, muscle],
  );
  const still = useMemo(() => {
    const shown = pointOf(drawn);
    return (
      muscle &&
      shown && (
        <Still
          loaded={loaded}
          views={bestViews(loaded, shown.id).slice(0, 2)}
          marks={marksOf(muscle, shown, drawn.side)}
          layer={layerOf(muscle)}
          points={pointMarks(muscle, shown, drawn.side)}
        />
      )
    );
  }, [loaded, arrived, drawn.muscle, drawn.point, drawn.side]);
  const relation =
    candidates.length > 0 && (candidates.find((one) => one.id === muscle?.id)?.why ?? "not described as referring pain there");
  const shownStill = drawn.point === carded.point && still;
  const card = useMemo(
    () =>
      muscle && (
        <MuscleCard
          key={muscle.id}
          muscle={muscle}
          atlas={atlas}
          side={carded.side}
          point={pointOf(carded)}
          relation={relation}
          drawn={isDrawn(loaded, muscle.id)}
          still={shownStill}
          page={loaded.pages && Object.hasOwn(loaded.pages, muscle.id) ? loaded.pages[muscle.id] : undefined}
          onSide={sideFromCard}
          onPoint={pointFromCard}
          onCompare={compare}
        />
      ),
    [loaded, arrived, muscle, carded.point, carded.side, relation, shownStill],
  );
  return (
    <div class="tp-map" ref={root} data-with-card>
      <div class="tp-side">
        <SkipLink text="Skip the list" to={`${uid}-picture`} />
        {list}
      </div>
      <div class="tp-picture" id={`${uid}-picture`} tabIndex={-1}>
        <SkipLink text="Skip the figure" to={`${uid}-card`} />
        {candidates.length > 0 && (
          <button type="button" class="tp-back" data-action="to-candidates" onClick={props.onCandidates}>
            <span aria-hidden="true">← </span>
            {candidates.length === 1 ? "Back to the candidate" : `Back to the ${candidates.length} candidates`}
          </button>
        )}
        {figure}
        <Slot>
          {muscle && isDrawn(loaded, muscle.id) && (
            <Printed loaded={loaded} muscle={muscle} point={pointOf(drawn)} side={drawn.side} />
          )}
          {legend && <Legend marks={legend} />}
          {muscle && props.share}
        </Slot>
      </div>
      <div class="tp-after-figure tp-card-place" id={`${uid}-card`} tabIndex={-1}>
        {muscle ? (
          card
        ) : (
          <p class="tp-hint">Choose a muscle in the list or on the figure to read about it.</p>
        )}
      </div>
    </div>
  );
}

/** What is said when a point is chosen, or, with none, when the last one is not chosen any more. */
function saidOf(loaded: Loaded, muscle: Muscle | undefined, id: string | null): string {
  const points = muscle?.trigger_points ?? [];
  const chosen = points.find((one) => one.id === id);
  const placed = (chosen ? [chosen] : points).some((one) => one.places.length > 0);
  const shown = chosen ? [`${chosen.label}: its referral is shown.`] : placed ? ["All points are shown."] : [];
  const known = (chosen ? [chosen] : points).some((one) => one.location.text !== "unsourced");
  const whole = isDrawn(loaded, muscle?.id ?? "") ? "; the whole muscle is shown" : "; the muscle is not drawn on the figure";
  const unplaced = known
    ? `The place of ${chosen ? "the point" : "its points"} is in words only${whole}.`
    : `No source we read gives a place for ${chosen ? "it" : "its points"}${whole}.`;
  return [...shown, ...(placed ? [] : [unplaced])].join(" ");
}
