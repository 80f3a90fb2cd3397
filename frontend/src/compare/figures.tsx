/** Two muscles on two figures: the same view, the same part of it, so that the eye can go from one to the other. */
import { useEffect, useMemo, useState } from "preact/hooks";
import { useLater } from "../after_paint";
import { canShow, type Loaded, type Muscle, type Side, type View, VIEW_NAMES, VIEWS } from "../atlas";
import { layerOf, legendOf, marksOf, pointMarks } from "../explore/marks";
import { boxAround, Plate, PlateCaption } from "../explore/plate";
import { useId } from "../ids";
import { draw } from "../map/drawing";
import { Legend } from "../map/legend";
import { Segmented } from "../map/segmented";
import { bestViews, coversMuscle } from "../map/views";

interface Props {
  loaded: Loaded;
  pair: readonly [Muscle, Muscle];
  side: Side;
  say(message: string): void;
}
const TALL = 0.8; // height to breadth from which two pictures stand beside each other even on a phone

export function Figures({ loaded, pair, side, say }: Props) {
  const views = useMemo(() => commonViews(loaded, pair), [loaded, ...pair]);
  const [chosen, setChosen] = useState<View | undefined>();
  const view = chosen && views.includes(chosen) ? chosen : views[0];
  useEffect(() => view && loaded.want?.([view]), [loaded, view]);
  const id = useId();
  const text = view && loaded.figures[view];
  const drawings =
    useLater(
      () => (view && text ? pair.map((muscle) => draw(view, text, `${id}-${view}-${muscle.id}`)) : []),
      [view, text, ...pair],
    ) ?? [];
  if (!view) return <p class="tp-hint">Neither of the two is drawn on the figure; the words say where they are.</p>;

  const marks = pair.map((muscle) => marksOf(muscle, undefined, side));
  const box = drawings[0] && boxAround(drawings[0], marks.flatMap((own) => [...own.keys()]));
  const covered = pair.some((muscle) => coversMuscle(loaded, muscle.id, [...muscle.essential, ...muscle.spillover]));
  return (
    <div class="tp-pair-figures">
      {views.length > 1 && (
        <Segmented
          label="View of both"
          name="pair-view"
          options={views.map((one) => [one, VIEW_NAMES[one]] as const)}
          value={view}
          onChange={(next) => {
            setChosen(next);
            say(`Both: ${VIEW_NAMES[next]} view.`);
          }}
        />
      )}
      <div class="tp-pair" data-tall={box && box.height > TALL * box.width}>
        {pair.map((muscle, at) => (
          <figure key={muscle.id} data-plate={muscle.id}>
            <figcaption>
              <strong>{muscle.english_name}</strong>{" "}
              {drawings[at] && !drawnIn(drawings[at].paths, muscle, side) && "(not seen in this view)"}
            </figcaption>
            {drawings[at] && box && (
              <Plate
                drawing={drawings[at]}
                box={box}
                marks={marks[at]!}
                layer={layerOf(muscle)}
                points={pointMarks(muscle, undefined, side)}
              />
            )}
            <PlateCaption view={view} side={side} />
          </figure>
        ))}
      </div>
      <Legend marks={legendOf(pair, covered)} />
    </div>
  );
}

const drawnIn = (paths: { has(key: string): boolean }, muscle: Muscle, side: Side) => paths.has(`muscle:${side}:${muscle.id}`);

/** Views in which at least one of the two, or its pain, is drawn; the one that shows most of both first. */
function commonViews(loaded: Loaded, pair: readonly [Muscle, Muscle]): View[] {
  const orders = pair.map((muscle) => bestViews(loaded, muscle.id));
  const place = (view: View) =>
    orders.reduce((sum, order) => sum + (order.includes(view) ? order.indexOf(view) : VIEWS.length), 0);
  return VIEWS.filter((view) => canShow(loaded, view) && orders.some((order) => order.includes(view))).sort(
    (a, b) => place(a) - place(b),
  );
}
