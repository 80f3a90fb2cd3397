import { afterAll } from "../after_paint";

/** Put the focus on what has just come, and bring it into view only where it is not. */
export function reveal(el: HTMLElement | null | undefined) {
  if (!el) return;
  el.focus({ preventScroll: true });
  bringIntoView(el);
  // What stands above it may be drawn later and push it down.
  afterAll(() => document.activeElement === el && bringIntoView(el));
}

function bringIntoView(el: HTMLElement) {
  // The page's own bar lies over what is scrolled under it; the style sheet knows how far.
  const bar = Number.parseFloat(getComputedStyle(el).scrollMarginTop) || 0;
  const watch = new IntersectionObserver(
    ([entry]) => {
      watch.disconnect();
      if (!entry || startsInView(entry)) return;
      const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
      el.scrollIntoView({ block: "start", behavior: still ? "instant" : "smooth" });
    },
    { rootMargin: `${-bar}px 0px 0px 0px` },
  );
  watch.observe(el);
}

const LINES = 96; // px: of a question longer than the screen, its first lines are enough

/** Whether the upper edge and the first lines are to be seen, whichever box around it scrolls. */
function startsInView({ boundingClientRect: own, intersectionRect: seen }: IntersectionObserverEntry): boolean {
  return seen.height > 0 && seen.top - own.top < 2 && seen.height >= Math.min(own.height, LINES) - 1;
}
