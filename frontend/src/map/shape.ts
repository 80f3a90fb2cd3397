/** The outlines of the drawing as numbers, which hold in hidden views too, where a browser measures nothing. */
import type { Box } from "../viewbox";

export interface Spot {
  x: number;
  y: number;
}
const TOKENS = /[a-z]|-?\d*\.?\d+/gi;
const STEPS = [0.25, 0.5, 0.75, 1];

/** Return points along each closed line of path data in M, L, C and Z. Throws for any other command. */
export function rings(d: string): Spot[][] {
  const found: Spot[][] = [];
  const tokens = d.match(TOKENS) ?? [];
  let [at, start]: Spot[] = [{ x: 0, y: 0 }, { x: 0, y: 0 }];
  let [next, command] = [0, ""];
  while (next < tokens.length) {
    if (/[a-z]/i.test(tokens[next]!)) command = tokens[next++]!;
    const from = command === command.toLowerCase() ? at! : { x: 0, y: 0 };
    const spot = () => ({ x: from.x + Number(tokens[next++]), y: from.y + Number(tokens[next++]) });
    const kind = command.toUpperCase();
    if (kind === "M") {
      at = start = spot();
      found.push([at]);
      command = command === "M" ? "L" : "l";
    } else if (kind === "L") {
      at = spot();
      found.at(-1)?.push(at);
    } else if (kind === "C") {
      const curve = [at!, spot(), spot(), spot()] as const;
      found.at(-1)?.push(...STEPS.map((t) => along(curve, t)));
      at = curve[3];
    } else if (kind === "Z") {
      at = start;
      command = "";
    } else throw new Error(`an outline of the drawing uses the command "${command}", which is not read here`);
  }
  return found;
}

function along(curve: readonly [Spot, Spot, Spot, Spot], t: number): Spot {
  const weights = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
  const sum = (axis: "x" | "y") => curve.reduce((total, spot, at) => total + spot[axis] * weights[at]!, 0);
  return { x: sum("x"), y: sum("y") };
}

/** Area inside the lines, in units of the drawing squared. */
export function area(lines: readonly Spot[][]): number {
  const one = (line: Spot[]) =>
    Math.abs(
      line.reduce((sum, { x, y }, at) => {
        const to = line[(at + 1) % line.length]!;
        return sum + x * to.y - to.x * y;
      }, 0) / 2,
    );
  return lines.reduce((sum, line) => sum + one(line), 0);
}

const lengthOf = (line: readonly Spot[]) =>
  line.reduce((sum, { x, y }, at) => {
    const to = line[(at + 1) % line.length]!;
    return sum + Math.hypot(to.x - x, to.y - y);
  }, 0);

/** How wide the widest piece is across, whichever way it runs: of a strap its width, of a disc half of it. */
export const breadth = (lines: readonly Spot[][]): number =>
  Math.max(0, ...lines.map((line) => (2 * area([line])) / (lengthOf(line) || Infinity)));

/** The smallest box around all lines; undefined when there is no point. */
export function around(lines: readonly Spot[][]): Box | undefined {
  const spots = lines.flat();
  if (!spots.length) return undefined;
  const [xs, ys] = [spots.map((spot) => spot.x), spots.map((spot) => spot.y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Whether two boxes come closer to each other than `distance`. */
export const near = (a: Box, b: Box, distance: number): boolean =>
  a.x < b.x + b.width + distance &&
  b.x < a.x + a.width + distance &&
  a.y < b.y + b.height + distance &&
  b.y < a.y + a.height + distance;

/** The smallest distance between the points of two sets of lines. */
export function gap(one: readonly Spot[][], other: readonly Spot[][]): number {
  let least = Infinity;
  for (const a of one.flat()) for (const b of other.flat()) least = Math.min(least, Math.hypot(a.x - b.x, a.y - b.y));
  return least;
}

/** Whether a place lies inside the lines, by the even-odd rule. */
export function inside({ x, y }: Spot, lines: readonly Spot[][]): boolean {
  let odd = false;
  for (const line of lines)
    for (const [at, a] of line.entries()) {
      const b = line[(at + 1) % line.length]!;
      if (a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) odd = !odd;
    }
  return odd;
}

const known = new Map<string, Spot[][]>();
const boxes = new WeakMap<Spot[][], Box | undefined>();

/** The smallest box around a path, in a hidden view too. */
export function boxOf(path: Element): Box | undefined {
  const lines = linesOf(path);
  if (!boxes.has(lines)) boxes.set(lines, around(lines));
  return boxes.get(lines);
}

const AT_ONCE = 20; // shapes, 4 ms of a phone
const PAUSE = 30; // ms, for whatever else wants to be done

/** Read the outlines of shapes bit by bit, before all of them are asked for at once; returns what calls it off. */
export function readAhead(paths: readonly Element[]): () => void {
  const read = (from: number) => {
    for (const path of paths.slice(from, from + AT_ONCE)) boxOf(path);
    if (from + AT_ONCE < paths.length) timer = setTimeout(() => read(from + AT_ONCE), PAUSE);
  };
  let timer = setTimeout(() => read(0), PAUSE);
  return () => clearTimeout(timer);
}

/** The lines of a path, read once for all copies of a drawing: reading all of one takes a phone a tenth of a second. */
export function linesOf(path: Element): Spot[][] {
  const d = path.getAttribute("d") ?? "";
  let lines = known.get(d);
  if (!lines) known.set(d, (lines = rings(d)));
  return lines;
}
