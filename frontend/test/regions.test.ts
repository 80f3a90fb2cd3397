import { describe, expect, it } from "vitest";
import type { AtlasData } from "../src/atlas";
import { regions, split, withSides } from "../src/regions";

const zone = (id: string, region: string) => ({ id, name: id, region, description: `Süden of ${id}`, synonyms: ["wry"] });
const muscle = { id: "m", english_name: "Scalp muscle", latin_name: "", synonyms: [], region: "head", essential: ["brow", "nape"] };
const atlas = {
  muscles: { m: muscle },
  zones: Object.fromEntries([zone("toe", "leg and foot"), zone("nape", "neck"), zone("brow", "head")].map((z) => [z.id, z])),
} as unknown as AtlasData;

describe("regions", () => {
  const all = regions(atlas, "zone");
  it("go head to toe", () => expect(all.map((region) => region.id)).toEqual(["brow", "nape", "toe"]));
});

it("a plain id means both sides", () => {
  expect(withSides("ear")).toEqual(["left:ear", "right:ear"]);
  expect(withSides("left:ear")).toEqual(["left:ear"]);
  expect(split("left:ear")).toEqual({ side: "left", id: "ear" });
});
