/**
 * Folds that are written open, for readers without scripts, are closed, but for what the address leads to
 * and, for a reader who comes back from a source, what was open before. (The state of an entry in the history
 * would be the place to keep it, but Sphinx's own script empties that at every load.)
 */
const KEY = `tp-open:${location.pathname}`;

/** Which folds were open when the reader left, if this load is a return; where storage is off, none. */
function openBefore(): Set<number> {
  const [load] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (load?.type !== "back_forward" && load?.type !== "reload") return new Set();
  try {
    return new Set(JSON.parse(sessionStorage.getItem(KEY) ?? "[]") as number[]);
  } catch {
    return new Set();
  }
}

function keep(open: readonly number[]) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(open));
  } catch {
    // storage is off or full: the folds are closed on a return
  }
}

/** Close the folds of the page; whichever script comes first does it, and a second call finds none. */
export function closeFolds() {
  const folds = [...document.querySelectorAll<HTMLDetailsElement>("details.tp-fold")];
  if (!folds.length) return;
  const before = openBefore();
  for (const [place, fold] of folds.entries()) {
    fold.open = before.has(place) || fold.matches(":target, :has(:target)");
    fold.classList.remove("tp-fold");
  }
  addEventListener("pagehide", () => keep(folds.flatMap((fold, place) => (fold.open ? [place] : []))));
}
