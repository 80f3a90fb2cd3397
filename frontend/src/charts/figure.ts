/** A Plotly figure as a page holds it: what we read and change of it, and no more. */
export interface Marker {
  size?: number | number[];
  symbol?: string | string[];
  color?: string;
  line?: { width?: number | number[]; [more: string]: unknown };
}
export interface Trace {
  x: (number | null)[];
  y: (number | null)[];
  text?: string[];
  customdata?: string[];
  marker?: Marker;
  line?: object;
  error_x?: object;
  /** `ink` is the role of its colour, `part` its name; more is what a script needs to draw it anew. */
  meta?: { ink?: string; part?: string; [more: string]: unknown };
}
export interface Annotation {
  text?: string;
  x?: number;
  y?: number;
  xref?: string;
  yref?: string;
  yshift?: number;
  visible?: boolean;
  align?: string;
  font?: object;
}
export interface Axis {
  title?: string | { text?: string };
  type?: string;
  range?: [number, number];
  ticktext?: string[];
}
export interface Layout {
  annotations?: Annotation[];
  margin?: Record<string, number>;
  xaxis?: Axis;
  yaxis2?: Axis;
  [more: string]: unknown;
}
export interface Figure {
  data: Trace[];
  layout: Layout;
  /** What changes in a narrow place: values by their path, such as `layout.annotations[2].visible`. */
  narrow: Record<string, unknown>;
}

/** The element of a chart; another script may set its figure, and send it `tp-figure`. */
export type Chart = HTMLElement & { tpFigure?: Figure };

export const jsonOf = <T>(element: Element): T => JSON.parse(element.textContent ?? "") as T;

export const figureOf = (chart: Chart): Figure => (chart.tpFigure ??= jsonOf<Figure>(chart.querySelector("script")!));

export const plotOf = (chart: Element) => chart.querySelector<HTMLElement>(".tp-chart-plot")!;

export const partOf = (figure: Figure, name: string) => figure.data.find(({ meta }) => meta?.part === name)!;

/** Give a chart a new figure; it is drawn at once if the chart is. */
export function put(chart: Chart, figure: Figure) {
  chart.tpFigure = figure;
  chart.dispatchEvent(new Event("tp-figure"));
}

/** Set values by their path. */
export function patch(figure: Figure, changes: Readonly<Record<string, unknown>>) {
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.match(/[^.[\]]+/g)!;
    const last = keys.pop()!;
    let place = figure as unknown as Record<string, unknown>;
    for (const key of keys) place = (place[key] ??= {}) as Record<string, unknown>;
    place[last] = value;
  }
}
