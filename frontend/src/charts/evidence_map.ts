/**
 * The filters of the evidence map: narrow the chart and the tables together, open the treatments that are
 * left, keep the choice in the address (`#modality=massage&condition=neck-pain`), and lead from a mark to its
 * row.
 */
import { choice } from "../choice";
import { type Chart, figureOf, plotOf, put } from "./figure";
import { closeFolds } from "./folds";
import { narrowed } from "./map_figure";

const NOTHING = "No finding on the map has all of this. That does not mean that it does not work. Choose less.";

/** What the findings of a treatment say, counted, as `sphinxext/evidence_map.py` puts it. */
function counted(rows: readonly HTMLElement[], results: readonly string[], of: number): string {
  const say = results.flatMap((result) => {
    const count = rows.filter(({ dataset }) => dataset.result === result).length;
    return count ? [`${count} ${result}`] : [];
  });
  const many = of === rows.length ? of : `${rows.length} of ${of}`;
  return `${many} finding${of > 1 ? "s" : ""}: ${say.join(", ")}`;
}

/** Open the treatment of a row. */
const unfold = (row: HTMLElement) => (row.closest("table")!.closest("details")!.open = true);

function start(root: HTMLElement) {
  const chart = root.querySelector<Chart>(".tp-chart")!;
  const plot = plotOf(chart);
  const first = structuredClone(figureOf(chart));
  const heights = { wide: parseFloat(plot.style.getPropertyValue("--tp-wide")), narrow: parseFloat(plot.style.getPropertyValue("--tp-narrow")) };
  const selects = [...root.querySelectorAll<HTMLSelectElement>("[data-choice]")];
  const { chosen, keep, read, reset } = choice(Object.fromEntries(selects.map((select) => [select.dataset.choice!, select])));
  const again = root.querySelector<HTMLButtonElement>("[data-action=reset]")!;
  const onward = root.querySelector<HTMLButtonElement>("[data-action=to-rows]")!;
  const status = root.querySelector<HTMLElement>("[role=status]")!;
  const rows = [...root.querySelectorAll<HTMLElement>("table tbody tr")];
  const results = root.dataset.results!.split(",");
  const groups = [...root.querySelectorAll<HTMLDetailsElement>(":scope > details")].map((fold) => ({
    fold,
    line: fold.querySelector(".tp-line")!,
    rows: rows.filter((row) => fold.contains(row)),
  }));

  function show() {
    const wanted = chosen();
    for (const row of rows) row.hidden = !wanted.every(([name, { value }]) => row.dataset[name] === value);
    const found = rows.filter((row) => !row.hidden);
    for (const { fold, line, rows: own } of groups) {
      const left = own.filter((row) => !row.hidden);
      fold.hidden = !left.length;
      line.textContent = counted(left, results, own.length);
    }
    status.textContent = found.length ? `${found.length} of ${rows.length} findings.` : NOTHING;
    again.hidden = !wanted.length;
    onward.hidden = !found.length;
    const { figure, less } = narrowed(first, new Set(found.map(({ id }) => id.replace("finding-", ""))));
    plot.style.setProperty("--tp-wide", `${heights.wide - less.wide}rem`);
    plot.style.setProperty("--tp-narrow", `${heights.narrow - less.narrow}rem`);
    put(chart, figure);
  }

  /** What is left of a choice is short enough to lie open; all findings are not. */
  function openLeft() {
    for (const { fold } of groups) fold.open = chosen().length > 0;
  }

  function change() {
    show();
    openLeft();
    keep();
  }

  function all() {
    reset();
    change();
  }

  for (const select of selects) select.addEventListener("input", change);
  again.addEventListener("click", () => {
    all();
    selects[0]!.focus(); // the button that had the focus is gone
  });
  onward.addEventListener("click", () => {
    const { fold } = groups.find((group) => !group.fold.hidden)!;
    fold.querySelector("summary")!.focus({ preventScroll: true });
    fold.scrollIntoView(); // on a phone the chart is long, however few marks are left
  });
  chart.addEventListener("tp-point", (event) => {
    const row = document.getElementById(`finding-${(event as CustomEvent<string>).detail}`)!;
    root.querySelector("[data-shown]")?.removeAttribute("data-shown");
    row.dataset.shown = "";
    unfold(row);
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "center" });
  });
  document.addEventListener("click", ({ target }) => {
    const link = (target as Element).closest<HTMLAnchorElement>('a[href^="#finding-"]');
    const row = link && rows.find(({ id }) => `#${id}` === link.hash);
    if (!row) return;
    if (row.hidden) all(); // then the link leads somewhere
    unfold(row);
  });
  addEventListener("hashchange", () => {
    if (!read()) return;
    show();
    openLeft();
  });
  root.querySelector<HTMLElement>(".tp-chart-bar")!.hidden = false;
  if (read()) openLeft();
  show();
}

closeFolds(); // before those that are left are opened, whichever script runs first
document.querySelectorAll<HTMLElement>(".tp-evidence").forEach(start);
