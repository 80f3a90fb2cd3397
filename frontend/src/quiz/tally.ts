/** How far a set is by the answers that a browser keeps: counts and their words. Pure functions. */
import type { Answers } from "./answers";

export interface Tally {
  of: number;
  done: number;
  right: number;
  /** Questions of safety that were checked and not right. */
  unsafe: number;
}

/** `ids` are the questions of the set, `safety` those of them that are there for safety. */
export function tally(ids: readonly string[], safety: readonly string[], answers: Answers): Tally {
  const checked = ids.filter((id) => answers[id]?.answered_at);
  const verdict = (id: string) => answers[id]?.verdict;
  return {
    of: ids.length,
    done: checked.length,
    right: checked.filter((id) => verdict(id) === "correct").length,
    unsafe: checked.filter((id) => safety.includes(id) && ["partial", "incorrect"].includes(verdict(id) ?? "")).length,
  };
}

export const together = (all: readonly Tally[]): Tally =>
  all.reduce((sum, one) => ({
    of: sum.of + one.of,
    done: sum.done + one.done,
    right: sum.right + one.right,
    unsafe: sum.unsafe + one.unsafe,
  }));

/** "5 of 8 done, 4 right; 1 safety question was not right" */
export function tallyWords({ of, done, right, unsafe }: Tally): string {
  if (!done) return `0 of ${of} done`;
  const danger = unsafe === 1 ? "1 safety question was not right" : `${unsafe} safety questions were not right`;
  return `${done} of ${of} done, ${right} right${unsafe ? `; ${danger}` : ""}`;
}
