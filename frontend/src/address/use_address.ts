/**
 * Keeps the address of the page in step with what a body map shows, and the map with the address.
 *
 * What Back does: map sites replace the address while the map is moved, and add an entry to the history only when
 * something opens that feels like another page. So here: choosing muscles, views and layers replaces the address, and
 * Back leaves the page as the reader came; otherwise thirty muscles would be thirty steps to leave it. A comparison, and
 * a muscle opened from the finder, take the place of what was there: they add an entry, and Back, the gesture of a phone,
 * leads back to what they cover. In JupyterLab (no `place`) the address belongs to the notebook and is left alone.
 */
import { useEffect, useRef } from "preact/hooks";
import type { AtlasData } from "../atlas";
import { type Arrival, fromHash, toHash } from "./hash";
import type { Look, Shown } from "./shown";

const PAUSE = 250; // ms: browsers refuse addresses that change a hundred times in half a minute

interface Setting {
  /** Which map of its page it is, from 1; undefined where it must leave the address alone. */
  place: number | undefined;
  atlas: AtlasData;
  shown: Shown;
  onArrive(arrival: Arrival): void;
}

export function useAddress({ place, atlas, shown, onArrive }: Setting) {
  const look = useRef<Look>({});
  const timer = useRef(0);
  const opening = useRef(false);
  const arrive = useRef(onArrive);
  arrive.current = onArrive;
  const now = useRef(shown);
  const before = now.current;
  now.current = shown;

  const hash = (what = now.current) => toHash(what, look.current, place ?? 1);
  const write = (how: "pushState" | "replaceState" = "replaceState", what?: Shown) => {
    window.clearTimeout(timer.current);
    if (place === undefined) return;
    try {
      history[how](how === "pushState" ? { opened: true } : history.state, "", hash(what));
    } catch {
      // A page that may not change its address still works; its link can be copied.
    }
  };
  const soon = () => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(write, PAUSE);
  };

  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else if (opening.current) {
      write("replaceState", before); // what Back leads to
      write("pushState");
    } else if (hash() !== location.hash) soon();
    opening.current = false;
  }, [JSON.stringify(shown)]);
  useEffect(() => {
    if (place === undefined) return;
    const read = () => {
      const arrival = fromHash(location.hash, atlas, place);
      window.clearTimeout(timer.current);
      if (arrival) arrive.current(arrival);
    };
    addEventListener("hashchange", read);
    return () => {
      removeEventListener("hashchange", read);
      window.clearTimeout(timer.current);
    };
  }, [place, atlas]);

  return {
    look,
    /** The figure is looked at in another way; its first look is no choice of the reader. */
    onLook(next: Look) {
      const known = look.current.view !== undefined;
      const earlier = hash();
      look.current = next;
      if (known && hash() !== earlier) soon();
    },
    /** What is shown next covers what is shown now: Back leads back to it. */
    cover: () => (opening.current = true),
    /** Go back if this map added the entry; false when there is none to leave. */
    uncover(): boolean {
      if (place === undefined || !(history.state as { opened?: boolean } | null)?.opened) return false;
      history.back();
      return true;
    },
    /** What is shown was chosen in another way, and covers nothing any more. */
    stay() {
      if (place !== undefined && history.state) history.replaceState(null, "");
    },
    /** The address of what is shown; undefined where a link cannot say it. */
    link: () => (place === undefined ? undefined : new URL(hash(), location.href).href),
  };
}
