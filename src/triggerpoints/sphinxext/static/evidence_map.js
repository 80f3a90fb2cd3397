// The filters of the evidence map: narrow the chart and the tables together, open the treatments that are
// left, keep the choice in the address (#modality=massage&condition=neck-pain), and lead from a mark to its
// row.

// The figure with only the marks of these findings; each stays in its place.
function figureOf(first, ids) {
  const figure = structuredClone(first);
  figure.data.forEach((trace, number) => {
    if (!trace.customdata) return;
    const kept = trace.customdata.flatMap((id, place) => (ids.has(id) ? [place] : []));
    const few = (list) => kept.map((place) => list[place]);
    for (const name of ["x", "y", "text"]) trace[name] = few(trace[name]);
    trace.marker.size = few(trace.marker.size);
    trace.marker.symbol = few(trace.marker.symbol);
    for (const axis of ["x", "y"]) {
      const path = `data[${number}].${axis}`;
      figure.narrow[path] = few(figure.narrow[path]);
    }
    trace.customdata = few(trace.customdata);
  });
  return figure;
}

// What the findings of a treatment say, counted, as evidence_map.py puts it.
function counted(rows, results, of) {
  const say = results.flatMap((result) => {
    const count = rows.filter((row) => row.dataset.result === result).length;
    return count ? [`${count} ${result}`] : [];
  });
  const many = of === rows.length ? of : `${rows.length} of ${of}`;
  return `${many} finding${of > 1 ? "s" : ""}: ${say.join(", ")}`;
}

function start(root) {
  const chart = root.querySelector(".tp-chart");
  const first = JSON.parse(chart.querySelector("script").textContent);
  const choices = [...root.querySelectorAll("[data-choice]")];
  const reset = root.querySelector("[data-action=reset]");
  const onward = root.querySelector("[data-action=to-rows]");
  const status = root.querySelector("[role=status]");
  const rows = [...root.querySelectorAll("table tbody tr")];
  const results = root.dataset.results.split(",");
  const groups = [...root.querySelectorAll(":scope > details")].map((fold) => ({
    fold,
    line: fold.querySelector(".tp-line"),
    rows: rows.filter((row) => fold.contains(row)),
  }));
  const idOf = (row) => row.id.replace("finding-", "");
  const chosen = () => choices.filter((choice) => choice.value);

  function show() {
    const wanted = chosen();
    for (const row of rows) row.hidden = !wanted.every((choice) => row.dataset[choice.dataset.choice] === choice.value);
    const found = rows.filter((row) => !row.hidden);
    for (const { fold, line, rows: own } of groups) {
      const left = own.filter((row) => !row.hidden);
      fold.hidden = !left.length;
      fold.open = wanted.length > 0;
      line.textContent = counted(left, results, own.length);
    }
    status.textContent = found.length
      ? `${found.length} of ${rows.length} findings.`
      : "No finding on the map has all of this. That does not mean that it does not work. Choose less.";
    reset.hidden = !wanted.length;
    onward.hidden = !found.length;
    chart.tpFigure = figureOf(first, new Set(found.map(idOf)));
    chart.dispatchEvent(new Event("tp-figure"));
  }

  function keep() {
    const query = new URLSearchParams(chosen().map((choice) => [choice.dataset.choice, choice.value]));
    history.replaceState(history.state, "", query.size ? `#${query}` : location.pathname + location.search);
  }

  function read() {
    const query = new URLSearchParams(location.hash.slice(1));
    for (const choice of choices) {
      const value = query.get(choice.dataset.choice) ?? "";
      choice.value = [...choice.options].some((option) => option.value === value) ? value : "";
    }
  }

  for (const choice of choices)
    choice.addEventListener("input", () => {
      show();
      keep();
    });
  function openAll() {
    for (const choice of choices) choice.value = "";
    show();
    keep();
  }

  reset.addEventListener("click", () => {
    openAll();
    choices[0].focus(); // the button that had the focus is gone
  });
  onward.addEventListener("click", () => {
    const { fold } = groups.find((group) => !group.fold.hidden);
    fold.querySelector("summary").focus({ preventScroll: true });
    fold.scrollIntoView(); // on a phone the chart is long, however few marks are left
  });
  chart.addEventListener("tp-point", ({ detail }) => {
    const row = document.getElementById(`finding-${detail}`);
    root.querySelector("[data-shown]")?.removeAttribute("data-shown");
    row.dataset.shown = "";
    row.closest("table").closest("details").open = true;
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "center" });
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#finding-"]');
    const row = link && rows.find((one) => `#${one.id}` === link.hash);
    if (!row) return;
    if (row.hidden) openAll(); // then the link leads somewhere
    row.closest("table").closest("details").open = true;
  });
  addEventListener("hashchange", () => {
    if (location.hash.includes("=")) {
      read();
      show();
    }
  });
  root.querySelector(".tp-chart-bar").hidden = false;
  read();
  show();
  for (const { fold } of groups) fold.open ||= fold.matches(":target, :has(:target)");
}

document.querySelectorAll(".tp-evidence").forEach(start);
