/**
 * The answers on paper: at the end of the page, not below their questions, so that a chapter printed from the browser is a
 * worksheet with a key. Without scripts each answer stays where it is.
 */
const TITLE = "Key to the questions";

/** A copy of the answer of a question, numbered as the question is; undefined where there is none. */
function entryOf(question: Element, number: number): HTMLLIElement | undefined {
  const answer = question.querySelector(":scope > details");
  if (!answer) return undefined;
  const entry = document.createElement("li");
  entry.value = number;
  entry.append(...[...answer.children].slice(1).map((part) => part.cloneNode(true)));
  for (const named of entry.querySelectorAll("[id]")) named.removeAttribute("id");
  return entry;
}

/** The answers of all quizzes of the page: a list a set, whose parts count on. */
function listsOf(hosts: Iterable<HTMLElement>): HTMLOListElement[] {
  const lists = new Map<string, HTMLOListElement>();
  for (const host of hosts) {
    const questions = host.querySelector<HTMLOListElement>(".tp-fallback > ol");
    for (const [at, question] of [...(questions?.children ?? [])].entries()) {
      const entry = entryOf(question, questions!.start + at);
      if (!entry) continue;
      if (!lists.has(host.dataset.key!)) lists.set(host.dataset.key!, document.createElement("ol"));
      lists.get(host.dataset.key!)!.append(entry);
    }
  }
  return [...lists.values()];
}

export function keyOnPaper() {
  let key: HTMLElement | undefined;
  addEventListener("beforeprint", () => {
    const lists = listsOf(document.querySelectorAll<HTMLElement>(".tp-host[data-key]"));
    const article = document.querySelector("article");
    if (key || !article || !lists.length) return;
    key = document.createElement("section");
    key.className = "tp-key";
    key.append(Object.assign(document.createElement("h2"), { textContent: TITLE }), ...lists);
    article.append(key);
    article.dataset.keyed = "";
  });
  addEventListener("afterprint", () => {
    key?.closest("article")?.removeAttribute("data-keyed");
    key?.remove();
    key = undefined;
  });
}
