/** What a body map shows, as far as a link can say it. Safety answers are personal: they have no place here. */
import type { Side, View } from "../atlas";
import type { Layer } from "../map/drawing";
import type { Spot } from "../map/shape";

export interface Shown {
  mode: "explore" | "hurts";
  muscle: string | null;
  /** A trigger point of the muscle. */
  point: string | null;
  side: Side;
  /** Sided ids of the areas that hurt. */
  zones: string[];
  /** Two muscles beside each other. */
  pair: readonly [string, string] | null;
}

/** How the figure is looked at; what is missing is left to the figure. */
export interface Look {
  view?: View;
  layer?: Layer;
  /** The whole body, or a part of it. */
  whole?: boolean;
  /** 1 shows the whole frame. */
  scale?: number;
  /** What lies in the middle of each view that is enlarged, in units of the drawing. */
  centres?: Partial<Record<View, Spot>>;
}
