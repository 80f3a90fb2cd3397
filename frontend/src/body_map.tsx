/** The body map: explore a muscle, or start from where it hurts. */
import { useMemo, useRef, useState } from "preact/hooks";
import type { Loaded } from "./atlas";
import { Explore } from "./explore/explore";
import { Hurts, START } from "./hurts/hurts";
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

  const open = (id: string) => {
    setMuscle(id);
    setMode("explore");
    say(`${loaded.atlas.muscles[id]?.english_name} opened in “Explore a muscle”.`);
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(".tp-card .tp-heading")?.focus());
  };
  return (
    <div class="tp-body-map" data-mode={mode} ref={root}>
      <Segmented
        label="What do you want to do?"
        name="mode"
        options={[["explore", "Explore a muscle"], ["hurts", "Where does it hurt?"]]}
        value={mode}
        onChange={(next) => {
          setMode(next);
          say(next === "explore" ? "Explore a muscle." : "Where does it hurt?");
        }}
      />
      {mode === "explore" ? (
        <Explore
          loaded={loaded}
          muscle={muscle}
          side={zones.length ? split(zones[0]!).side : "left"}
          view={props.view}
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
