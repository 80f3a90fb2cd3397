/** Draws charts when they come near, the nearest first, with the book's own Plotly bundle. */
import { type Chart, figureOf, type Layout, patch, plotOf, type Trace } from "./figure";
import { inked, themed } from "./look";
import { isNarrow, textSize } from "./type";

interface Plotly {
  react(plot: HTMLElement, data: Trace[], layout: Layout, config: object): Promise<unknown>;
}
interface Click {
  points: { customdata?: string }[];
}
type Drawn = HTMLElement & { on(event: "plotly_click", listener: (click: Click) => void): void };
declare global {
  interface Window {
    Plotly?: Plotly;
  }
}

const NEAR = "600px 0px"; // about one screen ahead, so that scrolling rarely meets an empty box
const PAPER = 660; // px between the margins of A4 and of Letter
const root = document.documentElement;
const drawnFor = new WeakMap<Element, string>(); // the kind of place for which each plot was drawn
let bundle: Promise<Plotly> | undefined;

function plotly(url: string): Promise<Plotly> {
  bundle ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = () => resolve(window.Plotly!);
    script.onerror = () => reject(new Error(`${url} did not load`));
    document.head.append(script);
  });
  return bundle;
}

const placeOf = (plot: Element) => `${isNarrow(plot.clientWidth)} ${textSize()}`;

function put(library: Plotly, chart: Chart, width?: number) {
  const plot = plotOf(chart);
  const figure = structuredClone(figureOf(chart)); // Plotly writes into what it is given
  drawnFor.set(plot, placeOf(plot));
  if (isNarrow(plot.clientWidth)) patch(figure, figure.narrow);
  const look = { ...themed(figure.layout, plot.clientWidth), ...(width && { width }) };
  return library.react(plot, figure.data.map(inked), look, { displayModeBar: false, responsive: true });
}

async function draw(chart: Chart) {
  const plot = plotOf(chart);
  try {
    await put(await plotly(chart.dataset.plotly!), chart);
  } catch {
    plot.hidden = true;
    chart.querySelector(":scope > details:last-child")?.setAttribute("open", "");
    return;
  }
  if ("drawn" in chart.dataset) return;
  chart.dataset.drawn = "";
  (plot as Drawn).on("plotly_click", ({ points }) => {
    const detail = points[0]?.customdata;
    if (detail) chart.dispatchEvent(new CustomEvent("tp-point", { detail, bubbles: true }));
  });
  turned.observe(plot);
}

/** How far a chart is from what the window shows, in px. */
function away(chart: Element) {
  const { top, bottom } = chart.getBoundingClientRect();
  return Math.max(0, top - innerHeight, -bottom);
}

// One chart a task, the nearest first: the one that is looked at shows before the others are drawn.
const waiting = new Set<Chart>();
let busy = false;
async function later(chart: Chart) {
  waiting.add(chart);
  if (busy) return;
  busy = true;
  while (waiting.size) {
    await new Promise((resolve) => setTimeout(resolve));
    const next = [...waiting].reduce((one, other) => (away(other) < away(one) ? other : one));
    waiting.delete(next);
    await draw(next);
  }
  busy = false;
}

const drawn = () => document.querySelectorAll<Chart>(".tp-chart[data-drawn]");

// Plotly follows the width by itself; a narrow place and another size of text need a new drawing.
const turned = new ResizeObserver((entries) => {
  for (const { target } of entries)
    if (target.clientWidth && placeOf(target) !== drawnFor.get(target))
      void later(target.closest<Chart>(".tp-chart")!);
});

const near = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      void later(target as Chart);
    }
  },
  { rootMargin: NEAR },
);

/** Paper is light and may be narrower than the window: the charts are drawn so before the printer looks. */
function paper(printing: boolean) {
  if (!window.Plotly) return;
  const own = root.dataset.theme;
  if (printing) root.dataset.theme = "light";
  for (const chart of drawn()) void put(window.Plotly, chart, printing ? Math.min(plotOf(chart).clientWidth, PAPER) : undefined);
  root.dataset.theme = own ?? "";
  themes.takeRecords();
}

const themes = new MutationObserver(() => drawn().forEach((chart) => void later(chart)));

/** Draw the charts of the page as they come near, and again when theme, width or figure change. */
export function start(charts: Iterable<Chart>) {
  for (const chart of charts) {
    near.observe(chart);
    chart.addEventListener("tp-figure", () => "drawn" in chart.dataset && void draw(chart));
  }
  themes.observe(root, { attributeFilter: ["data-theme"] });
  addEventListener("beforeprint", () => paper(true));
  addEventListener("afterprint", () => paper(false));
}
