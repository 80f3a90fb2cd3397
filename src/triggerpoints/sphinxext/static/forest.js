// The choices of a forest plot: puts a model's result, with or without a study, into the chart, the
// sentence below it and the table. All results were computed when the book was built.

const SQUARE = 15; // px, the side of the study that weighs most, as in charts/forest.py
const SMALLEST = 4;
const ABOVE = 3; // of the annotations: the first numbers above a row; before them both ends' words and a name

const number = (value, digits) => {
  const text = value.toFixed(digits);
  return (Number(text) === 0 ? text.replace("-", "") : text).replace("-", "−");
};
const filled = (text, figures) => text.replace(/\{(\w+)\}/g, (_, name) => figures[name]);

function resultOf(all, model, left) {
  const [estimate, low, high, newLow, newHigh, i2, tau2] = all.results[model][left];
  const inverse = all.variances.map((variance, place) => (place === left - 1 ? 0 : 1 / (variance + tau2)));
  const sum = inverse.reduce((a, b) => a + b);
  return { model, left, estimate, low, high, newLow, newHigh, i2, tau2, weights: inverse.map((one) => one / sum) };
}

// What the row of each part says, and the sentence: as charts/_pooled_words.py puts it.
function wordsOf(all, found) {
  const { words, digits, none, names } = all;
  const side = (low, high) => (high < none ? "below" : low > none ? "above" : "across");
  const figures = {
    count: names.length - (found.left ? 1 : 0),
    of: names.length,
    left: names[found.left - 1],
    estimate: number(found.estimate, digits),
    low: number(found.low, digits),
    high: number(found.high, digits),
    below: all.favours[0],
    above: all.favours[1],
    i2: number(found.i2, 0),
    tau2: number(found.tau2, found.tau2 < 10 ? 3 : 1),
  };
  const parts = [words[found.left ? "without" : "all"], words.effect + words[side(found.low, found.high)], words.spread];
  let range = "no range";
  if (found.newLow !== null) {
    figures.new_low = number(found.newLow, digits);
    figures.new_high = number(found.newHigh, digits);
    range = filled("{new_low} to {new_high}", figures);
    parts.push(words.new + words[side(found.newLow, found.newHigh) === "across" ? "new_across" : "new_same"]);
  } else parts.push(words[all.common[found.model] ? "common" : "few"]);
  return {
    pooled: filled("{estimate} ({low} to {high})", figures),
    new: range,
    sentence: filled(parts.join(" "), figures),
  };
}

// The first figure with this result in it; studies keep their places, so that the eye keeps them too.
function figureOf(first, found, words, count) {
  const figure = structuredClone(first);
  const { data, layout } = figure;
  const part = (name) => data.find((trace) => trace.meta?.part === name);
  const most = Math.max(...found.weights);
  const { marker } = part("studies");
  marker.size = found.weights.map((weight) => Math.max(SMALLEST, SQUARE * Math.sqrt(weight / most)));
  if (found.left) {
    marker.symbol[found.left - 1] = "x";
    marker.size[found.left - 1] = 8;
  }
  part("pooled").x = [found.low, found.estimate, found.high, found.estimate, found.low];
  part("effect").x = [found.estimate, found.estimate];
  const range = layout.xaxis.type === "log" ? layout.xaxis.range.map((end) => 10 ** end) : layout.xaxis.range;
  const fresh = part("new");
  fresh.x = [found.newLow, found.newHigh];
  fresh.marker.symbol = [
    found.newLow < range[0] ? "triangle-left" : "line-ns-open",
    found.newHigh > range[1] ? "triangle-right" : "line-ns-open",
  ];
  const says = layout.yaxis2.ticktext;
  const put = (row, text) => (says[row] = layout.annotations[ABOVE + 2 * row].text = text);
  if (found.left) put(found.left - 1, "left out");
  put(count, `<b>${words.pooled}</b>`);
  put(says.length - 1, words.new);
  return figure;
}

function start(root) {
  const all = JSON.parse(root.querySelector("[data-results]").textContent);
  const chart = root.querySelector(".tp-chart");
  const first = JSON.parse(chart.querySelector("script").textContent);
  const model = root.querySelector('[data-choice="model"]');
  const left = root.querySelector('[data-choice="left-out"]');
  const reset = root.querySelector('[data-action="reset"]');
  const says = root.querySelector(".tp-forest-says");
  const plot = root.querySelector(".tp-chart-plot");
  const label = plot.getAttribute("aria-label").replace(says.textContent, "{sentence}");
  const rows = [...root.querySelector("table").tBodies[0].rows];
  const put = (row, column, text) => (row.cells[column].firstElementChild.textContent = text);
  const count = all.names.length;
  const own = rows.map((row) => row.cells[1].textContent.trim());
  const begin = model.value;

  function show() {
    const found = resultOf(all, Number(model.value), Number(left?.value ?? 0));
    const words = wordsOf(all, found);
    says.textContent = words.sentence;
    plot.setAttribute("aria-label", filled(label, words));
    rows.forEach((row, place) => {
      if (place >= count) return;
      const out = place === found.left - 1;
      put(row, 1, out ? `${own[place]}, left out` : own[place]);
      put(row, 2, out ? "–" : `${(100 * found.weights[place]).toFixed(1)}%`);
    });
    put(rows[count], 1, words.pooled);
    put(rows.at(-1), 1, words.new);
    chart.tpFigure = figureOf(first, found, words, count);
    chart.dispatchEvent(new Event("tp-figure"));
    reset.hidden = model.value === begin && !found.left;
  }

  for (const control of [model, left]) control?.addEventListener("input", show);
  reset.addEventListener("click", () => {
    model.value = begin;
    if (left) left.value = "0";
    show();
    model.focus(); // the button that had the focus is gone
  });
  says.setAttribute("role", "status");
  root.querySelector(".tp-chart-bar").hidden = false;
}

document.querySelectorAll(".tp-forest").forEach(start);
