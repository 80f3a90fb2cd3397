/** What two muscles share is read off the records, and each area is in one place of the table. */
import { expect, it } from "vitest";
import type { AtlasData, Muscle } from "../src/atlas";
import { areas, certainty, overlap } from "../src/compare/rows";

const muscle = (essential: string[], spillover: string[]) => ({ essential, spillover, trigger_points: [] }) as unknown as Muscle;
const zones = Object.fromEntries(["ear", "jaw", "eye", "nape"].map((id) => [id, { name: id.toUpperCase() }]));
const atlas = { zones } as unknown as AtlasData;
const a = muscle(["eye", "ear", "jaw"], ["nape"]);
const b = muscle(["ear"], ["jaw"]);

it("marks what is shared, and says where it means less or more for the other", () => {
  expect(areas(a.essential, b, "essential", atlas)).toEqual([
    { name: "EAR", shared: "shared" },
    { name: "JAW", shared: "shared: there only sometimes" },
    { name: "EYE", shared: "" },
  ]);
  expect(areas(b.spillover, a, "spillover", atlas)).toEqual([{ name: "JAW", shared: "shared: there the main area" }]);
});

it("names the areas of both and of one alone", () => {
  expect(overlap([a, b], atlas)).toEqual({ both: ["EAR", "JAW"], only: [["EYE", "NAPE"], []] });
});

it("gives each wording of the certainty once, with the sources of all its points", () => {
  const points = [["one", "two"], ["two", "three"]].map((referral_sources) => ({ referral_sources, referral_how_sure: "said" }));
  const told = certainty({ trigger_points: points } as unknown as Muscle);
  expect(told).toEqual([{ how_sure: "said", sources: ["one", "two", "three"] }]);
});
