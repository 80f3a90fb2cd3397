import { describe, expect, it } from "vitest";
import { neighbour, otherPart } from "../src/roving";

const grid = ["a", "b", "c", "d", "e", "f"].map((key, at) => ({ key, x: (at % 3) * 10, y: Math.floor(at / 3) * 10 }));
const spot = (key: string) => grid.find((one) => one.key === key)!;

describe("neighbour", () => {
  it("goes to the next one straight ahead", () => {
    expect(neighbour(spot("a"), grid, "ArrowRight")?.key).toBe("b");
    expect(neighbour(spot("b"), grid, "ArrowDown")?.key).toBe("e");
    expect(neighbour(spot("f"), grid, "ArrowLeft")?.key).toBe("e");
    expect(neighbour(spot("f"), grid, "ArrowUp")?.key).toBe("c");
  });
  it("stays where nothing lies ahead", () => {
    expect(neighbour(spot("a"), grid, "ArrowUp")).toBeUndefined();
    expect(neighbour(spot("c"), grid, "ArrowRight")).toBeUndefined();
  });
  it("prefers what lies ahead to what lies nearer but aside", () => {
    const from = { key: "o", x: 0, y: 0 };
    const ahead = { key: "ahead", x: 30, y: 0 };
    const aside = { key: "aside", x: 4, y: 12 };
    expect(neighbour(from, [from, aside, ahead], "ArrowRight")).toBe(ahead);
    expect(neighbour(from, [from, aside], "ArrowRight")).toBe(aside);
  });
  it("reaches every spot of a scattered map from any other", () => {
    const spots = Array.from({ length: 40 }, (_, n) => ({ key: `${n}`, x: (n * 37) % 101, y: (n * 53) % 97 }));
    const seen = new Set([spots[0]!]);
    for (const here of seen)
      for (const direction of ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"] as const) {
        const next = neighbour(here, spots, direction);
        if (next) seen.add(next);
      }
    expect(seen.size).toBe(spots.length);
  });
});

describe("otherPart", () => {
  const parts = ["head", "head", "neck", "neck", "neck", "shoulder"];
  it("goes to the first of the next part, from anywhere in this one", () => {
    expect(otherPart(parts, 0, 1)).toBe(2);
    expect(otherPart(parts, 3, 1)).toBe(5);
  });
  it("goes to the first of the part before", () => expect(otherPart(parts, 4, -1)).toBe(0));
  it("stays at the ends", () => {
    expect(otherPart(parts, 5, 1)).toBe(5);
    expect(otherPart(parts, 1, -1)).toBe(1);
  });
});
