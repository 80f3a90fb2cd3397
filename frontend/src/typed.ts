/** Words as people type them: any order, beginnings of words, without accents and capitals. */

// They say nothing about what is looked for.
const FILLERS = new Set("a and at in is my of on or pain s side the to".split(" "));

/** `text` as words between single spaces, with one at each end. */
export const plain = (text: string) =>
  ` ${text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")} `;

/** The words of a query that say something; a `plain` text fits where it includes each of them. */
export function wordsOf(query: string): string[] {
  const words = plain(query).trim().split(" ").filter(Boolean);
  const telling = words.filter((word) => !FILLERS.has(word));
  return (telling.length ? telling : words).map((word) => ` ${word}`);
}
