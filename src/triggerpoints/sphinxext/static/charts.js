// Draws the charts of a page when they come near the viewport, with the book's own Plotly bundle,
// in the colours of the page's theme, and connects the native controls that choose among charts.
//
// Another script may give a chart a new figure: it sets the element's tpFigure (data, layout, narrow, as
// in the chart's own JSON) and sends it "tp-figure". It hears "tp-point" (its detail: the customdata of
// a mark) when somebody clicks one.

const NEAR = "600px 0px"; // about one screen ahead, so that scrolling rarely meets an empty box
const PLAIN = 14; // px of type, where the page's text has its usual 16
const LETTERS = 22; // of that type in the width of a chart
const NARROW = 38; // rem, as in charts.css
const PAPER = 660; // px between the margins of A4 and of Letter
const COLOURS = {
  light: ["#0072b2", "#b34700", "#00734f", "#8f4a7b", "#5b5b00"],
  dark: ["#56b4e9", "#f0a04b", "#3fc79a", "#dd9cc6", "#f0e442"],
};
const INKS = {
  main: "--pst-color-text-base",
  accent: "--pst-color-primary",
  quiet: "--pst-color-text-muted",
  grid: "--pst-color-border",
};
const root = document.documentElement;
const widths = new WeakMap(); // the width for which each plot was drawn
let bundle;

function plotly(url) {
  bundle ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => reject(new Error(`${url} did not load`));
    document.head.append(script);
  });
  return bundle;
}

const textSize = () => parseFloat(getComputedStyle(root).fontSize);

// Type follows the size of the page's text, as far as names beside the axes leave room for the chart.
function typeSize(plot) {
  return Math.min(0.875 * textSize(), Math.max(PLAIN, plot.clientWidth / LETTERS));
}

// Sets attributes of a figure by their path, such as "layout.annotations[2].visible".
function patch(figure, changes) {
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.match(/[^.[\]]+/g);
    const last = keys.pop();
    let place = figure;
    for (const key of keys) place = place[key] ??= {};
    place[last] = value;
  }
}

const colour = (name) => getComputedStyle(root).getPropertyValue(name).trim();

// Traces that name their ink get the page's own colour for it.
function inked(trace) {
  const name = INKS[trace.meta?.ink];
  if (!name) return trace;
  const ink = colour(name);
  const { marker, line, error_x: error } = trace;
  return {
    ...trace,
    line: { ...line, color: ink },
    marker: { ...marker, color: ink, line: { ...marker?.line, color: ink } },
    ...(error && { error_x: { ...error, color: ink } }),
  };
}

function themed(layout, size) {
  const axis = {
    automargin: true,
    fixedrange: true,
    gridcolor: colour("--pst-color-border"),
    zerolinecolor: colour("--pst-color-text-muted"),
  };
  const axes = { xaxis: {}, yaxis: {} };
  for (const [name, value] of Object.entries(layout)) if (/^[xy]axis\d*$/.test(name)) axes[name] = value;
  for (const [name, own] of Object.entries(axes)) {
    const title = typeof own.title === "string" ? { text: own.title } : own.title;
    axes[name] = { ...axis, ...own, title: { font: { size }, ...title } };
  }
  const behind = { bgcolor: colour("--pst-color-background") }; // words stand over lines
  const margin = { l: 8, r: 8, t: 24, b: 8, ...layout.margin };
  for (const side of Object.keys(margin)) margin[side] *= size / PLAIN;
  return {
    autosize: true,
    colorway: COLOURS[root.dataset.theme === "dark" ? "dark" : "light"],
    hovermode: "closest",
    hoverlabel: { bgcolor: colour("--pst-color-surface"), font: { color: colour("--pst-color-text-base") } },
    dragmode: false,
    legend: { orientation: "h", x: 0, y: 1.02, yanchor: "bottom" },
    ...layout,
    margin,
    font: { family: getComputedStyle(document.body).fontFamily, size, color: colour("--pst-color-text-base") },
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    transition: { duration: 0 },
    ...axes,
    annotations: layout.annotations?.map((one) => ({ ...behind, ...one })),
  };
}

