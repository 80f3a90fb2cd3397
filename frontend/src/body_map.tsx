/** The body map: explore a muscle, or start from where it hurts. */
import { useMemo, useRef, useState } from "preact/hooks";
import type { Loaded, RedFlag } from "./atlas";
import { Explore } from "./explore/explore";
import { find } from "./finder";
import { Hurts } from "./hurts/hurts";
import { standing, START, stepOf, toAsk } from "./hurts/progress";
import { StopBar } from "./hurts/stop_bar";
import { HEADINGS } from "./hurts/words";
import { Segmented } from "./map/segmented";
import type { BodyMapProps } from "./model";
import { split, withSides } from "./regions";
import { useStatus } from "./status";

export function BodyMap({ loaded, props }: { loaded: Loaded; props: BodyMapProps }) {
  const { element: status, say } = useStatus();
  const [mode, setMode] = useState(props.mode ?? "explore");
  const [muscle, setMuscle] = useState(props.muscle ?? null);
  const first = useMemo(() => (props.zones ?? []).flatMap(withSides), []);
  const [zones, setZones] = useState<string[]>(first);

  const [progress, setProgress] = useState(START);
  const root = useRef<HTMLDivElement>(null);

  const { atlas } = loaded;
  const places = zones.map((key) => split(key).id).filter((id) => Object.hasOwn(atlas.zones, id));
  const finding = useMemo(() => find(atlas, places), [atlas, places.join()]);
  const asked = toAsk(atlas, finding.red_flags, progress.answers);
  const stop = standing(atlas, progress.answers);
  const candidates = stepOf(progress, asked, places.length) === "muscles" ? finding.muscles : [];

  /** Change the mode, then go to what is meant in it. */
  const go = (next: "explore" | "hurts", message: string, focus: string, top: string) => {
    setMode(next);
    say(message);
    requestAnimationFrame(() => {
      const find = (selector: string) => root.current?.querySelector<HTMLElement>(selector);
      find(focus)?.focus({ preventScroll: true });
      root.current?.scrollIntoView(); // what stays on the screen while the page moves is not where it seems
      find(top)?.scrollIntoView({ block: "start" });
    });
  };
  const open = (id: string) => {
    setMuscle(id);
    const name = atlas.muscles[id]?.english_name;
    go("explore", `${name} opened in “Explore a muscle”.`, ".tp-card .tp-heading", ".tp-picture");
  };
  const toAdvice = (flag: RedFlag) =>
    go("hurts", `${HEADINGS[flag.action]}: the advice is shown.`, `[data-sign="${flag.id}"]`, `[data-red-flag="${flag.id}"]`);
  const back = () => {
    const row = `[data-candidate="${muscle}"]`;
    const here = candidates.some((one) => one.id === muscle) ? row : "[data-candidate]";
    go("hurts", `${candidates.length} candidate muscles.`, here, here);
  };
  return (
    <div class="tp-body-map" data-mode={mode} ref={root}>
      <Segmented
        label="What do you want to do?"
        name="mode"
        options={[["explore", "Explore a muscle"], ["hurts", "Where does it hurt?"]]}
        value={mode}
        onChange={(next) => {
          if (next === "hurts" && stop) return toAdvice(stop);
          setMode(next);
          say(next === "explore" ? "Explore a muscle." : "Where does it hurt?");
        }}
      />
      {stop && <StopBar flag={stop} onAdvice={() => toAdvice(stop)} />}
      {mode === "explore" ? (
        <Explore
          loaded={loaded}
          muscle={muscle}
          side={zones.length ? split(zones[0]!).side : "left"}
          view={props.view}
          candidates={candidates}
          onCandidates={back}
          onMuscle={setMuscle}
          say={say}
        />
      ) : (
        <Hurts
          loaded={loaded}
          zones={zones}
          progress={progress}
          view={props.view}
          onZones={setZones}
          onProgress={setProgress}
          onMuscle={open}
          say={say}
        />
      )}
      {status}
    </div>
  );
}
