/** Which view is opened for a muscle: read off the drawings, and off the atlas for an inset that is not there yet. */
import { expect, it } from "vitest";
import { canShow, type Loaded } from "../src/atlas";
import { bestViews, isDrawn } from "../src/map/views";

const muscle = (id: string, essential: string[], ...views: string[]) => ({ id, essential, views });
const loaded = (want?: () => void) =>
  ({
    atlas: {
      muscles: {
        arch: muscle("arch", ["heel"], "foot_sole"),
        toe: muscle("toe", ["shin"], "foot_sole"),
        none: muscle("none", []),
      },
      zones: { heel: { area: 9, views: ["back", "foot_sole"] }, shin: { area: 9, views: ["front"] } },
    },
    figures: { front: "", back: "", head_side: "" },
    want,
    onArrival: () => () => undefined,
  }) as unknown as Loaded;

it("an inset is opened for what the atlas says is in it, before it is fetched", () => {
  const given = loaded(() => undefined);
  expect(bestViews(given, muscle("arch", ["heel"]))).toEqual(["foot_sole"]);
  expect(bestViews(given, muscle("toe", ["shin"]))).toEqual(["foot_sole"]);
  expect(bestViews(given, muscle("none", []))).toEqual([]);
  expect([isDrawn(given, "arch"), isDrawn(given, "none")]).toEqual([true, false]);
});

it("nothing is opened that is not there and will not come", () => {
  const given = loaded();
  expect(canShow(given, "foot_sole")).toBe(false);
  expect(bestViews(given, muscle("arch", ["heel"]))).toEqual([]);
  expect(isDrawn(given, "arch")).toBe(false);
});
