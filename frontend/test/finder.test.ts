/** The finder exists twice and is one thing: these vectors are what Python answers (tests/atlas). */
import { describe, expect, it } from "vitest";
import type { AtlasData } from "../src/atlas";
import { find } from "../src/finder";
import vectors from "../../tests/vectors/finder.json";

const atlas = vectors.atlas as unknown as AtlasData;

describe("finder", () => {
  it.each(vectors.cases)("$zones", ({ zones, red_flags, muscles }) => {
    const found = find(atlas, zones);
    expect(found.red_flags.map((flag) => flag.id)).toEqual(red_flags);
    expect(found.muscles.map(({ id, score, essential }) => ({ id, score, essential }))).toEqual(muscles);
  });

  it("refuses an unknown zone", () => {
    expect(() => find(atlas, ["nose"])).toThrow("there is no zone 'nose'");
  });
});
