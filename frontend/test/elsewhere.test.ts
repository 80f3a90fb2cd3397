/** Where to look for marks that the picture does not show. */
import { expect, it } from "vitest";
import type { AtlasData, View } from "../src/atlas";
import type { Drawing, Mark } from "../src/map/drawing";
import { expected } from "../src/map/drawings";
import { closer, hidden, neighbours, onlyFromTheSide } from "../src/map/elsewhere";

const drawn = (view: View, ...keys: string[]) => ({ view, paths: new Map(keys.map((key) => [key, []])) }) as unknown as Drawing;
const FRONT = drawn("front", "zone:left:arm", "zone:left:chest");
const BACK = drawn("back", "zone:left:arm", "muscle:left:teres");
const SIDE = drawn("head_side", "zone:left:temple", "zone:left:arm");
const ALL = [FRONT, BACK, SIDE];
const marks = (...all: [string, Mark][]) => new Map(all);
const MUSCLE: [string, Mark] = ["muscle:left:teres", "chosen"];

const seen = (muscle: boolean, pain: boolean) => ({ muscle, pain });
const nowhere = { both: [], muscle: [], pain: [], verdicts: [] };

it("names the view of a muscle whose pain alone is in the picture", () => {
  const found = hidden(ALL, [FRONT], marks(MUSCLE, ["zone:left:chest", "essential"]));
  expect(found).toEqual({ ...nowhere, muscle: ["back"], seen: seen(false, true) });
});

it("names the view of the pain when the picture holds nothing of its main area", () => {
  const found = hidden(ALL, [BACK], marks(MUSCLE, ["zone:left:chest", "essential"], ["zone:left:arm", "spillover"]));
  expect(found).toEqual({ ...nowhere, pain: ["front", "head_side"], seen: seen(true, false) });
});

it("tells a view with the muscle and its pain from one with the pain alone", () => {
  const found = hidden(ALL, [FRONT], marks(MUSCLE, ["zone:left:arm", "essential"]));
  expect(found).toEqual({ ...nowhere, both: ["back"], pain: ["head_side"], seen: seen(false, true) });
});

it("names the views with more of the answer", () => {
  expect(hidden(ALL, [FRONT], marks(["zone:left:arm", "missed"])).verdicts).toEqual(["back", "head_side"]);
});

it("names nothing where all views stand beside each other, or nothing but a choice or a landmark is marked", () => {
  expect(hidden(ALL, ALL, marks(MUSCLE, ["zone:left:chest", "essential"]))).toMatchObject(nowhere);
  expect(hidden(ALL, [FRONT], marks(["zone:left:arm", "landmark"], ["zone:left:chest", "chosen"]))).toMatchObject(nowhere);
  expect(hidden(ALL, [FRONT], marks(MUSCLE))).toMatchObject(nowhere);
});

it("knows from the atlas what an inset holds that is not there yet, and offers it", () => {
  const atlas = { muscles: {}, zones: { heel: { views: ["back", "foot_sole"] }, arm: { views: ["back"] } } } as unknown as AtlasData;
  const all = [...ALL, expected(atlas, "foot_sole")];
  expect(closer(all, [BACK], "zone:left:heel")).toEqual(["foot_sole"]);
  expect(closer(all, [all[3]!], "zone:left:heel")).toEqual([]);
  expect(closer(all, [BACK], "zone:left:arm")).toEqual([]);
  expect(closer(all, [BACK], "muscle:left:nobody")).toEqual([]);
});

it("finds the zones that only the side of the head shows", () => {
  expect(onlyFromTheSide(ALL)).toEqual(["temple"]);
  expect(onlyFromTheSide([FRONT, BACK])).toEqual([]);
});

it("offers the zones of the same side that touch a zone in another view and are not drawn in this one", () => {
  const square = (x: number) => [{ getAttribute: () => `M${x} 0l10 0 0 10-10 0z` }];
  const plan = (view: View, places: Record<string, number>) =>
    ({ view, paths: new Map(Object.entries(places).map(([key, x]) => [key, square(x)])) }) as unknown as Drawing;
  const front = plan("front", { "zone:left:forehead": 0, "zone:left:eye": 0 });
  const side = plan("head_side", {
    "zone:left:forehead": 0,
    "zone:left:temple": 12,
    "zone:left:ear": 30,
    "zone:right:temple": 12,
    "zone:left:eye": 11,
    "muscle:left:frontalis": 11,
  });
  expect(neighbours([front, side], "left:forehead", "front")).toEqual([{ key: "left:temple", view: "head_side" }]);
  expect(neighbours([front, side], "left:ear", "front")).toEqual([]);
});
