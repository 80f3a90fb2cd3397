/** The body map: explore a muscle, start from where it hurts, or see two muscles beside each other. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { afterAll, useAfterPaint, useAhead } from "./after_paint";
import { type Arrival, fromHash, leftOut } from "./address/hash";
import { Share } from "./address/share";
import type { Look, Shown } from "./address/shown";
import { useAddress } from "./address/use_address";
import type { Loaded, RedFlag } from "./atlas";
import { Compare } from "./compare/compare";
import { Explore } from "./explore/explore";
import { type Candidate, candidates as candidatesFor, redFlags } from "./finder";
import { Help } from "./help";
import { Hurts } from "./hurts/hurts";
import { standing, START, stepOf, toAsk } from "./hurts/progress";
import { StopBar } from "./hurts/stop_bar";
import { Segmented } from "./map/segmented";
import type { BodyMapProps } from "./model";
import { split, withSides } from "./regions";
import { reveal } from "./scroll";
import { useStatus } from "./status";

interface Props {
  loaded: Loaded;
  props: BodyMapProps;
  /** In a page: which of its maps this is, from 1. */
  place?: number;
}
const NONE: readonly Candidate[] = [];
const PRIVATE = "The link holds the places you chose, never your safety answers.";

export function BodyMap({ loaded, props, place }: Props) {
  const { atlas } = loaded;
  const { element: status, say } = useStatus();
  const linked = useMemo(() => (place === undefined ? undefined : fromHash(location.hash, atlas, place)), []);
  const [shown, setShown] = useState<Shown>(() => linked?.shown ?? startOf(props));
  /** How a link, or the page, wants the figure to be looked at; another link makes another figure. */
  const [wanted, setWanted] = useState<{ number: number; look?: Look }>({
    number: 0,
    look: linked?.look ?? props.look ?? undefined,
  });
  const [progress, setProgress] = useState(START);
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLElement | null>(null);
  const set = (change: Partial<Shown>) => {
    setShown((old) => ({ ...old, ...change }));
    if (change.mode && change.mode !== shown.mode) setWanted(({ number }) => ({ number })); // a link means its own mode
  };
  const { mode, muscle, zones } = shown;
  const drawnMode = useAfterPaint(mode);

  const address = useAddress({ place, atlas, shown, onArrive: (arrival) => arrive(arrival) });
  const arrive = ({ shown: next, look, missing }: Arrival) => {
    const closed = shown.pair && !next.pair;
    // Back and forward between what covers and what is covered leave the figure as it is.
    const same = next.mode === mode && (mode === "hurts" || next.muscle === muscle) && (closed || !look.scale);
    if (!same) setWanted(({ number }) => ({ number: number + 1, look }));
    // A link to the finder does not speak of the muscle that was chosen before.
    setShown(next.mode === "hurts" ? { ...next, muscle, point: shown.point } : next);
    if (closed) closing();
    else if (next.mode === "hurts" && mode === "explore" && candidates.length) toRow();
    say(leftOut(missing) || (next.pair || closed ? "" : "Shown as in the link."));
  };

  const places = zones.map((key) => split(key).id).filter((id) => Object.hasOwn(atlas.zones, id));
  const flags = useMemo(() => redFlags(atlas, places), [atlas, places.join()]);
  const asked = toAsk(atlas, flags, progress.answers);
  const stop = standing(atlas, progress.answers);
  const step = stepOf(progress, asked, places.length);
  const muscles = useAhead(() => candidatesFor(atlas, places), [atlas, places.join()]);
  const candidates = step === "muscles" ? muscles() : NONE;
  const pair = shown.pair && ([atlas.muscles[shown.pair[0]]!, atlas.muscles[shown.pair[1]]!] as const);

  /** Go to what is meant once it is there. */
  const goTo = (focus: string, top: string) =>
    afterAll(() => {
      const find = (selector: string) => root.current?.querySelector<HTMLElement>(selector);
      find(focus)?.focus({ preventScroll: true });
      root.current?.scrollIntoView(); // what stays on the screen while the page moves is not where it seems
      find(top)?.scrollIntoView({ block: "start" });
      reveal(find(focus));
    });
  const sideThatHurts = () => (zones.length ? { side: split(zones[0]!).side } : {});
  const open = (id: string) => {
    address.cover();
    set({ mode: "explore", muscle: id, point: null, ...sideThatHurts() });
    say(`${atlas.muscles[id]?.english_name} opened in “Explore a muscle”.`);
    goTo(".tp-card .tp-heading", ".tp-picture");
  };
  const toAdvice = (flag: RedFlag) => {
    set({ mode: "hurts", pair: null });
    say(`${atlas.actions[flag.action].heading}: the advice is shown.`);
    goTo(`[data-sign="${flag.id}"]`, `[data-red-flag="${flag.id}"]`);
  };
  const toRow = () => {
    const row = `[data-candidate="${muscle}"]`;
    const here = candidates.some((one) => one.id === muscle) ? row : "[data-candidate]";
    say(`${candidates.length} candidate muscles.`);
    goTo(here, here);
  };
  const back = () => {
    if (address.uncover()) return;
    set({ mode: "hurts" });
    toRow();
  };

  const compare = (next: readonly [string, string]) => {
    opener.current = document.activeElement as HTMLElement | null;
    address.cover();
    set({ pair: next });
    say(`Comparing ${next.map((id) => atlas.muscles[id]?.english_name).join(" with ")}.`);
  };
  const closing = () => {
    say("Comparison closed.");
    requestAnimationFrame(() => {
      const instead = ".tp-card .tp-heading, [data-action=compare]";
      const to = opener.current?.isConnected ? opener.current : root.current?.querySelector<HTMLElement>(instead);
      to?.focus({ preventScroll: true });
      to?.scrollIntoView({ block: "center" });
    });
  };
  const close = () => {
    if (address.uncover()) return;
    set({ pair: null });
    closing();
  };

  useEffect(() => {
    if (!linked) return;
    say(leftOut(linked.missing));
    // Whoever comes back, or loads the page again, is where they were already.
    const [how] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    if (how && how.type !== "navigate") return;
    if (linked.shown.pair) goTo(".tp-compare .tp-heading", ".tp-compare");
    else goTo(linked.shown.muscle ? ".tp-card .tp-heading" : ".tp-picture", ".tp-picture");
  }, []);

  const share = <Share link={address.link} note={mode === "hurts" ? PRIVATE : undefined} say={say} />;
  return (
    <div class="tp-body-map" data-mode={mode} data-stopped={stop && mode === "explore" ? "" : undefined} ref={root}>
      <Segmented
        label="What do you want to do?"
        name="mode"
        options={[["explore", "Explore a muscle"], ["hurts", "Where does it hurt?"]]}
        value={mode}
        onChange={(next) => {
          address.stay();
          if (next === "hurts" && stop) return toAdvice(stop);
          set({ mode: next, pair: null, ...(next === "explore" && mode === "hurts" ? sideThatHurts() : {}) });
          say(next === "explore" ? "Explore a muscle." : "Where does it hurt?");
        }}
      />
      {stop && <StopBar flag={stop} heading={atlas.actions[stop.action].heading} onAdvice={() => toAdvice(stop)} />}
      {pair && (
        <Compare
          loaded={loaded}
          pair={pair}
          side={shown.side}
          focus={opener.current !== null}
          share={share}
          onClose={close}
          say={say}
        />
      )}
      <div hidden={pair !== null} key={wanted.number}>
        {drawnMode === "explore" ? (
          <Explore
            loaded={loaded}
            choice={shown}
            view={props.view}
            look={wanted.look}
            onLook={address.onLook}
            candidates={candidates}
            share={!pair && share}
            onCandidates={back}
            onChoice={set}
            onCompare={compare}
            say={say}
          />
        ) : (
          <Hurts
            loaded={loaded}
            zones={zones}
            flags={asked}
            step={step}
            muscles={muscles}
            progress={progress}
            view={props.view}
            look={wanted.look}
            onLook={address.onLook}
            share={!pair && share}
            onZones={(next) => set({ zones: next })}
            onProgress={setProgress}
            onMuscle={open}
            onCompare={compare}
            say={say}
          />
        )}
      </div>
      <Help />
      {status}
    </div>
  );
}

/** What the page or the notebook asks for, where no link does. */
function startOf({ mode = "explore", muscle = null, zones = [] }: BodyMapProps): Shown {
  const keys = zones.flatMap(withSides);
  return { mode, muscle, point: null, side: keys[0] ? split(keys[0]).side : "left", zones: keys, pair: null };
}
