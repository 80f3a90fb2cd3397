/**
 * The figure on paper. What the screen shows depends on its width; paper has room for every view in which something is
 * marked, cut to what is marked. It is drawn when the page is printed and taken away after, so that no choice on the
 * screen waits for it.
 */
import { render } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { type Loaded, type Muscle, type Side, type TriggerPoint, VIEWS } from "../atlas";
import { useId } from "../ids";
import { draw } from "../map/drawing";
import { layerOf, marksOf, pointMarks } from "./marks";
import { boxAround, Plate, PlateCaption } from "./plate";

interface Props {
  loaded: Loaded;
  muscle: Muscle;
  point: TriggerPoint | undefined;
  side: Side;
}

export function Printed(props: Props) {
  const place = useRef<HTMLDivElement>(null);
  const now = useRef(props);
  now.current = props;
  useEffect(() => {
    const fill = () => render(<Views {...now.current} />, place.current!);
    const empty = () => place.current && render(null, place.current);
    addEventListener("beforeprint", fill);
    addEventListener("afterprint", empty);
    return () => {
      removeEventListener("beforeprint", fill);
      removeEventListener("afterprint", empty);
    };
  }, []);
  return <div class="tp-printed-figure" ref={place} />;
}

function Views({ loaded, muscle, point, side }: Props) {
  const id = useId();
  const marks = marksOf(muscle, point, side);
  const keys = [...marks.keys()];
  const drawings = useMemo(
    () => VIEWS.flatMap((view) => (loaded.figures[view] ? [draw(view, loaded.figures[view], `${id}-${view}`)] : [])),
    [],
  );
  return (
    <>
      {drawings
        .filter(({ paths }) => keys.some((key) => paths.has(key)))
        .map((drawing) => (
          <figure key={drawing.view}>
            <Plate
              drawing={drawing}
              box={boxAround(drawing, keys)}
              marks={marks}
              layer={layerOf(muscle)}
              points={pointMarks(muscle, point, side)}
            />
            <PlateCaption view={drawing.view} side={side} />
          </figure>
        ))}
    </>
  );
}
