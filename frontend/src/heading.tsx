/** Headings one level below the last heading of the page's own above the widget, so that its outline holds. */
import { createContext, h, type ComponentChildren } from "preact";
import { useContext } from "preact/hooks";

const Level = createContext(3);
export const HeadingLevel = Level.Provider;

export function levelAt(el: Element): number {
  const above = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(
    (heading) => heading.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING && !heading.closest(".tp-host"),
  );
  const last = above.at(-1);
  return last ? Math.min(6, Number(last.tagName[1]) + 1) : 2;
}

export function Heading({ below = 0, id, children }: { below?: number; id?: string; children: ComponentChildren }) {
  return h(`h${Math.min(6, useContext(Level) + below)}`, { class: "tp-heading", id, tabIndex: -1 }, children);
}
