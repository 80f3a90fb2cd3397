/** How large a pixel is in the drawing, worked out instead of measured. */
import { expect, it } from "vitest";
import { unitOf } from "../src/map/room";

const seen = { x: 0, y: 0, width: 300, height: 600 };

it("follows the width while the picture has room downwards, and its tallest height where it has not", () => {
  expect(unitOf({ width: 150, most: 400 }, seen)).toBe(2);
  expect(unitOf({ width: 150, most: 200 }, seen)).toBe(3);
  expect(unitOf({ width: 150, most: Infinity }, seen)).toBe(2);
});

it("is one where there is no room yet", () => expect(unitOf({ width: 0, most: 400 }, seen)).toBe(1));
