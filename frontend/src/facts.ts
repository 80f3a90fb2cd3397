/**
 * The claims of the fact-check, narrowed by words, topic and verdict; the choice is kept in the address.
 *
 * `#topic=low-back-pain&verdict=wrong&find=proof` is a choice; `#claim-c07` asks for one claim, which is then
 * shown whatever the choice is.
 */
import { choice } from "./choice";
import { matching, plain, wordsOf } from "./typed";

const bar = document.querySelector<HTMLElement>(".tp-fact-bar")!;
const query = bar.querySelector<HTMLInputElement>("#fact-find")!;
const topic = bar.querySelector<HTMLSelectElement>("#fact-topic")!;
const verdict = bar.querySelector<HTMLSelectElement>("#fact-verdict")!;
const clear = bar.querySelector<HTMLButtonElement>("[data-action=clear]")!;
const status = bar.querySelector<HTMLElement>("[role=status]")!;
const facts = [...document.querySelectorAll<HTMLElement>(".tp-fact")];
const sections = new Set(facts.map((fact) => fact.parentElement!));
const texts = new Map(facts.map((fact) => [fact, plain(fact.textContent!)]));
const { chosen, keep, read, reset } = choice({ find: query, topic, verdict });
const asked = () => facts.find((fact) => `#${fact.id}` === location.hash);

function show() {
  const fits = ({ dataset }: HTMLElement) =>
    (!topic.value || dataset.topic === topic.value) && (!verdict.value || dataset.verdict === verdict.value);
  const { found: listed, part } = matching(facts.filter(fits), (fact) => texts.get(fact)!, wordsOf(query.value));
  const found = new Set(listed);
  const extra = asked();
  for (const fact of facts) fact.hidden = !found.has(fact) && fact !== extra;
  for (const section of sections) section.hidden = ![...section.children].some((one) => one.matches(".tp-fact:not([hidden])"));
  clear.hidden = !chosen().length;
  const also = extra && !found.has(extra) ? ` ${extra.id.replace("claim-", "").toUpperCase()} is shown too, because the link asks for it.` : "";
  const none = `None of the ${facts.length} claims fits all of this. Try fewer words or another choice.`;
  const narrowed = topic.value || verdict.value ? " of this choice" : "";
  const some = `None${narrowed} has all of these words; ${found.size} ${found.size === 1 ? "has" : "have"} some of them.`;
  const all = `${found.size} of ${facts.length} claims ${found.size === 1 ? "is" : "are"} shown.`;
  const said = (part ? some : found.size ? all : none) + also;
  if (status.textContent !== said) status.textContent = said;
}

function change() {
  keep();
  show();
}

/** Show what the address asks for; a topic of which the choice shows nothing ends the choice. */
function arrive() {
  read();
  const section = [...sections].find((one) => `#${one.id}` === location.hash);
  if (section?.hidden) reset();
  show();
  const target = asked() ?? section ?? (chosen().length ? bar : undefined);
  target?.scrollIntoView();
}

/** Make each number of the table a link to the claims that it counts. */
function linkCounts() {
  for (const number of document.querySelectorAll<HTMLElement>(".tp-fact-count")) {
    const { choice } = number.closest<HTMLElement>("[data-choice]")!.dataset;
    const written = new URLSearchParams(choice);
    const name = (control: HTMLSelectElement, key: string) =>
      [...control.options].find(({ value }) => value === written.get(key))?.text;
    const link = document.createElement("a");
    link.href = `#${choice}`;
    link.ariaLabel = `${number.textContent} ${name(verdict, "verdict")}: ${name(topic, "topic") ?? "all topics"}`;
    link.append(...number.childNodes);
    number.append(link);
  }
}

query.addEventListener("input", change);
topic.addEventListener("change", change);
verdict.addEventListener("change", change);
clear.addEventListener("click", () => {
  reset();
  change();
  query.focus();
});
addEventListener("hashchange", arrive);
linkCounts();
bar.hidden = false;
if (location.hash) arrive();
else show();
