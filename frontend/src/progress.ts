/**
 * Your progress: `.tp-progress-all`, a table with a row a set, filled from the answers that this browser keeps.
 *
 * Without scripts, or where nothing is kept, each row says how many questions its page has.
 */
import { readAnswers } from "./quiz/answers";
import { tally, tallyWords, together, type Tally } from "./quiz/tally";

const root = document.querySelector<HTMLElement>(".tp-progress-all")!;
const says = root.querySelector<HTMLElement>(".tp-progress-says")!;
const rows = [...root.querySelectorAll<HTMLTableRowElement>("tr[data-set]")];
const plain = rows.map((row) => row.cells[1]!.textContent!.trim());
const words = (text: string | undefined) => (text ?? "").split(" ").filter(Boolean);

function kept(set: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(`triggerpoints:${set}`) ?? "null");
  } catch {
    return null; // storage is off, or what it holds is not ours
  }
}

function show() {
  const all: Tally[] = rows.map(({ dataset }) =>
    tally(words(dataset.items), words(dataset.safety), readAnswers(kept(dataset.set!))),
  );
  for (const [place, row] of rows.entries()) {
    const one = all[place]!;
    row.cells[1]!.firstElementChild!.textContent = one.done ? tallyWords(one) : plain[place]!;
    row.dataset.state = !one.done ? "open" : one.done < one.of ? "begun" : "done";
  }
  const sum = together(all);
  says.textContent = sum.done
    ? `All together: ${tallyWords(sum)}.`
    : "This browser keeps no checked answers yet. They will be counted here.";
}

show();
addEventListener("pageshow", show); // back from a chapter
addEventListener("storage", show); // answered in another tab
