/// <reference types="vite/client" />
/** Text 4.5:1, borders of regions and controls 3:1 (WCAG 1.4.3 and 1.4.11), in light and in dark. */
import { expect, it } from "vitest";
import css from "../src/styles/tokens.css?raw";

const colours = new Map(
  [...css.matchAll(/--tp-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
    name!,
    [light!, dark!] as const,
  ]),
);

function luminance(colour: string): number {
  const part = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const TEXT = [
  ["text", "surface"], ["text", "raised"], ["muted", "surface"], ["muted", "raised"], ["accent", "surface"],
  ["on-accent", "accent"], ["text", "caution"], ["text", "stop"],
  ["right", "surface"], ["right", "raised"], ["wrong", "surface"], ["wrong", "raised"],
] as const;
const BORDERS = [
  ["border", "surface"], ["line", "skin"], ["line", "surface"], ["muscle-line", "muscle"], ["muscle-line", "skin"],
  ["chosen", "muscle"], ["chosen", "surface"], ["essential", "surface"], ["essential", "skin"], ["right", "skin"], ["wrong", "skin"], ["ring-inner", "ring-outer"],
  ["caution-line", "caution"], ["stop-line", "stop"], ["text", "muscle"], ["text", "skin"],
] as const;

it.each([...TEXT.map((pair) => [...pair, 4.5] as const), ...BORDERS.map((pair) => [...pair, 3] as const)])(
  "%s on %s reaches %d:1",
  (one, other, least) => {
    for (const theme of [0, 1]) expect(contrast(colours.get(one)![theme]!, colours.get(other)![theme]!)).toBeGreaterThanOrEqual(least);
  },
);
