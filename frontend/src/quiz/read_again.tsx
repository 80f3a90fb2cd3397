/** The sections of this page that the questions that were not right go back to. */
import { isMissed, type Standing } from "./state";

export function ReadAgain({ all }: { all: readonly Standing[] }) {
  const ids = new Set(all.filter(isMissed).map(({ item }) => item.section));
  // A notebook has the questions without the chapter: there is nothing to lead to.
  const found = [...ids].flatMap((id) => {
    const title = id && titleOf(id);
    return title ? [[id, title] as const] : [];
  });
  if (!found.length) return null;
  return (
    <div class="tp-read-again">
      <p class="tp-label">Read again</p>
      <ul>
        {found.map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What a section is called: what it says itself (a claim, with its verdict), else its heading without its links. */
export function titleOf(id: string): string | undefined {
  const section = document.getElementById(id);
  if (section?.dataset.called) return section.dataset.called;
  const heading = section?.querySelector("h1, h2, h3, h4, h5, h6");
  const words = [...(heading?.childNodes ?? [])].filter((node) => !(node instanceof HTMLAnchorElement));
  return words.map((node) => node.textContent).join("").trim() || undefined;
}
