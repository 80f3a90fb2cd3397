/** Bring what a choice changed into view, where it is out of sight; without motion for whoever asked for none. */
export function bring(element: Element | null | undefined) {
  if (!element) return;
  const { top, bottom } = element.getBoundingClientRect();
  if (top < innerHeight / 2 && bottom > innerHeight / 2) return;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: "start", behavior: still ? "auto" : "smooth" });
}

/**
 * Show what keys gave the focus to, at the nearest edge and at once: a focus out of sight is lost (WCAG 2.4.11).
 * A finger's focus shows no ring, and nothing moves for it.
 */
export function reveal(element: Element | null | undefined) {
  if (element?.matches(":focus-visible")) element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
}
