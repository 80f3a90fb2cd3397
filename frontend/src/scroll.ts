/** Bring what a choice changed into view, where it is out of sight; without motion for whoever asked for none. */
export function bring(element: Element | null | undefined) {
  if (!element) return;
  const { top, bottom } = element.getBoundingClientRect();
  if (top < innerHeight / 2 && bottom > innerHeight / 2) return;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: "start", behavior: still ? "auto" : "smooth" });
}
