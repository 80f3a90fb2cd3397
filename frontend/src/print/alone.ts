/** Prints one part of a page alone: nobody needs a chapter on paper for one form, one muscle or one map. */

/** Print `part`, and what it cannot be read without; the browser's own command prints the page. */
export function printAlone(part: Element, ...withIt: Element[]) {
  const alone = [part, ...withIt];
  const around = new Set<Element>();
  for (const one of alone)
    for (let outer = one.parentElement; outer; outer = outer.parentElement) around.add(outer);
  const mark = (on: boolean) => {
    for (const one of alone) one.toggleAttribute("data-alone", on);
    for (const one of around) one.toggleAttribute("data-around", on);
  };
  mark(true);
  addEventListener("afterprint", () => mark(false), { once: true });
  print();
}
