/** How far the finder is, as pure functions; a ticked sign that stops it stands whatever else is chosen. */
import type { AtlasData, RedFlag } from "../atlas";
import { URGENCY } from "../finder";
import { type Answers, cleared, stopping } from "./answers";

export interface Progress {
  step: "zones" | "questions" | "muscles";
  answers: Answers;
  /** Ids of the signs that were on the screen when the muscles were shown last. */
  asked: readonly string[];
}
export const START: Progress = { step: "zones", answers: {}, asked: [] };

const byUrgency = (flags: readonly RedFlag[]) =>
  [...flags].sort((a, b) => URGENCY.indexOf(a.action) - URGENCY.indexOf(b.action));

/** Return the ticked sign, if any, that forbids to go on, also when no chosen zone asks for it any more. */
export function standing(atlas: AtlasData, answers: Answers): RedFlag | undefined {
  return stopping(byUrgency(Object.values(atlas.red_flags)), answers);
}

/** Return the signs to ask: those of the zones, and ticked ones that stop, so that every tick can be taken away. */
export function toAsk(atlas: AtlasData, flags: readonly RedFlag[], answers: Answers): RedFlag[] {
  const others = Object.values(atlas.red_flags).filter((flag) => !flags.includes(flag) && stopping([flag], answers));
  return byUrgency([...flags, ...others]);
}

/** Return the step to show. Another zone may bring signs that were not asked yet: then the checklist is back. */
export function stepOf({ step, answers }: Progress, flags: readonly RedFlag[], zones: number): Progress["step"] {
  if (stopping(flags, answers)) return "questions";
  if (!zones) return "zones";
  return step === "muscles" && !cleared(flags, answers) ? "questions" : step;
}
