import { describe, expect, it } from "vitest";
import type { Figure } from "../src/charts/figure";
import { narrowed } from "../src/charts/map_figure";
import { number, poolOf, type Results, wordsOf } from "../src/charts/pool";
import { squeezed } from "../src/charts/squeeze";
import { axisType, broken, enlarged, rowType } from "../src/charts/type";

describe("rows of which some are taken out", () => {
  const rows = squeezed([0, 3, 5], 9, [1, 6]);

  it("moves what is left up, and says where the end is", () => {
    expect([rows.at(0), rows.at(2.9), rows.at(5), rows.at(8)]).toEqual([0, 2.9, 3, 6]);
    expect(rows.at(4)).toBeUndefined();
    expect(rows.end).toBe(7);
  });

  it("leaves nothing where nothing is kept", () => expect(squeezed([0, 3], 5, []).end).toBe(0));
});

describe("the evidence map with some of its findings", () => {
  const map = (): Figure => ({
    data: [
      { x: [-0.5, 1.5, null, -0.5, 1.5, null, 0, 0, null], y: [-0.6, -0.6, null, 2.4, 2.4, null, -0.6, 4.6, null], meta: { part: "rules", line: 32 } },
      {
        x: [0, 1, 0], y: [1, 1, 4], customdata: ["a", "b", "c"], text: ["A", "B", "C"],
        marker: { size: [1, 2, 3], symbol: ["x", "y", "z"], line: { width: [4, 5, 6] } },
      },
    ],
    layout: {
      annotations: [{ text: "first", y: 0 }, { text: "second", y: 3 }, { text: "here", y: 1, visible: false }, { text: "there", y: 2, visible: false }, { text: "here", y: 5, visible: false }],
      yaxis2: {}, yaxis: { range: [5, -1] },
    },
    narrow: {
      "data[1].x": [0.6, 0.6, 0.6], "data[1].y": [1, 2, 5], "layout.yaxis.range": [7, -1],
      "layout.annotations[0].y": 0, "layout.annotations[1].y": 4,
      ...Object.fromEntries([2, 3, 4].map((at) => [`layout.annotations[${at}].visible`, true])),
    },
  });

  it("has no row of a treatment without a finding, in the grid and in the list", () => {
    const { figure, less } = narrowed(map(), new Set(["c"]));
    const [rules, marks] = figure.data;
    expect([marks!.customdata, marks!.y, marks!.marker!.line!.width]).toEqual([["c"], [1], [6]]);
    expect(figure.narrow["data[1].y"]).toEqual([1]);
    expect(figure.layout.annotations!.map(({ visible }) => visible)).toEqual([false, undefined, false, false, false]);
    expect(figure.layout.annotations![1]!.y).toBe(0);
    expect([2, 3, 4].map((at) => figure.narrow[`layout.annotations[${at}].visible`])).toEqual([false, false, true]);
    expect(rules!.y.map((y) => y && +y.toFixed(1))).toEqual([-0.6, -0.6, null, -0.6, 1.6, null]);
    expect(less).toEqual({ wide: 6, narrow: 8 });
  });

  it("is as it was with all of them", () => {
    const { figure, less } = narrowed(map(), new Set(["a", "b", "c"]));
    expect(figure.data[1]).toEqual(map().data[1]);
    expect(less).toEqual({ wide: 0, narrow: 0 });
  });
});

describe("numbers and words of a pool", () => {
  it.each([[-0.004, 2, "0.00"], [-1.234, 2, "−1.23"], [0.5, 0, "1"]])("%d with %d digits is %s", (value, digits, text) =>
    expect(number(value, digits)).toBe(text));

  it("leaves a study without weight and says its name", () => {
    const all: Results = {
      names: ["A", "B", "C"], variances: [1, 1, 2], common: [true], none: 0, favours: ["it", "that"], digits: 1,
      results: [[[[1, 0.5, 1.5, null, null, 0, 0], [2, 1, 3, null, null, 0, 0]]]],
      small_tau2: 10, tau2_digits: [3, 1],
      words: {
        without: "{count} of {of}, without {left}.", effect: "{estimate}", above: " for {above}.", spread: "tau² {tau2}.",
        common: "No range.", no_range: "none", pooled: "{estimate} ({low} to {high})", all: "", new: "", range: "",
      },
    };
    const found = poolOf(all, { model: 0, interval: 0, left: 1 });
    expect(found.weights).toEqual([0, 2 / 3, 1 / 3]);
    expect(wordsOf(all, found)).toEqual({
      pooled: "2.0 (1.0 to 3.0)", range: "none", sentence: "2 of 3, without A. 2.0 for that. tau² 0.000. No range.",
    });
  });
});

describe("the type of a chart", () => {
  it.each([[16, 288, 14, 14], [32, 288, 14, 18], [32, 700, 28, 28]])(
    "at %d px of text and %d px of width", (root, width, axis, rows) => {
      expect(Math.round(axisType(root, width))).toBe(axis);
      expect(Math.round(rowType(root, width))).toBe(rows);
    });

  it("is broken into lines, and marks do not count as letters", () =>
    expect(broken("<b>one two</b> three", 8)).toBe("<b>one two</b><br>three"));

  it("leaves the words at the right their room, or a line of their own", () => {
    const row = (text: string, x: number) => ({ text, x, xref: "paper", y: 1, yref: "y", yshift: 7 });
    const [short, long] = [row("0.1", 1), row("0.1 (0.0 to 0.2) of 10", 1)];
    expect(enlarged([row("Smith 1999, tablet", 0), short], 28, 300)[0]!.text).toBe("Smith 1999,<br>tablet");
    expect(enlarged([row("Pooled", 0), long], 28, 400)[0]).toMatchObject({ text: "Pooled<br>\u00a0", yshift: 14 });
    expect(enlarged([row("Pooled", 0), long], 14, 300)[0]!.text).toBe("Pooled");
  });
});
