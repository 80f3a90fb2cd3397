/** The vectors that Python runs too (tests/questions/test_vectors.py): scoring exists twice and is one thing. */
import { describe, expect, it } from "vitest";
import { score, type Status } from "../src/questions";
import { type Item, ResponseError } from "../src/questions/types";
import choice from "../../tests/vectors/choice.json";
import muscles from "../../tests/vectors/muscles.json";
import text from "../../tests/vectors/text.json";
import zones from "../../tests/vectors/zones.json";

interface Case {
  name: string;
  item: Item;
  response: unknown;
  fraction?: number | null;
  status?: Status;
  careful?: boolean;
  error?: string;
}
interface Vectors {
  zones?: Record<string, number>;
  muscles?: string[];
  cases: Case[];
}

function responseOf(response: unknown): unknown {
  if (typeof response !== "object" || response === null || !("repeat" in response)) return response;
  const { repeat, times } = response as { repeat: string; times: number };
  return repeat.repeat(times);
}

for (const [name, read] of Object.entries({ choice, muscles, text, zones })) {
  const vectors = read as unknown as Vectors;
  const atlas = {
    zones: Object.fromEntries(Object.entries(vectors.zones ?? {}).map(([id, area]) => [id, { area }])),
    muscles: Object.fromEntries((vectors.muscles ?? []).map((id) => [id, {}])),
  };
  describe(name, () => {
    it.each(vectors.cases)("$name", ({ item, response, fraction, status, careful = false, error }) => {
      const run = () => score(item, responseOf(response), atlas);
      if (error !== undefined) {
        expect(run).toThrow(ResponseError);
        expect(run).toThrow(error);
      } else {
        expect(run()).toMatchObject({ fraction, status, careful });
      }
    });
  });
}
