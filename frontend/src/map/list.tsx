/**
 * The searchable list of native buttons: it holds every region, and the figure mirrors it. In a narrow
 * container it stands closed until asked for or searched, so that the figure is on the first screen. What is
 * chosen is listed below the figure: nothing above it may change under a finger.
 */
import { useRef, useState } from "preact/hooks";
import { SIDES } from "../atlas";
import { useId } from "../ids";
import { type Kind, type Region, search, type Sided, sided, split } from "../regions";

/** Put the focus on the list entry of a region; where it is not to be seen, on the search. */
export function focusEntry(root: HTMLElement | null, kind: Kind, key: Sided) {
  const { side, id } = split(key);
  const list = root?.querySelector(`[data-list="${kind}"]`);
  const entries = [...(list?.querySelectorAll<HTMLElement>(`button[data-${kind}="${id}"]`) ?? [])];
  const entry = entries.find((one) => one.dataset.side === side) ?? entries[0];
  (entry?.checkVisibility() ? entry : list?.querySelector<HTMLElement>("input"))?.focus();
}

interface Props {
  kind: Kind;
  all: Region[];
  /** Sided ids that are pressed; without sides, plain ids. */
  pressed: ReadonlySet<string>;
  /** One button a region, or one for each of its sides. */
  sides: boolean;
  label: string;
  locked?: boolean;
  /** Whether a search finds muscles by where their pain is described, too. */
  byPain?: boolean;
  onChoose(key: Sided | string): void;
  say(message: string): void;
}

export function RegionList(props: Props) {
  const { kind, all, pressed, sides, label, locked = false, byPain = false, onChoose, say } = props;
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState(false);
  const id = useId();
  const body = useRef<HTMLDivElement>(null);
  const found = search(all, query, byPain);
  const parts = [...new Set(found.map((region) => region.part))];
  const count = `${found.length} of ${all.length} ${kind}s`;

  const look = (text: string) => {
    setQuery(text);
    if (text.trim()) say(`${search(all, text, byPain).length} of ${all.length} ${kind}s match.`);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      event.preventDefault();
      const entries = [...(body.current?.querySelectorAll<HTMLElement>("button") ?? [])];
      entries.find((entry) => entry.checkVisibility())?.focus();
    } else if (event.key === "Escape" && query) {
      event.stopPropagation();
      look("");
    }
  };
  return (
    <div class="tp-list" role="group" aria-label={label} data-list={kind} data-closed={!open && !query.trim()}>
      <label class="tp-label" for={id}>
        {label}
      </label>
      <input
        id={id}
        type="search"
        autocomplete="off"
        spellcheck={false}
        placeholder={kind === "zone" ? "Search, such as temple" : "Search, such as trapezius"}
        aria-describedby={`${id}-count`}
        value={query}
        onInput={(event) => look(event.currentTarget.value)}
        onKeyDown={keys}
      />
      <p id={`${id}-count`} class="tp-hint tp-count">
        {query ? count : `${all.length} ${kind}s, head to toe`}
      </p>
      <button
        type="button"
        class="tp-show-all"
        data-action="show-all"
        aria-expanded={open}
        aria-controls={`${id}-entries`}
        onClick={() => setOpen(!open)}
      >
        {open ? "Hide the list" : `Show all ${all.length} ${kind}s`}
      </button>
      <div class="tp-list-body" id={`${id}-entries`} ref={body}>
        {parts.map((part) => (
          <section key={part} aria-labelledby={`${id}-${part.replaceAll(" ", "-")}`}>
            <p class="tp-part" id={`${id}-${part.replaceAll(" ", "-")}`}>
              {part}
            </p>
            <ul>
              {found
                .filter((region) => region.part === part)
                .map((region) => (
                  <li key={region.id} class={sides ? "tp-row" : undefined}>
                    {sides ? (
                      <>
                        <span>
                          <span aria-hidden="true">{region.name}</span>
                          {region.by && <span class="tp-by"> pain described at: {region.by}</span>}
                        </span>
                        {SIDES.map((side) => (
                          <button
                            key={side}
                            type="button"
                            data-muscle={kind === "muscle" ? region.id : undefined}
                            data-zone={kind === "zone" ? region.id : undefined}
                            data-side={side}
                            aria-pressed={pressed.has(sided(side, region.id))}
                            aria-disabled={locked}
                            onClick={() => !locked && onChoose(sided(side, region.id))}
                          >
                            <span class="tp-unseen">{region.name}, </span>
                            {side}
                          </button>
                        ))}
                      </>
                    ) : (
                      <button
                        type="button"
                        data-muscle={kind === "muscle" ? region.id : undefined}
                        data-zone={kind === "zone" ? region.id : undefined}
                        aria-pressed={pressed.has(region.id)}
                        onClick={() => onChoose(region.id)}
                      >
                        {region.name}
                        {region.by && <span class="tp-by"> pain described at: {region.by}</span>}
                      </button>
                    )}
                  </li>
                ))}
            </ul>
          </section>
        ))}
        {!found.length && <p>Nothing matches “{query}”. Try a shorter word, or an everyday one.</p>}
      </div>
    </div>
  );
}
