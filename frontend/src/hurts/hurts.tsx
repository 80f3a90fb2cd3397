/** Where does it hurt? Zones, then the safety checklist, and only then candidate muscles. */
import { useMemo, useRef } from "preact/hooks";
import type { Loaded, View } from "../atlas";
import { find } from "../finder";
import { useId } from "../ids";
import { type Mark, pathKey } from "../map/drawing";
import { Figure } from "../map/figure";
import { focusEntry, RegionList } from "../map/list";
import { Picks } from "../map/picks";
import { SkipLink } from "../map/skip";
import { regions, type Sided, sidedName, split } from "../regions";
import { type Answers, cleared } from "./answers";
import { Candidates } from "./candidates";
import { Checklist } from "./checklist";

interface Props {
  loaded: Loaded;
  zones: string[];
  progress: Progress;
  view?: View | null;
  onZones(zones: string[]): void;
  onProgress(progress: Progress): void;
  onMuscle(id: string): void;
  say(message: string): void;
}

/** How far the finder is, and what was answered in the checklist. */
export interface Progress {
  step: "zones" | "questions" | "muscles";
  answers: Answers;
}
export const START: Progress = { step: "zones", answers: {} };

export function Hurts({ loaded, zones, progress, view, onZones, onProgress, onMuscle, say }: Props) {
  const { atlas } = loaded;
  const all = useMemo(() => regions(atlas, "zone"), [atlas]);
  const names = useMemo(() => new Map(all.map((region) => [region.id, region])), [all]);
  const known = zones.filter((key) => Object.hasOwn(atlas.zones, split(key).id));
  const finding = useMemo(() => find(atlas, known.map((key) => split(key).id)), [atlas, known.join()]);
  const flags = finding.red_flags;
  const { answers } = progress;
  // Another zone may bring signs that were not asked yet: then the checklist is back.
  const step = progress.step === "muscles" && !cleared(flags, answers) ? "questions" : progress.step;
  const root = useRef<HTMLDivElement>(null);
  const uid = useId();

  const nameOf = (key: string) => {
    const region = names.get(split(key).id);
    return region && sidedName(region, split(key).side);
  };
  const choose = (key: string) => {
    const on = !known.includes(key);
    onZones(on ? [...known, key] : known.filter((other) => other !== key));
    const total = known.length + (on ? 1 : -1);
    onProgress(total ? { ...progress, step } : { ...progress, step: "zones" });
    const more = total && step !== "zones" ? " Your safety answers are kept." : "";
    say(`${nameOf(key)}, ${on ? "selected" : "not selected"}. ${total} chosen.${more}`);
  };
  const go = (next: Progress, message: string) => {
    onProgress(next);
    say(message);
    requestAnimationFrame(() => {
      const next = document.getElementById(`${uid}-next`);
      // Left to itself a browser shows the middle of what is tall: the most urgent signs would be out of sight.
      next?.focus({ preventScroll: true });
      next?.scrollIntoView({ block: "start" });
    });
  };
  const pressed = new Set(known);
  const warnings = [...new Set(known.map((key) => atlas.zones[split(key).id]?.warning).filter(Boolean))];
  return (
    <div class="tp-map" ref={root} data-step={step}>
      <div class="tp-side">
        <SkipLink text="Skip the list" to={`${uid}-picture`} />
        <RegionList kind="zone" all={all} pressed={pressed} sides label="Search for a place" onChoose={choose} say={say} />
      </div>
      <div class="tp-picture" id={`${uid}-picture`} tabIndex={-1}>
        <SkipLink text="Skip the figure" to={`${uid}-next`} />
        <Figure
          loaded={loaded}
          scene={{
            kind: "zone",
            pressed,
            marks: new Map(known.map((key) => [pathKey("zone", key), "chosen" as Mark])),
            locked: false,
            name: nameOf,
          }}
          order={all}
          label="Zones on the body"
          view={view ?? atlas.zones[split(known[0] ?? "").id]?.views[0]}
          onChoose={choose}
          onLeave={(key: Sided) => focusEntry(root.current, "zone", key)}
          say={say}
        />
      </div>
      <div class="tp-after-figure tp-steps" id={`${uid}-next`} tabIndex={-1}>
        <Picks keys={known} nameOf={nameOf} onRemove={choose} />
        {warnings.map((warning) => (
          <p key={warning} class="tp-caution">
            <span aria-hidden="true">⚠ </span>
            {warning}
          </p>
        ))}
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
            say={say}
            onAnswers={(next) => onProgress({ step: "questions", answers: next })}
            onDone={(next) => go({ step: "muscles", answers: next }, `${finding.muscles.length} candidate muscles.`)}
          />
        )}
        {step === "muscles" && (
          <Candidates
            finding={finding}
            atlas={atlas}
            flags={flags.filter((flag) => answers[flag.id])}
            onMuscle={onMuscle}
            onBack={() => go({ step: "questions", answers }, "Safety check.")}
          />
        )}
      </div>
    </div>
  );
}
