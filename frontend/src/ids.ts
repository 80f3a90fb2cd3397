/** Ids for labels and patterns, unique on the page however many widgets and copies of this module it has. */
import { useState } from "preact/hooks";

let count = 0;
const copy = Math.random().toString(36).slice(2, 7);

export const newId = () => `tp-${copy}-${++count}`;

export function useId(): string {
  return useState(newId)[0];
}