const figureOf = (chart) => (chart.tpFigure ??= JSON.parse(chart.querySelector("script").textContent));

const isNarrow = (width) => width < NARROW * textSize();

function put(library, chart, width) {
  const plot = chart.querySelector(".tp-chart-plot");
  const figure = structuredClone(figureOf(chart)); // Plotly writes into what it is given
  widths.set(plot, plot.clientWidth);
  if (isNarrow(plot.clientWidth)) patch(figure, figure.narrow ?? {});
  const { data, layout } = figure;
  const look = { ...themed(layout, typeSize(plot)), ...(width && { width }) };
  return library.react(plot, data.map(inked), look, { displayModeBar: false, responsive: true });
}

async function draw(chart) {
  const plot = chart.querySelector(".tp-chart-plot");
  try {
    const library = await plotly(chart.dataset.plotly);
    await put(library, chart);
  } catch {
    plot.hidden = true;
    chart.querySelector(":scope > details")?.setAttribute("open", "");
    return;
  }
  if ("drawn" in chart.dataset) return;
  chart.dataset.drawn = "";
  plot.on("plotly_click", ({ points }) => {
    const detail = points[0]?.customdata;
    if (detail) chart.dispatchEvent(new CustomEvent("tp-point", { detail, bubbles: true }));
  });
  turned.observe(plot);
}

// How far a chart is from what the window shows, in px.
function away(chart) {
  const { top, bottom } = chart.getBoundingClientRect();
  return Math.max(0, top - innerHeight, -bottom);
}

// One chart a task, the nearest first: the one that is looked at shows before the others are drawn.
const waiting = new Set();
let busy = false;
async function later(chart) {
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

const drawn = () => document.querySelectorAll(".tp-chart[data-drawn]");

// Plotly follows the width by itself; what differs in a narrow place needs a new drawing.
const turned = new ResizeObserver((entries) => {
  for (const { target } of entries)
    if (target.clientWidth && isNarrow(target.clientWidth) !== isNarrow(widths.get(target)))
      later(target.closest(".tp-chart"));
});

const near = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      later(target);
    }
  },
  { rootMargin: NEAR },
);

function connect(group) {
  const control = group.querySelector("select, input");
  const said = group.querySelector("output");
  const charts = [...group.querySelectorAll(".tp-chart")];
  const names = control.dataset.options ? JSON.parse(control.dataset.options) : [...control.options].map((o) => o.text);
  const show = () => {
    const chosen = Number(control.value);
    charts.forEach((chart, index) => (chart.hidden = index !== chosen));
    said.textContent = names[chosen];
    if (control.type === "range") control.setAttribute("aria-valuetext", names[chosen]);
  };
  control.addEventListener("input", show);
  group.querySelector(".tp-choices-control").hidden = false;
  show();
  group.dataset.live = "";
}

// Paper is light and may be narrower than the window: the charts are drawn so before the printer looks.
function paper(printing) {
  if (!window.Plotly) return;
  const own = root.dataset.theme;
  if (printing) root.dataset.theme = "light";
  for (const chart of drawn()) {
    const width = chart.querySelector(".tp-chart-plot").clientWidth;
    put(window.Plotly, chart, printing ? Math.min(width, PAPER) : undefined);
  }
  root.dataset.theme = own ?? "";
  changed.takeRecords();
}

// What is open for readers without scripts is closed, but for what the address leads to.
for (const fold of document.querySelectorAll("details.tp-fold")) {
  fold.open = fold.matches(":target, :has(:target)");
  fold.classList.remove("tp-fold");
}
document.querySelectorAll(".tp-choices").forEach(connect);
document.querySelectorAll(".tp-chart").forEach((chart) => {
  near.observe(chart);
  chart.addEventListener("tp-figure", () => "drawn" in chart.dataset && draw(chart));
});
const changed = new MutationObserver(() => drawn().forEach(later));
changed.observe(root, { attributeFilter: ["data-theme"] });
addEventListener("beforeprint", () => paper(true));
addEventListener("afterprint", () => paper(false));
