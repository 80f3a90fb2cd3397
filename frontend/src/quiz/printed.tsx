/** On paper every question stands in words, whichever is open on the screen. */
import type { AtlasData } from "../atlas";
import { Paragraphs } from "../prose";
import { typeOf } from "../questions";
import type { Item } from "../questions/types";
import type { Answers } from "./answers";
import { isMissed, type Standing, WORDS } from "./state";

interface Props {
  all: readonly Standing[];
  answers: Answers;
  atlas: AtlasData;
  start: number | undefined;
}

export function Printed({ all, answers, atlas, start }: Props) {
  return (
    <ol class="tp-printed" start={start}>
      {all.map(({ item, state }) => (
        <li key={item.id}>
          <Paragraphs text={item.prompt} />
          {item.type === "choice" && (
            <ul>
              {item.options.map((option) => (
                <li key={option.id}>{option.text}</li>
              ))}
            </ul>
          )}
          <p>
            Your answer: {inWords(item, answers[item.id]?.response, atlas) || "…"}
            {(state === "correct" || isMissed({ state })) && ` (${WORDS[state]})`}
          </p>
        </li>
      ))}
    </ol>
  );
}

function inWords(item: Item, response: unknown, atlas: AtlasData) {
  const type = typeOf(item);
  if (!type) return "";
  try {
    return type.describe(item, type.parse(item, response, atlas), atlas);
  } catch {
    return "";
  }
}
