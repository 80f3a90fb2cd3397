import { describe, expect, it } from "vitest";
import type { AtlasData } from "../src/atlas";
import { regions, search, split, withSides } from "../src/regions";

const zone = (id: string, region: string) => ({ id, name: id, region, description: `Süden of ${id}`, synonyms: ["wry"] });
const muscle = { id: "m", english_name: "Scalp muscle", latin_name: "", synonyms: [], region: "head", essential: ["brow", "nape"] };
const atlas = {
  muscles: { m: muscle },
  zones: Object.fromEntries([zone("toe", "leg and foot"), zone("nape", "neck"), zone("brow", "head")].map((z) => [z.id, z])),
} as unknown as AtlasData;

describe("regions", () => {
  const all = regions(atlas, "zone");
  it("go head to toe", () => expect(all.map((region) => region.id)).toEqual(["brow", "nape", "toe"]));
  it("are found by every word, by part, by synonym and without accents", () => {
    expect(search(all, "NECK wry").map((region) => region.id)).toEqual(["nape"]);
    expect(search(all, "suden")).toHaveLength(3);
    expect(search(all, "neck toe")).toEqual([]);
    expect(search(all, "  ")).toHaveLength(3);
  });
});

describe("muscles", () => {
  const all = regions(atlas, "muscle");
  it("are found by where they hurt, and say so", () => {
    expect(search(all, "WRY", true)).toMatchObject([{ id: "m", by: "brow · nape" }]);
    expect(search(all, "scalp", true)[0]!.by).toBeUndefined();
  });
  it("are not in a quiz: it would give the answer", () => expect(search(all, "wry")).toEqual([]));
});

it("a plain id means both sides", () => {
  expect(withSides("ear")).toEqual(["left:ear", "right:ear"]);
  expect(withSides("left:ear")).toEqual(["left:ear"]);
  expect(split("left:ear")).toEqual({ side: "left", id: "ear" });
});
