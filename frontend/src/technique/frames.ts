/** Frames of an animation: asked for one at a time, so that there is never a second loop beside the first. */
const LONGEST = 0.1; // seconds: a tab that was away goes on where it was

/**
 * Return a switch: while it is on, `tick` is called once a frame with the seconds since the frame before (0 in
 * the first). `tick` may turn it off.
 */
export function frames(tick: (seconds: number) => void): (on: boolean) => void {
  let asked = 0;
  let last: number | undefined;
  const frame = (now: number) => {
    asked = requestAnimationFrame(frame);
    const seconds = Math.min((now - (last ?? now)) / 1000, LONGEST);
    last = now;
    tick(seconds);
  };
  return (on) => {
    cancelAnimationFrame(asked);
    last = undefined;
    if (on) asked = requestAnimationFrame(frame);
  };
}
