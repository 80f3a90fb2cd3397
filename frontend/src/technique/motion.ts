/**
 * Where the parts of a technique are at a time within a step: pure functions of poses and time.
 *
 * A pose is x, y, turn, wide, high, seen, and the place of its shape among the shapes of the part.
 */
export type Pose = [x: number, y: number, turn: number, wide: number, high: number, seen: number, shape: number];
export interface Step {
  caption: string;
  shows: string;
  seconds: number;
  moves: Record<string, Pose[]>;
}
/** A pose on its way: the first six numbers are there, the shape is `share` of the way from one to another. */
export interface Between {
  pose: Pose;
  from: number;
  share: number;
}

const SETTLE = 1.6; // seconds that one movement takes; then the step rests, so that it can be looked at

/** Return how far a movement has come that starts and ends gently; `part` runs from 0 to 1. */
export const eased = (part: number) => part * part * (3 - 2 * part);

/** Return where every part is at the end of each step. */
export function ends(starts: Record<string, Pose>, steps: Step[]): Record<string, Pose>[] {
  let now = starts;
  return steps.map(({ moves }) => (now = { ...now, ...Object.fromEntries(Object.entries(moves).map(([name, keys]) => [name, keys.at(-1)!])) }));
}

/** Return where a part is `seconds` after the step began, going from `start` through `keys`. */
export function between(start: Pose, keys: Pose[], seconds: number, length: number): Between {
  const time = keys.length === 1 ? Math.min(SETTLE, length) : length;
  const along = Math.min(seconds / time, 1) * keys.length;
  const leg = Math.min(Math.floor(along), keys.length - 1);
  const from = leg ? keys[leg - 1]! : start;
  const to = keys[leg]!;
  const share = eased(along - leg);
  const pose = from.map((value, at) => value + (to[at]! - value) * share) as Pose;
  pose[6] = to[6];
  return { pose, from: from[6], share };
}

/** Return the pose as the value of `transform`. */
export const transform = ([x, y, turn, wide, high]: Pose) => `translate(${x} ${y}) rotate(${turn}) scale(${wide} ${high})`;

const NUMBER = /-?(?:\d+\.?\d*|\.\d+)/g;

/** Return the path data that lies `share` of the way from `one` to `other`, which differ in numbers only. */
export function mixed(one: string, other: string, share: number): string {
  const numbers = other.match(NUMBER) ?? [];
  let at = 0;
  return one.replace(NUMBER, (number) => {
    const from = Number(number);
    return ` ${Math.round((from + (Number(numbers[at++]) - from) * share) * 100) / 100}`;
  });
}
