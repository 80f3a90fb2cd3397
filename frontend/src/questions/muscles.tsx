/** Muscles: pick muscles on the body. Twin of `questions/types/muscles.py`. */
import { parseSided } from "./parse";
import { withSides } from "../regions";
import { describeRegions, reasonsFor, SpatialInput, type Verdicts } from "./spatial";
import type { FeedbackProps, InputProps, MusclesItem, QuestionType, ScoringAtlas } from "./types";
import { tally } from "./words";

const parse = (item: MusclesItem, response: unknown, atlas: ScoringAtlas) =>
  parseSided(item.id, response, "muscle", atlas.muscles);

const exact = (item: MusclesItem) => item.sides === "exact";
const reduce = (item: MusclesItem, picks: readonly string[]) =>
  new Set(exact(item) ? picks : picks.map((pick) => pick.slice(pick.indexOf(":") + 1)));

function counts(item: MusclesItem, picked: string[]) {
  const key = reduce(item, item.key ?? []);
  const chosen = reduce(item, picked);
  const right = [...chosen].filter((pick) => key.has(pick)).length;
  return { right, wrong: chosen.size - right, of: key.size };
}

function fraction(item: MusclesItem, picked: string[]): number {
  const { right, wrong, of } = counts(item, picked);
  return right / (of + wrong);
}

function inWords(item: MusclesItem, picked: string[]): string {
  const found = counts(item, picked);
  return found.of === 1 && found.right + found.wrong === 1 ? "" : tally(found, "muscle", "muscles");
}

/** Where the side does not matter, a muscle that was picked is right there, and one that was not is missed on both. */
function verdicts(item: MusclesItem, picked: string[]): Verdicts {
  const key = reduce(item, item.key ?? []);
  const chosen = reduce(item, picked);
  const short = (pick: string) => (exact(item) ? pick : pick.slice(pick.indexOf(":") + 1));
  const found: Verdicts = new Map();
  for (const pick of key)
    if (!chosen.has(pick)) for (const place of exact(item) ? [pick] : withSides(pick)) found.set(place, "missed");
  for (const pick of picked) found.set(pick, key.has(short(pick)) ? "right" : "wrong");
  return found;
}

const Input = (props: InputProps<MusclesItem>) => (
  <SpatialInput {...props} kind="muscle" verdicts={verdicts} single={props.item.single} />
);

const Feedback = ({ item, response, atlas }: FeedbackProps<MusclesItem>) =>
  reasonsFor(item, "muscle", verdicts(item, response as string[]), atlas, exact(item));

export const muscles: QuestionType<MusclesItem, string[]> = {
  parse,
  fraction,
  inWords,
  blank: "Pick at least one muscle first.",
  instruction: (item) =>
    `Pick ${item.single ? "one muscle" : "muscles"} in the list or on the figure; ${exact(item) ? "the side counts" : "either side will do"}.${item.single ? " Another pick takes its place." : ""}`,
  drawn: true,
  Input,
  Feedback,
  describe: (_item, picked, atlas) => describeRegions(picked, "muscle", atlas),
};
