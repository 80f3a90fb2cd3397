// Draws the charts of a page when they come near the viewport, with the book's own Plotly bundle,
// in the colours of the page's theme, and connects the native controls that choose among charts.

const NEAR = "600px 0px"; // about one screen ahead, so that scrolling rarely meets an empty box
const PLAIN = 14; // px of type, where the page's text has its usual 16
const LETTERS = 22; // of that type in the width of a chart
const COLOURS = {
  light: ["#0072b2", "#b34700", "#00734f", "#8f4a7b", "#5b5b00"],
  dark: ["#56b4e9", "#f0a04b", "#3fc79a", "#dd9cc6", "#f0e442"],
};
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

// Type follows the size of the page's text, as far as names beside the axes leave room for the chart.
function typeSize(plot) {
  const size = 0.875 * parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Math.min(size, Math.max(PLAIN, plot.clientWidth / LETTERS));
}

function themed(layout, size) {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  const axis = {
    automargin: true,
    fixedrange: true,
    gridcolor: colour("--pst-color-border"),
    zerolinecolor: colour("--pst-color-text-muted"),
  };
  const axes = { xaxis: {}, yaxis: {} };
  for (const [name, value] of Object.entries(layout)) if (/^[xy]axis\d*$/.test(name)) axes[name] = value;
  for (const name of Object.keys(axes)) axes[name] = { ...axis, ...axes[name] };
  const margin = { l: 8, r: 8, t: 24, b: 8, ...layout.margin };
  for (const side of Object.keys(margin)) margin[side] *= size / PLAIN;
  return {
    autosize: true,
    colorway: COLOURS[document.documentElement.dataset.theme === "dark" ? "dark" : "light"],
    hovermode: "closest",
    dragmode: false,
    legend: { orientation: "h", x: 0, y: 1.02, yanchor: "bottom" },
    ...layout,
    margin,
    font: { family: getComputedStyle(document.body).fontFamily, size, color: colour("--pst-color-text-base") },
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    transition: { duration: 0 },
    ...axes,
  };
}

async function draw(figure) {
  const plot = figure.querySelector(".tp-chart-plot");
  const { data, layout } = JSON.parse(figure.querySelector("script").textContent);
  try {
    const library = await plotly(figure.dataset.plotly);
    await library.react(plot, data, themed(layout, typeSize(plot)), { displayModeBar: false, responsive: true });
    figure.dataset.drawn = "";
  } catch {
    plot.hidden = true;
    figure.querySelector("details").open = true;
  }
}

const near = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      draw(target);
    }
  },
  { rootMargin: NEAR },
);

function connect(group) {
  const control = group.querySelector("select, input");
  const said = group.querySelector("output");
  const figures = [...group.querySelectorAll(".tp-chart")];
  const names = control.dataset.options ? JSON.parse(control.dataset.options) : [...control.options].map((o) => o.text);
  const show = () => {
    const chosen = Number(control.value);
    figures.forEach((figure, index) => (figure.hidden = index !== chosen));
    said.textContent = names[chosen];
    if (control.type === "range") control.setAttribute("aria-valuetext", names[chosen]);
  };
  control.addEventListener("input", show);
  group.querySelector(".tp-choices-control").hidden = false;
  show();
  group.dataset.live = "";
}

document.querySelectorAll(".tp-choices").forEach(connect);
document.querySelectorAll(".tp-chart").forEach((figure) => near.observe(figure));
new MutationObserver(() => document.querySelectorAll(".tp-chart[data-drawn]").forEach(draw)).observe(
  document.documentElement,
  { attributeFilter: ["data-theme"] },
);
