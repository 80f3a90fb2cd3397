/** Twin of `questions/types/_base.py`: how a list of ids is read. */
import { ResponseError } from "./types";

/** Return `response` as distinct strings; null is blank. */
export function parseList(item: string, response: unknown): string[] {
  if (response === null || response === undefined) return [];
  if (!Array.isArray(response) || !response.every((part) => typeof part === "string"))
    throw new ResponseError(`item '${item}': the response must be a list of ids`);
  return [...new Set(response as string[])];
}

/** Return `response` as distinct `"left:<id>"` or `"right:<id>"` strings with known ids. */
export function parseSided(item: string, response: unknown, kind: string, known: object): string[] {
  const parts = parseList(item, response);
  for (const part of parts) {
    const at = part.indexOf(":");
    const side = part.slice(0, Math.max(at, 0));
    if (side !== "left" && side !== "right")
      throw new ResponseError(`item '${item}': '${part}' must be written 'left:<${kind}>' or 'right:<${kind}>'`);
    if (!Object.hasOwn(known, part.slice(at + 1)))
      throw new ResponseError(`item '${item}': there is no ${kind} '${part.slice(at + 1)}' in the atlas`);
  }
  return parts;
}

/** A response as a list for the controls, whatever is stored. */
export const asList = (response: unknown): string[] =>
  Array.isArray(response) ? response.filter((part) => typeof part === "string") : [];
