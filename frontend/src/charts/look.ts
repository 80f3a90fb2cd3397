/** A figure in the colours and the type of the page. */
import type { Axis, Layout, Trace } from "./figure";
import { axisType, enlarged, PLAIN, rowType, textSize } from "./type";

const COLOURS = {
  light: ["#0072b2", "#b34700", "#00734f", "#8f4a7b", "#5b5b00"],
  dark: ["#56b4e9", "#f0a04b", "#3fc79a", "#dd9cc6", "#f0e442"],
};
const INKS: Readonly<Record<string, string>> = {
  main: "--pst-color-text-base",
  accent: "--pst-color-primary",
  quiet: "--pst-color-text-muted",
  grid: "--pst-color-border",
};
const root = document.documentElement;

const colour = (name: string) => getComputedStyle(root).getPropertyValue(name).trim();

/** Traces that name their ink get the page's own colour for it. */
export function inked(trace: Trace): Trace {
  const name = INKS[trace.meta?.ink ?? ""];
  if (!name) return trace;
  const color = colour(name);
  const { marker, line, error_x: error } = trace;
  return {
    ...trace,
    line: { ...line, color },
    marker: { ...marker, color, line: { ...marker?.line, color } },
    ...(error && { error_x: { ...error, color } }),
  };
}

function axesOf(layout: Layout, size: number): Record<string, Axis> {
  const shared = {
    automargin: true,
    fixedrange: true,
    gridcolor: colour("--pst-color-border"),
    zerolinecolor: colour("--pst-color-text-muted"),
  };
  const named = Object.entries({ xaxis: {}, yaxis: {}, ...layout }).filter(([name]) => /^[xy]axis\d*$/.test(name));
  const axes = named.map(([name, value]) => {
    const own = value as Axis;
    const title = typeof own.title === "string" ? { text: own.title } : own.title;
    return [name, { ...shared, ...own, title: { font: { size }, ...title } }];
  });
  return Object.fromEntries(axes) as Record<string, Axis>;
}

/** `layout` as the page shows it in a place `width` px wide. */
export function themed(layout: Layout, width: number): Layout {
  const size = axisType(textSize(), width);
  const behind = { bgcolor: colour("--pst-color-background") }; // words stand over lines
  const margin = Object.entries({ l: 8, r: 8, t: 24, b: 8, ...layout.margin }).map(([side, px]) => [side, (px * size) / PLAIN]);
  const words = layout.annotations && enlarged(layout.annotations, rowType(textSize(), width), width);
  return {
    autosize: true,
    colorway: COLOURS[root.dataset.theme === "dark" ? "dark" : "light"],
    hovermode: "closest",
    hoverlabel: { bgcolor: colour("--pst-color-surface"), font: { color: colour("--pst-color-text-base") } },
    dragmode: false,
    legend: { orientation: "h", x: 0, y: 1.02, yanchor: "bottom" },
    ...layout,
    margin: Object.fromEntries(margin) as Record<string, number>,
    font: { family: getComputedStyle(document.body).fontFamily, size, color: colour("--pst-color-text-base") },
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    transition: { duration: 0 },
    ...axesOf(layout, size),
    annotations: words?.map((one) => ({ ...behind, ...one })),
  };
}
