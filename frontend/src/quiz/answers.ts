/** The answers of a quiz: what is kept, and when a verdict is shown. Pure functions. */
export interface Answer {
  response?: unknown;
  confidence?: number | null;
  /** ISO 8601. In practice it is set by a check and taken away by the next change, so that a reload knows. */
  answered_at?: string | null;
  /** What the check found: a page that only counts answers has no questions to score them by. */
  verdict?: string | null;
}
export type Answers = Record<string, Answer>;

/** How sure a student says to be, as the probability that is stored: the middles of the three bands. */
export const CONFIDENCE = [
  ["guess", 0.25, "A guess"],
  ["unsure", 0.6, "Unsure"],
  ["sure", 0.95, "Sure"],
] as const;

/** What a host kept, whatever it is, as answers: anything that is not one is left out. */
export function readAnswers(kept: unknown): Answers {
  if (typeof kept !== "object" || kept === null || Array.isArray(kept)) return {};
  return Object.fromEntries(
    Object.entries(kept).filter(([, answer]) => typeof answer === "object" && answer !== null && !Array.isArray(answer)),
  );
}

/** What changed since `before`; what another host of the same answers changes meanwhile is not in it. */
export const changedSince = (before: Answers, now: Answers): Answers =>
  Object.fromEntries(Object.entries(now).filter(([id, answer]) => answer !== before[id]));

/** A new response. Where answers are only recorded it is answered now; in practice it waits for a check. */
export function respond(answer: Answer, response: unknown, judged: boolean, now: string): Answer {
  const { answered_at: _, verdict: __, ...rest } = answer;
  return judged ? { ...rest, response } : { ...rest, response, answered_at: now };
}

export const check = (answer: Answer, now: string, verdict: string): Answer => ({ ...answer, answered_at: now, verdict });

/** Take the verdict away and keep the response as a start. */
export function retry(answer: Answer): Answer {
  const { answered_at: _, verdict: __, ...rest } = answer;
  return rest;
}

/** An answer that was checked stays as it is, with its verdict, until another one is checked in its place. */
export const isDraft = (kept: Answer | undefined, next: Answer): boolean =>
  Boolean(kept?.answered_at) && !next.answered_at;

/** Blank drafts, to answer some questions once more. */
export const repeat = (ids: readonly string[]): Answers => Object.fromEntries(ids.map((id) => [id, {}]));

/** Blank answers instead of none: a host that keeps them in a file adds and replaces, and never takes away. */
export const clear = (answers: Answers, ids: readonly string[]): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => [id, ids.includes(id) ? { response: null } : answer]),
  );
