/** What came out of a question with several parts, as a sentence. Pure functions. */
interface Counts {
  /** Parts of the answer that were chosen. */
  right: number;
  /** What was chosen beside them. */
  wrong: number;
  /** Parts of the answer. */
  of: number;
}

const isAre = (count: number) => (count === 1 ? "is" : "are");

/** "You have 2 of the 3 muscles; 1 is missing, and 1 of yours is not part of the answer." */
export function tally({ right, wrong, of }: Counts, one: string, many: string): string {
  const missing = of - right;
  if (!right) {
    if (of === 1) return `The ${one} asked for is not in your answer.`;
    return `${of === 2 ? "Neither of the 2" : `None of the ${of}`} ${many} is in your answer.`;
  }
  if (!missing) {
    const have = of === 1 ? `You have the ${one} asked for` : `You have ${of === 2 ? "both" : `all ${of}`} ${many}`;
    return wrong ? `${have}, and ${wrong} too many: the answer has only ${of === 1 ? "one" : of}.` : `${have}.`;
  }
  const extra = wrong ? `, and ${wrong} of yours ${isAre(wrong)} not part of the answer` : "";
  return `You have ${right} of the ${of} ${many}; ${missing} ${isAre(missing)} missing${extra}.`;
}

const PARTS = [
  [0.2, "A small part"],
  [0.3, "About a quarter"],
  [0.4, "About a third"],
  [0.6, "About half"],
  [0.7, "About two thirds"],
  [0.9, "About three quarters"],
  [1, "Nearly all"],
] as const;

/** How far what was marked and what was asked for are the same: `overlap` is more than 0 and less than 1. */
export const areaInWords = (overlap: number): string =>
  `${PARTS.find(([below]) => overlap < below)?.[1] ?? "All"} of the area matches.`;

const SHORT = 40; // characters: "Pick it." alone does not say what is asked

/** The part of a prompt that asks, without the story before it: its last sentence, or the last two. */
export function ask(prompt: string): string {
  const sentences = prompt.trim().split(/(?<=[.?!]’?)\s+/);
  const last = sentences.at(-1) ?? "";
  return last.length < SHORT && sentences.length > 1 ? `${sentences.at(-2)} ${last}` : last;
}
