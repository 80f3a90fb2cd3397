/**
 * The searchable list of native buttons: it holds every region, and the figure mirrors it. In a narrow
 * container it stands closed until asked for or searched, so that the figure is on the first screen. What is
 * chosen is listed below the figure: nothing above it may change under a finger.
 */
import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { afterPaint } from "../after_paint";
import { useId } from "../ids";
import { useNewest } from "../newest";
import { type Kind, type Region, type Sided, split } from "../regions";
import { type Found, searcher } from "../search";
import { Entry } from "./entry";

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
  /** Below the open list. */
  after?: ComponentChildren;
  onChoose(key: Sided | string): void;
  say(message: string): void;
}

export function RegionList(props: Props) {
  const { kind, all, pressed, label, byPain = false, say } = props;
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState(false);
  const id = useId();
  const body = useRef<HTMLDivElement>(null);
  const search = useMemo(() => searcher(all, byPain), [all, byPain]);
  const asked = query.trim() !== "";
  const found = useMemo(() => search(query), [search, query]);
  const groups = useMemo(() => (asked ? byMatch(found) : byPart(all)), [asked, found, all]);
  const onChoose = useNewest(props.onChoose);
  const tell = ({ named, pained, side }: typeof found) =>
    `${named.length + pained.length} of ${all.length} ${kind}s${props.sides && side ? `, ${side} side` : ""}`;

  // What was chosen on the figure is shown in the list as well; only the list itself may move for that.
  const latest = [...pressed].at(-1);
  const follow = () => {
    const box = body.current;
    const entry = [...(box?.querySelectorAll<HTMLElement>("button[aria-pressed=true]") ?? [])].at(-1);
    if (!box || !entry || box.contains(document.activeElement)) return;
    const [inner, outer] = [entry.getBoundingClientRect(), box.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom)
      box.scrollTop += inner.top + inner.height / 2 - outer.top - outer.height / 2;
  };
  useEffect(() => afterPaint(follow), [latest]);

  const look = (text: string) => {
    setQuery(text);
    if (text.trim()) say(`${tell(search(text))} match.`);
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
    <div class="tp-list" role="group" aria-label={label} data-list={kind} data-closed={!open && !asked}>
      <label class="tp-label" for={id}>
        {label}
      </label>
      <input
        id={id}
        type="search"
        autocomplete="off"
        spellcheck={false}
        placeholder={kind === "zone" ? "Search, such as left temple" : "Search, such as trapezius"}
        aria-describedby={`${id}-count`}
        value={query}
        onInput={(event) => look(event.currentTarget.value)}
        onKeyDown={keys}
      />
      <p id={`${id}-count`} class="tp-hint tp-count">
        {asked ? tell(found) : `${all.length} ${kind}s, head to toe`}
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
        {groups.map(({ title, regions }, at) => (
          <section key={title} aria-labelledby={title && `${id}-group-${at}`}>
            {title && (
              <p class="tp-part" id={`${id}-group-${at}`}>
                {title}
              </p>
            )}
            <ul>
              {regions.map((region) => (
                <Entry
                  key={region.id}
                  kind={kind}
                  region={region}
                  pressed={pressed}
                  sides={props.sides}
                  side={asked ? found.side : undefined}
                  locked={props.locked}
                  onChoose={onChoose}
                />
              ))}
            </ul>
          </section>
        ))}
        {!groups.length && (
          <p>
            Nothing matches “{query}”. Try a shorter word, or{" "}
            {kind === "zone" ? "the name of a place, such as forehead or knee, and not that of an illness." : "another name."}
          </p>
        )}
      </div>
      {props.after && <div class="tp-after-list">{props.after}</div>}
    </div>
  );
}

interface Group {
  title?: string;
  regions: Found[];
}

const byPart = (all: readonly Region[]): Group[] =>
  [...new Set(all.map((region) => region.part))].map((part) => ({
    title: part,
    regions: all.filter((region) => region.part === part),
  }));

const byMatch = ({ named, pained }: { named: Found[]; pained: Found[] }): Group[] =>
  [
    { title: pained.length ? "By name" : undefined, regions: named },
    { title: "By where the pain is described", regions: pained },
  ].filter((group) => group.regions.length > 0);
