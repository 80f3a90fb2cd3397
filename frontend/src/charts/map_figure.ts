/** The chart of the evidence map with only some of its findings: rows without a mark are taken out. */
import { type Figure, partOf } from "./figure";
import { type Squeezed, squeezed } from "./squeeze";

const ROOT = 16; // px of a rem
const HALF = 0.5; // of a row: its marks stand in its middle
const INTO = 0.7; // of a row: from the rule above a treatment into its rows

export interface Narrowed {
  figure: Figure;
  /** By how much the chart gets lower, in rem: as a grid, and as the list of a narrow place. */
  less: { wide: number; narrow: number };
}

/** `first`, as `evidence/charts/_evidence_map.py` draws it, with the marks of the findings `ids` only. */
export function narrowed(first: Figure, ids: ReadonlySet<string>): Narrowed {
  const figure = structuredClone(first);
  const { narrow, layout } = figure;
  const marks: { grid: number[]; list: number[] } = { grid: [], list: [] };
  figure.data.forEach((trace, number) => {
    const those = trace.customdata;
    if (!those) return;
    const kept = those.flatMap((id, place) => (ids.has(id) ? [place] : []));
    const few = <T>(list: readonly T[]) => kept.map((place) => list[place]!);
    const path = (axis: string) => `data[${number}].${axis}`;
    for (const axis of ["x", "y"] as const) {
      trace[axis] = few(trace[axis]);
      narrow[path(axis)] = few(narrow[path(axis)] as number[]);
    }
    trace.text = few(trace.text!);
    trace.customdata = few(those);
    const { size, symbol, line } = trace.marker!;
    const width = few(line!.width as number[]);
    trace.marker = { ...trace.marker, size: few(size as number[]), symbol: few(symbol as string[]), line: { ...line, width } };
    marks.grid.push(...(trace.y as number[]));
    marks.list.push(...(narrow[path("y")] as number[]));
  });

  const words = layout.annotations!;
  const listed = (place: number) => narrow[`layout.annotations[${place}].y`] as number | undefined;
  const bands = words.filter((_, place) => listed(place) !== undefined).length; // the others name the lines of the list
  const heads = words.slice(0, bands).map(({ y }) => y!);
  const depth = (layout.yaxis as { range: [number, number] }).range[0];
  const all = first.data.flatMap(({ customdata, y }) => (customdata ? (y as number[]) : []));
  const lasts = heads.map((head, place) => Math.max(...all.filter((y) => y > head && y < (heads[place + 1] ?? depth))));
  const left = heads.map((head, place) => marks.grid.some((y) => y > head && y <= lasts[place]!));
  const ends = (places: readonly number[]) => places.filter((_, place) => left[place]);
  const feet = lasts.map((last) => last + HALF); // what stands between a treatment and the next one
  const grid = squeezed([...heads, ...all.map((y) => y - HALF), ...feet], depth, [...marks.grid, ...ends(heads), ...ends(feet)]);

  const tops = heads.map((_, place) => listed(place)!);
  const lines = words.slice(bands).map(({ y }) => y!);
  const long = (narrow["layout.yaxis.range"] as [number, number])[0];
  const list = squeezed([...tops, ...lines], long, [...marks.list, ...ends(tops)]);

  for (const [number, trace] of figure.data.entries()) {
    if (!trace.customdata) continue;
    trace.y = trace.y.map((y) => grid.at(y!)!);
    const path = `data[${number}].y`;
    narrow[path] = (narrow[path] as number[]).map((y) => list.at(y)!);
  }
  for (const [place, one] of words.entries()) {
    const y = place < bands ? grid.at(one.y!) : list.at(one.y!);
    if (place < bands) narrow[`layout.annotations[${place}].y`] = list.at(tops[place]!) ?? 0;
    if (y !== undefined) one.y = y;
    else one.visible = narrow[`layout.annotations[${place}].visible`] = false;
  }
  (layout.yaxis as { range: number[] }).range[0] = grid.end;
  narrow["layout.yaxis.range"] = [list.end, -1];
  redrawRules(figure, grid, depth);
  const px = partOf(figure, "rules").meta!.line as number;
  return { figure, less: { wide: ((depth - grid.end) * px) / ROOT, narrow: ((long - list.end) * px) / ROOT } };
}

/** The lines across go with their treatments, those between the conditions end with the last one. */
function redrawRules(figure: Figure, grid: Squeezed, depth: number) {
  const rules = partOf(figure, "rules");
  const { x, y } = rules;
  [rules.x, rules.y] = [[], []];
  for (let at = 0; at < y.length; at += 3) {
    const [from, to] = [y[at]!, y[at + 1]!];
    const moved = grid.at(from + INTO);
    const ends = from !== to ? [from, to - depth + grid.end] : moved === undefined ? [] : [moved - INTO, moved - INTO];
    if (!ends.length) continue;
    rules.x.push(x[at]!, x[at + 1]!, null);
    rules.y.push(...ends, null);
  }
}
