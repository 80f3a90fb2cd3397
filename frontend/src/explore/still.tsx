/** The effect of a choice, small and where the reader looks: the figure itself may be off the screen. */
import { useEffect } from "preact/hooks";
import { useLater } from "../after_paint";
import { type Loaded, type View, VIEW_NAMES } from "../atlas";
import { useId } from "../ids";
import { draw, type Layer, type Mark } from "../map/drawing";
import type { PointMark } from "../map/overlay";
import { boxAround, Plate } from "./plate";

interface Props {
  loaded: Loaded;
  views: readonly View[];
  marks: ReadonlyMap<string, Mark>;
  layer: Layer;
  points: readonly PointMark[];
}

/** It repeats the figure for the eye only; the card says the same in words. */
export function Still({ loaded, views, ...shown }: Props) {
  useEffect(() => loaded.want?.(views), [loaded, views.join()]);
  return (
    <div class="tp-still" aria-hidden="true">
      {views.map((view) => loaded.figures[view] && <One key={view} view={view} text={loaded.figures[view]} {...shown} />)}
    </div>
  );
}

function One({ view, text, ...shown }: Omit<Props, "loaded" | "views"> & { view: View; text: string }) {
  const id = useId();
  const drawing = useLater(() => draw(view, text, `${id}-${view}`), [view, text]);
  return (
    <figure>
      {drawing && <Plate drawing={drawing} box={boxAround(drawing, [...shown.marks.keys()])} {...shown} />}
      <figcaption>{VIEW_NAMES[view]}</figcaption>
    </figure>
  );
}
