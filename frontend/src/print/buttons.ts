/** A button below each sheet, and in the record of each muscle of a region, that prints it alone. */
import "../styles/alone.css";
import "../styles/sheets.css";
import { printAlone } from "./alone";

/** Add the button `text` to the end of `place`; it prints `part`, named by its heading. */
function add(text: string, part: Element, place: Element, withIt: Iterable<Element> = []) {
  const title = part.querySelector("h3")!.firstChild!.textContent!.trim();
  const button = Object.assign(document.createElement("button"), {
    type: "button",
    className: "tp-print-alone",
    textContent: text,
  });
  button.setAttribute("aria-label", `${text}: ${title}`);
  button.addEventListener("click", () => printAlone(part, ...withIt));
  place.append(button);
}

for (const sheet of document.querySelectorAll(".tp-sheet")) add("Print this sheet", sheet, sheet);

// A muscle's plate is drawn from what the page shares, and read with its legend.
const plates = document.querySelectorAll(".tp-pl-shared, .tp-pl-legend");
for (const record of document.querySelectorAll("section > .tp-record"))
  add("Print this muscle", record.parentElement!, record, plates);
