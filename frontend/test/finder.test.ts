/** The finder exists twice and is one rule: Python runs these vectors too (tests/atlas). */
import { describe, expect, it } from "vitest";
import type { AtlasData } from "../src/atlas";
import { find } from "../src/finder";
import course from "../../tests/vectors/finder.json";
import vectors from "../../tests/vectors/finder_rule.json";

interface Case {
  name: string;
  zones: string[];
  red_flags?: string[];
  muscles?: object[];
  error?: string;
}

const withIds = <T>(records: Record<string, T>) =>
  Object.fromEntries(Object.entries(records).map(([id, record]) => [id, { id, ...record }]));
const atlas = {
  zones: withIds(Object.fromEntries(Object.entries(vectors.zones).map(([id, name]) => [id, { name }]))),
  muscles: withIds(vectors.muscles),
  red_flags: withIds(Object.fromEntries(Object.entries(vectors.red_flags).map(([id, zones]) => [id, { zones }]))),
} as unknown as AtlasData;

describe("find", () => {
  it.each(vectors.cases as Case[])("$name", ({ zones, red_flags, muscles, error }) => {
    if (error !== undefined) {
      expect(() => find(atlas, zones)).toThrow(error);
      return;
    }
    const finding = find(atlas, zones);
    expect(finding.red_flags.map((flag) => flag.id)).toEqual(red_flags);
    expect(finding.muscles).toEqual(muscles);
  });
});

describe("find in the course's own atlas", () => {
  const cases = course.cases.map((one) => ({ ...one, name: one.zones.join(", ") || "nothing chosen" }));
  it.each(cases)("$name", ({ zones, red_flags, muscles }) => {
    const finding = find(course.atlas as unknown as AtlasData, zones);
    expect(finding.red_flags.map((flag) => flag.id)).toEqual(red_flags);
    expect(finding.muscles.map(({ id, score, essential }) => ({ id, score, essential }))).toEqual(muscles);
  });
});
