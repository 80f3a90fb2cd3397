/** Where does it hurt? Zones, then the safety checklist, and only then candidate muscles. */
import type { ComponentChildren } from "preact";
import { useMemo, useRef } from "preact/hooks";
import { afterAllWhoStayed, useAfterPaint } from "../after_paint";
import type { Look } from "../address/shown";
import type { Loaded, RedFlag, View } from "../atlas";
import type { Candidate } from "../finder";
import { useId } from "../ids";
import { useNewest } from "../newest";
import { type Mark, pathKey } from "../map/drawing";
import { Figure } from "../map/figure";
import { focusEntry, RegionList } from "../map/list";
import { Picks } from "../map/picks";
import { SkipLink } from "../map/skip";
import { regions, type Sided, sidedName, split } from "../regions";
import { bring } from "../scroll";
import { Candidates } from "./candidates";
import { Checklist } from "./checklist";
import type { Progress } from "./progress";
import { Turn } from "./turn";

interface Props {
  loaded: Loaded;
  zones: string[];
  /** The signs to ask for with these zones. */
  flags: readonly RedFlag[];
  step: Progress["step"];
  /** Those to show in the last step. */
  muscles(): readonly Candidate[];
  progress: Progress;
  view?: View | null;
  onZones(zones: string[]): void;
  onProgress(progress: Progress): void;
  onMuscle(id: string): void;
  onCompare(pair: readonly [string, string]): void;
  look?: Look;
  onLook?(look: Look): void;
  share: ComponentChildren;
  say(message: string): void;
}

export function Hurts(props: Props) {
  const { loaded, zones, flags, step, muscles, progress, view, onZones, onProgress, onMuscle, onCompare } = props;
  const { atlas } = loaded;
  const all = useMemo(() => regions(atlas, "zone"), [atlas]);
  const names = useMemo(() => new Map(all.map((region) => [region.id, region])), [all]);
  const known = zones.filter((key) => Object.hasOwn(atlas.zones, split(key).id));
  const chosen = new Set(known.map((key) => split(key).id));
  const { answers } = progress;
  const root = useRef<HTMLDivElement>(null);
  const uid = useId();

  const nameOf = useMemo(
    () => (key: string) => {
      const region = names.get(split(key).id);
      return region && sidedName(region, split(key).side);
    },
    [names],
  );
  const say = useNewest(props.say);
  const touched = useRef(false); // the figure was, and not the list
  const choose = (key: string) => {
    const on = !known.includes(key);
    onZones(on ? [...known, key] : known.filter((other) => other !== key));
    const total = known.length + (on ? 1 : -1);
    onProgress({ ...progress, step: total ? step : "zones" });
    const more = total && step !== "zones" ? " Your safety answers are kept." : "";
    say(`${nameOf(key)}, ${on ? "selected" : "not selected"}. ${total} chosen.${more}`);
  };
  const fromList = useNewest((key: string) => {
    touched.current = false;
    choose(key);
  });
  const fromFigure = useNewest((key: string) => {
    touched.current = true;
    choose(key);
  });
  const onLook = useNewest((next: Look) => props.onLook?.(next));
  const came = useRef(false); // to this step from another one, and not back to it
  const go = (next: Progress, message: string) => {
    came.current = true;
    onProgress(next);
    say(message);
    afterAllWhoStayed(() => {
      const next = document.getElementById(`${uid}-next`);
      // Left to itself a browser shows the middle of what is tall: the most urgent signs would be out of sight.
      next?.focus({ preventScroll: true });
      next?.scrollIntoView({ block: "start" });
    });
  };
  const seeFigure = () => {
    const picture = document.getElementById(`${uid}-picture`);
    picture?.focus({ preventScroll: true });
    bring(picture);
  };
  // An answer in the checklist changes neither the list nor the figure: they are not drawn again for it.
  const pressed = useMemo(() => new Set(known), [known.join()]);
  // What was touched answers at once, list or figure; the other follows.
  const drawn = useAfterPaint(pressed);
  const [listed, figured] = touched.current ? [drawn, pressed] : [pressed, drawn];
  const list = useMemo(
    () => (
      <RegionList
        kind="zone"
        all={all}
        pressed={listed}
        sides
        label="Search for a place"
        after={
          <button type="button" data-action="see-figure" onClick={seeFigure}>
            See it on the figure and go on
          </button>
        }
        onChoose={fromList}
        say={say}
      />
    ),
    [all, listed],
  );
  const arrived = Object.keys(loaded.figures).length;
  const figure = useMemo(
    () => (
      <Figure
        loaded={loaded}
        scene={{
          kind: "zone",
          pressed: figured,
          marks: new Map([...figured].map((key) => [pathKey("zone", key), "chosen" as Mark])),
          locked: false,
          name: nameOf,
        }}
        order={all}
        label="Zones on the body"
        view={view ?? atlas.zones[split([...figured][0] ?? "").id]?.views[0]}
        look={props.look}
        onLook={onLook}
        onChoose={fromFigure}
        onLeave={(key: Sided) => focusEntry(root.current, "zone", key)}
        say={say}
      />
    ),
    [loaded, arrived, all, figured, view, props.look],
  );
  const warnings = [...new Set(known.map((key) => atlas.zones[split(key).id]?.warning).filter(Boolean))];
  return (
    <div class="tp-map" ref={root} data-step={step}>
      <div class="tp-side">
        <SkipLink text="Skip the list" to={`${uid}-picture`} />
        {list}
      </div>
      <div class="tp-picture" id={`${uid}-picture`} tabIndex={-1}>
        <SkipLink text="Skip the figure" to={`${uid}-next`} />
        {figure}
      </div>
      <div class="tp-after-figure tp-steps" id={`${uid}-next`} tabIndex={-1}>
        <Picks keys={known} nameOf={nameOf} onRemove={fromList} />
        {warnings.map((warning) => (
          <p key={warning} class="tp-caution">
            <span aria-hidden="true">⚠ </span>
            {warning}
          </p>
        ))}
        <Turn of={step}>
          {step === "zones" && (
            <button
              type="button"
              class="tp-primary"
              aria-disabled={!known.length}
              onClick={() =>
                known.length
                  ? go({ ...progress, step: "questions" }, `Safety check: ${flags.length} signs.`)
                  : say("Choose at least one zone first.")
              }
            >
              Next: safety check
            </button>
          )}
          {step === "questions" && (
            <Checklist
              flags={flags}
              atlas={atlas}
              answers={answers}
              asked={progress.asked}
              say={say}
              onAnswers={(next) => onProgress({ ...progress, step: "questions", answers: next })}
              onDone={(next) =>
                go(
                  { step: "muscles", answers: next, asked: flags.map((flag) => flag.id) },
                  `${muscles().length} candidate muscles.`,
                )
              }
            />
          )}
          {step === "muscles" && (
            <Candidates
              muscles={muscles()}
              atlas={atlas}
              readOn={(loaded.readOn ?? []).filter((page) => !page.zones.length || page.zones.some((zone) => chosen.has(zone)))}
              flags={flags.filter((flag) => answers[flag.id])}
              onMuscle={onMuscle}
              onCompare={onCompare}
              gradual={came.current}
              onBack={() => go({ ...progress, step: "questions" }, "Safety check.")}
            />
          )}
        </Turn>
        {known.length > 0 && props.share}
      </div>
    </div>
  );
}
