/**
 * A table of the book that can be searched, narrowed to a part of the body and to an area that hurts, and sorted.
 *
 * The library sorts at a click on a header cell and keeps `aria-sort`; the header cells get real buttons
 * here, since its own keyboard support makes buttons of the cells and so takes away the headers. The
 * rows carry `data-words`, `data-region` and, with zone ids, `data-essential` and `data-spillover`, the cells `data-sort` where their text is not what to sort by.
 */
import "sortable-tablesort/dist/sortable.js";
import { plain, wordsOf } from "./typed";

const FIRST = 20; // cards before "Show all"

function start(root: HTMLElement) {
  const table = root.querySelector("table")!;
  const bar = root.querySelector<HTMLElement>(".tp-atlas-bar")!;
  const query = bar.querySelector<HTMLInputElement>("[type=search]")!;
  const region = bar.querySelector<HTMLSelectElement>("[data-by=region]")!;
  const area = bar.querySelector<HTMLSelectElement>("[data-by=area]");
  const only = bar.querySelector<HTMLInputElement>("[type=checkbox]");
  const clear = bar.querySelector<HTMLButtonElement>("[data-action=clear]")!;
  const status = bar.querySelector<HTMLElement>("[role=status]")!;
  const more = root.querySelector<HTMLButtonElement>("[data-action=show-all]")!;
  const plainHead = table.querySelector<HTMLElement>("th.no-sort")!;
  const what = root.dataset.rows!;
  const rows = [...table.tBodies[0]!.rows];
  const texts = new Map(rows.map((row) => [row, plain(`${row.textContent} ${row.dataset.words}`)]));
  const target = rows.find((row) => row.id && `#${row.id}` === location.hash);
  let all = target !== undefined;
  let found = rows;

  /** In a narrow place rows are cards, and their head is only buttons. */
  const cards = () => getComputedStyle(plainHead).display === "none";

  const hurts = ({ dataset }: HTMLElement) =>
    !area?.value || `${dataset.essential} ${only!.checked ? "" : dataset.spillover}`.split(" ").includes(area.value);

  /** Say how many rows are shown, and in which order. */
  function say(shown: number) {
    const sorted = table.tHead!.querySelector<HTMLElement>("th[aria-sort]");
    const way = sorted?.ariaSort === "descending" ? ", last first" : "";
    const order = sorted ? `, sorted by ${sorted.textContent!.trim().toLowerCase()}${way}` : "";
    const some = shown < found.length ? `; the first ${shown} are shown` : "";
    const kind = only?.checked ? "essential area" : "essential or spillover area";
    const place = area?.value ? `, ${kind}: ${area.selectedOptions[0]!.text}` : "";
    const none = `None of the ${rows.length} ${what} fits${place}. Try fewer words, or another choice.`;
    const words = found.length ? `${found.length} of ${rows.length} ${what}${place}${order}${some}.` : none;
    if (status.textContent !== words) status.textContent = words;
  }

  function show() {
    const words = wordsOf(query.value);
    const fits = (row: HTMLTableRowElement) =>
      (!region.value || row.dataset.region === region.value) && hurts(row) && words.every((word) => texts.get(row)!.includes(word));
    found = [...table.tBodies[0]!.rows].filter(fits);
    const limit = cards() && !all ? FIRST : Infinity;
    const shown = new Set(found.slice(0, limit));
    for (const row of rows) row.hidden = !shown.has(row);
    clear.hidden = !query.value && !region.value && !area?.value;
    if (only) only.closest("label")!.hidden = !area!.value;
    more.hidden = shown.size === found.length;
    more.textContent = `Show all ${found.length}`;
    say(shown.size);
  }

  table.classList.add("sortable", "asc");
  for (const cell of table.tHead!.rows[0]!.cells) {
    if (cell.classList.contains("no-sort")) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...cell.childNodes);
    cell.append(button);
  }
  table.addEventListener("sort-end", show);
  query.addEventListener("input", show);
  for (const one of [region, area, only]) one?.addEventListener("change", show);
  addEventListener("resize", show);
  clear.addEventListener("click", () => {
    for (const one of [query, region, area]) if (one) one.value = "";
    if (only) only.checked = false;
    show();
    query.focus();
  });
  more.addEventListener("click", () => {
    all = true;
    show();
    found[FIRST]?.querySelector<HTMLElement>("a, summary")?.focus(); // the button that had the focus is gone
  });
  bar.hidden = false;
  show();
  target?.scrollIntoView();
}

for (const root of document.querySelectorAll<HTMLElement>(".tp-atlas")) start(root);
