/** Words as people type them: any order, beginnings of words, without accents and capitals. */

// They say nothing about what is looked for.
const FILLERS = new Set(
  "a against and at can do does for help helps in is it my of on or pain s side that the to what with".split(" "),
);

/** `text` as words between single spaces, with one at each end. */
export const plain = (text: string) =>
  ` ${text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")} `;

/** The words of a query that say something; a `plain` text fits where it includes each of them. */
export function wordsOf(query: string): string[] {
  const words = plain(query).trim().split(" ").filter(Boolean);
  const telling = words.filter((word) => !FILLERS.has(word));
  return (telling.length ? telling : words).map((word) => ` ${word}`);
}

/** Those whose `plain` text has all the words; where none has, those with some of them, and `part` is true. */
export function matching<T>(all: readonly T[], textOf: (one: T) => string, words: readonly string[]) {
  const has = (one: T) => (word: string) => textOf(one).includes(word);
  const whole = all.filter((one) => words.every(has(one)));
  if (whole.length) return { found: whole, part: false };
  const found = all.filter((one) => words.some(has(one)));
  return { found, part: found.length > 0 };
}
