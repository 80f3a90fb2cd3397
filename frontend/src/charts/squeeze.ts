/** Rows of a chart from which some are taken out: what is left moves up, and the chart gets lower. */

/** Where the rows stand once only `kept` are left. */
export interface Squeezed {
  /** The new y of one that was at `y`; undefined where its row is gone. */
  at(y: number): number | undefined;
  /** The new end of the last row. */
  end: number;
}

/**
 * `starts` are the places at which rows begin, counted down to `end`; a row lasts until the next one. It is
 * kept where it holds one of `kept`, places of marks.
 */
export function squeezed(starts: readonly number[], end: number, kept: readonly number[]): Squeezed {
  const tops = [...new Set(starts)].sort((one, other) => one - other);
  const rows = tops.map((top, place) => ({ top, until: tops[place + 1] ?? end }));
  let gone = 0;
  const shifts = rows.map(({ top, until }) => {
    const stays = kept.some((y) => y >= top && y < until);
    const shift = stays ? gone : undefined;
    if (!stays) gone += until - top;
    return shift;
  });
  return {
    at(y) {
      const place = rows.findIndex(({ top, until }) => y >= top && y < until);
      const shift = shifts[place];
      return shift === undefined ? undefined : y - shift;
    },
    end: end - gone,
  };
}
