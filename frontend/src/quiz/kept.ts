/** The answers of a quiz and their way to the host. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Model } from "../model";
import { type Answers, readAnswers } from "./answers";

/** Return the answers as they are, and a function that changes and saves them. */
export function useAnswers(model: Model): [Answers, (change: (answers: Answers) => Answers) => void] {
  const [answers, setAnswers] = useState<Answers>(() => readAnswers(model.get("answers")));
  const latest = useRef(answers);
  useEffect(() => {
    const follow = () => {
      latest.current = readAnswers(model.get("answers"));
      setAnswers(latest.current);
    };
    model.on("change:answers", follow);
    return () => model.off("change:answers", follow);
  }, [model]);
  const save = (change: (answers: Answers) => Answers) => {
    latest.current = change(latest.current);
    setAnswers(latest.current);
    model.set("answers", latest.current);
    model.save_changes();
  };
  return [answers, save];
}
