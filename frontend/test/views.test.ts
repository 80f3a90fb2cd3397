/** Which view is opened for a muscle: what the atlas says, as far as the drawing is there or can be had. */
import { expect, it } from "vitest";
import { canShow, type Loaded } from "../src/atlas";
import { bestViews, isDrawn } from "../src/map/views";

const loaded = (want?: () => void) =>
  ({
    atlas: {
      muscles: { arch: { views: ["foot_sole"] }, none: { views: [] } },
      best_views: { arch: ["foot_sole", "back", "front"], none: [] },
    },
    figures: { front: "", back: "<svg/>", head_side: "<svg/>" },
    want,
    onArrival: () => () => undefined,
  }) as unknown as Loaded;

it("an inset is opened before it is fetched, a view whose drawing could not be loaded never", () => {
  const given = loaded(() => undefined);
  expect(bestViews(given, "arch")).toEqual(["foot_sole", "back"]);
  expect(bestViews(given, "none")).toEqual([]);
  expect([isDrawn(given, "arch"), isDrawn(given, "none")]).toEqual([true, false]);
});

it("nothing is opened that is not there and will not come", () => {
  const given = loaded();
  expect(canShow(given, "foot_sole")).toBe(false);
  expect(bestViews(given, "arch")).toEqual(["back"]);
  expect(isDrawn(given, "arch")).toBe(false);
});
