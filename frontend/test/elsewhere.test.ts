/** Where to look for marks that the picture does not show. */
import { expect, it } from "vitest";
import type { View } from "../src/atlas";
import type { Drawing, Mark } from "../src/map/drawing";
import { hidden, onlyFromTheSide } from "../src/map/elsewhere";

const drawn = (view: View, ...keys: string[]) => ({ view, paths: new Map(keys.map((key) => [key, []])) }) as unknown as Drawing;
const FRONT = drawn("front", "zone:left:arm", "zone:left:chest");
const BACK = drawn("back", "zone:left:arm", "muscle:left:teres");
const SIDE = drawn("head_side", "zone:left:temple", "zone:left:arm");
const ALL = [FRONT, BACK, SIDE];
const marks = (...all: [string, Mark][]) => new Map(all);
const MUSCLE: [string, Mark] = ["muscle:left:teres", "chosen"];

it("names the view of a muscle whose pain alone is in the picture", () => {
  const found = hidden(ALL, [FRONT], marks(MUSCLE, ["zone:left:chest", "essential"]));
  expect(found).toEqual({ pain: [], only: false, muscle: ["back"] });
});

it("names the view of the pain when the picture holds nothing of its main area", () => {
  const found = hidden(ALL, [BACK], marks(MUSCLE, ["zone:left:chest", "essential"], ["zone:left:arm", "spillover"]));
  expect(found).toEqual({ pain: ["front", "head_side"], only: true, muscle: [] });
});

it("names more of what the picture shows in part", () => {
  expect(hidden(ALL, [FRONT], marks(["zone:left:arm", "missed"]))).toEqual({ pain: ["back", "head_side"], only: false, muscle: [] });
});

it("names nothing where all views stand beside each other, or nothing but a choice or a landmark is marked", () => {
  const none = { pain: [], only: false, muscle: [] };
  expect(hidden(ALL, ALL, marks(MUSCLE, ["zone:left:chest", "essential"]))).toEqual(none);
  expect(hidden(ALL, [FRONT], marks(MUSCLE, ["muscle:left:teres", "landmark"]))).toEqual(none);
  expect(hidden(ALL, [FRONT], marks(MUSCLE))).toEqual(none);
});

it("finds the zones that only the side of the head shows", () => {
  expect(onlyFromTheSide(ALL)).toEqual(["temple"]);
  expect(onlyFromTheSide([FRONT, BACK])).toEqual([]);
});
