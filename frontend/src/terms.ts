/**
 * The definition of a glossary term, shown above the page: on hover and focus, and on a first tap.
 *
 * It can be pointed at without going away, and Escape takes it away (WCAG 1.4.13). A second tap, a click or Enter
 * follows the link to the glossary. The words are in the page already, as the link's description.
 */
export {}; // a module of its own

const GAP = 6; // px between the term and its definition
const EDGE = 8; // px to the edge of the screen
const LEAVE = 150; // ms in which the pointer may cross the gap

const tip = document.createElement("div");
tip.className = "tp-tip";
tip.hidden = true;
tip.setAttribute("aria-hidden", "true"); // said already: the link is described by the same words
document.body.append(tip);

let shown: HTMLAnchorElement | null = null;
let leaving = 0;

function show(term: HTMLAnchorElement) {
  clearTimeout(leaving);
  if (shown === term) return;
  const words = document.getElementById(term.getAttribute("aria-describedby")!);
  if (!words) return;
  shown = term;
  tip.textContent = words.textContent;
  tip.hidden = false;
  const box = term.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = tip;
  const left = Math.min(Math.max(EDGE, box.left), document.documentElement.clientWidth - width - EDGE);
  const above = box.top - height - GAP;
  tip.style.left = `${left + scrollX}px`;
  tip.style.top = `${(above >= EDGE ? above : box.bottom + GAP) + scrollY}px`;
}

function hide() {
  clearTimeout(leaving);
  shown = null;
  tip.hidden = true;
}

const leave = () => {
  clearTimeout(leaving);
  leaving = window.setTimeout(hide, LEAVE);
};

for (const term of document.querySelectorAll<HTMLAnchorElement>(".tp-term")) {
  term.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && show(term));
  term.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && leave());
  term.addEventListener("focus", () => term.matches(":focus-visible") && show(term));
  term.addEventListener("blur", hide);
  let touched = false;
  term.addEventListener("pointerdown", (event) => (touched = event.pointerType !== "mouse"));
  term.addEventListener("click", (event) => {
    if (!touched || shown === term) return;
    event.preventDefault();
    show(term);
  });
}
tip.addEventListener("pointerenter", () => clearTimeout(leaving));
tip.addEventListener("pointerleave", leave);
addEventListener("keydown", (event) => event.key === "Escape" && hide());
addEventListener("pointerdown", (event) => {
  if (shown && !tip.contains(event.target as Node) && !shown.contains(event.target as Node)) hide();
});
