/**
 * The choices of a forest plot: put a model's result, with or without a study, into the sentence below them,
 * the chart and its table. All results were computed when the book was built.
 */
import { type Chart, type Figure, figureOf, jsonOf, partOf, plotOf, put } from "./figure";
import { filled, type Pool, poolOf, type Results, type Words, wordsOf } from "./pool";

/** What the traces of the plot carry for us, as `evidence/charts/_forest.py` draws them. */
interface Studies {
  largest: number;
  smallest: number;
  left_out: [symbol: string, size: number];
}
interface Ends {
  inside: string;
  beyond: [string, string];
}

/** The first figure with this pool in it; studies keep their places, so that the eye keeps them too. */
function drawn(first: Figure, found: Pool, words: Words, all: Results): Figure {
  const figure = structuredClone(first);
  const { layout } = figure;
  const studies = partOf(figure, "studies");
  const { largest, smallest, left_out: out } = studies.meta as unknown as Studies;
  const most = Math.max(...found.weights);
  const sizes = found.weights.map((weight) => Math.max(smallest, largest * Math.sqrt(weight / most)));
  const symbols = [...(studies.marker!.symbol as string[])];
  if (found.left) [symbols[found.left - 1], sizes[found.left - 1]] = out;
  studies.marker = { ...studies.marker, size: sizes, symbol: symbols };
  partOf(figure, "pooled").x = [found.low, found.estimate, found.high, found.estimate, found.low];
  partOf(figure, "effect").x = [found.estimate, found.estimate];
  const axis = layout.xaxis!;
  const [low, high] = axis.type === "log" ? axis.range!.map((end) => 10 ** end) : axis.range!;
  const fresh = partOf(figure, "new");
  const { inside, beyond } = fresh.meta as unknown as Ends;
  fresh.x = [found.newLow, found.newHigh];
  const beyondLow = found.newLow !== null && found.newLow < low!;
  const beyondHigh = found.newHigh !== null && found.newHigh > high!;
  fresh.marker = { ...fresh.marker, symbol: [beyondLow ? beyond[0] : inside, beyondHigh ? beyond[1] : inside] };
  const beside = layout.yaxis2!.ticktext!;
  const above = layout.annotations!.filter(({ x, yref }) => x === 1 && yref === "y"); // on a phone, in the order of the rows
  const say = (row: number, text: string) => (beside[row] = above[row]!.text = text);
  if (found.left) say(found.left - 1, all.words.out!);
  say(all.names.length, `<b>${words.pooled}</b>`);
  say(beside.length - 1, words.range);
  return figure;
}

function start(root: HTMLElement) {
  const all = jsonOf<Results>(root.querySelector("[data-results]")!);
  const chart = root.querySelector<Chart>(".tp-chart")!;
  const first = structuredClone(figureOf(chart));
  const select = (name: string) => root.querySelector<HTMLSelectElement>(`[data-choice="${name}"]`);
  const [model, interval, left] = [select("model")!, select("interval")!, select("left-out")];
  const reset = root.querySelector<HTMLButtonElement>('[data-action="reset"]')!;
  const says = root.querySelector<HTMLElement>(".tp-forest-says")!;
  const change = root.querySelector<HTMLElement>(".tp-forest-change")!;
  const plot = plotOf(chart);
  const label = plot.getAttribute("aria-label")!.replace(says.textContent!, "{sentence}");
  const rows = [...root.querySelector("table")!.tBodies[0]!.rows];
  const write = (row: HTMLTableRowElement, column: number, text: string) =>
    (row.cells[column]!.firstElementChild!.textContent = text);
  const count = all.names.length;
  const own = rows.map((row) => row.cells[1]!.textContent!.trim());
  const controls = [model, interval, left].filter((one) => one !== null);
  const begin = controls.map(({ value }) => value);
  const chosen = () => poolOf(all, { model: +model.value, interval: +interval.value, left: +(left?.value ?? 0) });

  function show() {
    const found = chosen();
    const words = wordsOf(all, found);
    says.textContent = words.sentence;
    change.querySelector("[data-now]")!.textContent = words.pooled;
    plot.setAttribute("aria-label", filled(label, { sentence: words.sentence }));
    for (const [place, row] of rows.slice(0, count).entries()) {
      const out = place === found.left - 1;
      write(row, 1, out ? `${own[place]}, ${all.words.out}` : own[place]!);
      write(row, 2, out ? "–" : `${(100 * found.weights[place]!).toFixed(1)}%`);
    }
    write(rows[count]!, 1, words.pooled);
    write(rows.at(-1)!, 1, words.range);
    put(chart, drawn(first, found, words, all));
    reset.hidden = change.hidden = controls.every(({ value }, place) => value === begin[place]);
  }

  change.querySelector("[data-before]")!.textContent = wordsOf(all, chosen()).pooled;
  for (const control of controls) control.addEventListener("input", show);
  reset.addEventListener("click", () => {
    for (const [place, control] of controls.entries()) control.value = begin[place]!;
    show();
    model.focus(); // the button that had the focus is gone
  });
  says.setAttribute("role", "status");
  root.querySelector<HTMLElement>(".tp-chart-bar")!.hidden = false;
}

document.querySelectorAll<HTMLElement>(".tp-forest").forEach(start);
