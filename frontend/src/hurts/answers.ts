/**
 * What was ticked in the safety checklist, as pure functions.
 *
 * A sign is true (ticked), false (seen and not there) or missing (not answered). Answers stay when
 * the zones change, so that only what is new has to be read.
 */
import type { RedFlag } from "../atlas";
import { URGENCY } from "../finder";

export type Answers = Readonly<Record<string, boolean>>;
export interface Group {
  action: RedFlag["action"];
  flags: RedFlag[];
}

/** Return the signs by what they ask for, the most urgent first; an action without signs has no group. */
export function grouped(flags: readonly RedFlag[]): Group[] {
  return URGENCY.map((action) => ({ action, flags: flags.filter((flag) => flag.action === action) })).filter(
    (group) => group.flags.length > 0,
  );
}

export const isNone = (group: Group, answers: Answers) => group.flags.every((flag) => answers[flag.id] === false);

export const isAnswered = (group: Group, answers: Answers) =>
  isNone(group, answers) || group.flags.some((flag) => answers[flag.id]);

/**
 * Signs of a ticked group that nobody has read yet: they came with another zone, after `asked` were on the screen.
 * Nothing says so by itself, since a tick alone answers a group.
 */
export function added(group: Group, answers: Answers, asked: readonly string[]): RedFlag[] {
  const earlier = group.flags.some((flag) => answers[flag.id] && asked.includes(flag.id));
  return earlier ? group.flags.filter((flag) => answers[flag.id] === undefined && !asked.includes(flag.id)) : [];
}

/** Tick a sign, or take the tick away; either way “None of these” no longer holds for its group. */
export function toggle(group: Group, answers: Answers, id: string): Answers {
  const next = { ...answers };
  for (const flag of group.flags) if (!next[flag.id]) delete next[flag.id];
  if (answers[id]) delete next[id];
  else next[id] = true;
  return next;
}

/** Answer a group with “None of these”, or take that back. */
export function toggleNone(group: Group, answers: Answers): Answers {
  const next = { ...answers };
  for (const flag of group.flags)
    if (isNone(group, answers)) delete next[flag.id];
    else next[flag.id] = false;
  return next;
}

/** Return the answers with every sign that was seen but not ticked as not there. */
export function settled(flags: readonly RedFlag[], answers: Answers): Answers {
  return { ...answers, ...Object.fromEntries(flags.map((flag) => [flag.id, answers[flag.id] ?? false])) };
}

/** Return the ticked sign, if any, that forbids to go on to the muscles; the most urgent one. */
export function stopping(flags: readonly RedFlag[], answers: Answers): RedFlag | undefined {
  return flags.find((flag) => answers[flag.id] && flag.action !== "modify_and_ask");
}

/** Whether the muscles may be shown: every sign was answered, and none forbids it. */
export function cleared(flags: readonly RedFlag[], answers: Answers): boolean {
  return flags.every((flag) => answers[flag.id] !== undefined) && !stopping(flags, answers);
}
