/// <reference types="vite/client" />
/** The search of the list, over the real words of the atlas. */
import { describe, expect, it } from "vitest";
import type { AtlasData } from "../src/atlas";
import { regions } from "../src/regions";
import { searcher } from "../src/search";

const files = import.meta.glob<string>("../../src/triggerpoints/atlas/data/zones/*.toml", { query: "?raw", import: "default", eager: true });
const text = Object.values(files).join("\n");
const field = (record: string, name: string) => record.match(new RegExp(`^${name} = (.*)$`, "m"))![1]!;
const zones = Object.fromEntries(
  text.split("[[zone]]").slice(1).map((record) => {
    const id = JSON.parse(field(record, "id"));
    const [name, synonyms, region, description] = ["name", "synonyms", "region", "description"].map((one) => JSON.parse(field(record, one)));
    return [id, { id, name, synonyms, region, description }];
  }),
);
const muscle = (id: string, english_name: string, essential: string[]) => ({ id, english_name, latin_name: `M. ${id}`, synonyms: [], region: "head", essential });
const atlas = {
  zones,
  muscles: { a: muscle("a", "Masseter", ["face_jaw"]), b: muscle("b", "Jaw muscle", ["ear"]), c: muscle("c", "Süd muscle", ["face_jaw", "ear"]) },
} as unknown as AtlasData;
const places = searcher(regions(atlas, "zone"));
const ids = (query: string) => places(query).named.map((region) => region.id);

describe("places", () => {
  it.each([
    ["temple", "head_temporal"],
    ["tmeple", "head_temporal"],
    ["forehaed", "head_frontal"],
    ["behind my eye", "face_eye"],
    ["pain behind the eye", "face_eye"],
    ["hand", "wrist_hand_dorsal"],
    ["foot", "foot_dorsal"],
    ["back pain", "back_low"],
    ["neck pain", "neck_back"],
    ["BEHIND EAR", "ear"],
    ["shin pain", "leg_front"],
  ])("“%s” finds %s first", (query, first) => expect(ids(query)[0]).toBe(first));

  it("take the side from the query, also while it is typed", () => {
    for (const query of ["left temple", "temple lef", "my Left temple hurts"]) {
      expect(places(query)).toMatchObject({ side: "left" });
      expect(ids(query)[0]).toBe("head_temporal");
    }
    expect(places("temple").side).toBeUndefined();
    expect(places("leg").side).toBeUndefined();
    expect(places("right").named).toHaveLength(65);
  });
  it("are not found by the heading they stand under", () => {
    expect(ids("foot")).not.toContain("knee_front");
    expect(ids("foot").length).toBeLessThan(10);
  });
  it("are all there without a query, and none for nonsense", () => {
    expect(ids("  ")).toHaveLength(65);
    expect(ids("xyzzyx")).toEqual([]);
    expect(ids("temple heel")).toEqual([]);
  });
});

describe("muscles", () => {
  const all = regions(atlas, "muscle");
  const find = searcher(all, true);
  it("are found by name first, then by where they hurt, and say so", () => {
    expect(find("jaw").named.map((one) => one.id)).toEqual(["b"]);
    expect(find("jaw").pained).toMatchObject([
      { id: "a", by: "Jaw joint, lower jaw and teeth" },
      { id: "c", by: "Jaw joint, lower jaw and teeth" },
    ]);
    expect(find("sud").named).toMatchObject([{ id: "c" }]);
  });
  it("are not found by pain in a quiz: it would give the answer", () => {
    expect(searcher(all)("jaw").pained).toEqual([]);
    expect(searcher(all)("earache")).toMatchObject({ named: [], pained: [] });
  });
});
