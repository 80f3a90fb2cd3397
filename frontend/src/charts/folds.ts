/**
 * Folds that are written open, for readers without scripts, are closed, but for what the address leads to
 * and what was open when the reader left: who comes back from a source finds the list as it was.
 */
const KEY = "tpOpen"; // in the state of this place in the browser's history

/** Close the folds of the page; whichever script comes first does it, and a second call finds none. */
export function closeFolds() {
  const folds = [...document.querySelectorAll<HTMLDetailsElement>("details.tp-fold")];
  const state = history.state as { [KEY]?: number[] } | null;
  const open = new Set(state?.[KEY]);
  folds.forEach((fold, place) => {
    fold.open = open.has(place) || fold.matches(":target, :has(:target)");
    fold.classList.remove("tp-fold");
  });
  let due = false;
  const remember = () => {
    due = false;
    const left = folds.flatMap((fold, place) => (fold.open ? [place] : []));
    history.replaceState({ ...(history.state as object | null), [KEY]: left }, "");
  };
  for (const fold of folds)
    fold.addEventListener("toggle", () => {
      if (!due) setTimeout(remember); // a choice may open many at once, and browsers count what is written
      due = true;
    });
}
