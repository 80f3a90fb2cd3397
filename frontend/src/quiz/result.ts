/** The count at the end of a set, in words: what is judged first, then what has a model answer and no points. */
import { listed } from "../prose";
import { inPoints, isLeft, type Standing } from "./state";

const isText = ({ item }: Standing) => item.type === "text";

/** "6 of 24 right", and after it the sentences that follow; `right` is empty where nothing is judged. */
export function resultWords(all: readonly Standing[]): { right: string; rest: string } {
  const judged = all.filter((one) => one.state !== "unknown" && !isText(one));
  const count = (state: string) => judged.filter((one) => one.state === state).length;
  const others = [
    [count("partial"), "partly right"],
    [count("incorrect"), "not right"],
    [count("started"), "not checked yet"],
    [count("open"), "not answered"],
  ] as const;
  const parts = others.filter(([number]) => number).map(([number, word]) => `${number} ${word}`);
  const points = judged.reduce((sum, one) => sum + (one.points ?? 0), 0);
  const of = judged.reduce((sum, { item }) => sum + (item.points ?? 1), 0);
  const told = of === judged.length && !count("partial"); // then points would say the same once more
  const why = count("partial") ? "What is right in part counts in part:" : "That is";
  const worth = told ? "" : ` ${why} ${inPoints(points, of)}.`;
  const start = judged.length ? `${parts.length ? `; ${listed(parts)}` : ""}.${worth}` : "";
  return {
    right: judged.length ? `${count("correct")} of ${judged.length} right` : "",
    rest: [start, compared(all.filter(isText), judged.length > 0)].filter(Boolean).join(" "),
  };
}

function compared(texts: readonly Standing[], more: boolean): string {
  const left = texts.filter(isLeft).length;
  if (!texts.length) return "";
  const many = texts.length > 1;
  const start = many ? `${texts.length}${more ? " more" : ""} questions have` : `One${more ? " more" : ""} question has`;
  const open = !left ? "" : many ? ` ${left} of them ${left > 1 ? "are" : "is"} not answered yet.` : " It is not answered yet.";
  return `${start} no points: you compare your answer with a model answer.${open}`;
}
