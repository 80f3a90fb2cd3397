/** The finder exists twice and is one thing: these vectors are what Python answers (tests/atlas). */
import { describe, expect, it } from "vitest";
import type { AtlasData } from "../src/atlas";
import { find } from "../src/finder";
import vectors from "../../tests/vectors/finder.json";
import rule from "../../tests/vectors/finder_rule.json";

const atlas = vectors.atlas as unknown as AtlasData;

describe("finder", () => {
  it.each(vectors.cases)("$zones", ({ zones, red_flags, muscles }) => {
    const found = find(atlas, zones);
    expect(found.red_flags.map((flag) => flag.id)).toEqual(red_flags);
    expect(found.muscles.map(({ id, score, essential }) => ({ id, score, essential }))).toEqual(muscles);
  });

  it("keeps the rule in a small atlas, and says why in the same words", () => {
    const named = <T>(records: Record<string, T>) =>
      Object.fromEntries(Object.entries(records).map(([id, record]) => [id, { id, ...record }]));
    const zones = Object.fromEntries(Object.entries(rule.zones).map(([id, name]) => [id, { id, name }]));
    const small = { zones, muscles: named(rule.muscles), red_flags: named(rule.red_flags) } as unknown as AtlasData;
    const told = rule.cases.filter((one) => !("error" in one));
    expect(told.length).toBeGreaterThan(3);
    for (const { zones: chosen, red_flags, muscles } of told) {
      const found = find(small, chosen);
      expect(found.red_flags.map((flag) => flag.id)).toEqual(red_flags);
      expect(found.muscles).toEqual(muscles);
    }
  });

  it("refuses an unknown zone", () => {
    expect(() => find(atlas, ["nose"])).toThrow("there is no zone 'nose'");
  });
});
