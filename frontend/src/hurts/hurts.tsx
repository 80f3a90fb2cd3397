/** Where does it hurt? Zones, then the safety questions, and only then candidate muscles. */
import { useMemo, useRef } from "preact/hooks";
import type { Loaded, View } from "../atlas";
import { find } from "../finder";
import { useId } from "../ids";
import { type Mark, pathKey } from "../map/drawing";
import { Figure } from "../map/figure";
import { focusEntry, RegionList } from "../map/list";
import { SkipLink } from "../map/skip";
import { regions, type Sided, sidedName, split } from "../regions";
import { Candidates } from "./candidates";
import { RedFlags } from "./red_flags";

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

/** How far the finder is, and the red flags answered with yes. */
export interface Progress {
  step: "zones" | "questions" | "muscles";
  yes: readonly string[];
}
export const START: Progress = { step: "zones", yes: [] };

export function Hurts({ loaded, zones, progress, view, onZones, onProgress, onMuscle, say }: Props) {
  const { atlas } = loaded;
  const all = useMemo(() => regions(atlas, "zone"), [atlas]);
  const names = useMemo(() => new Map(all.map((region) => [region.id, region])), [all]);
  const known = zones.filter((key) => Object.hasOwn(atlas.zones, split(key).id));
  const finding = useMemo(() => find(atlas, known.map((key) => split(key).id)), [atlas, known.join()]);
  const { step, yes } = progress;
  const root = useRef<HTMLDivElement>(null);
  const uid = useId();

  const nameOf = (key: string) => {
    const region = names.get(split(key).id);
    return region && sidedName(region, split(key).side);
  };
  const choose = (key: string) => {
    const on = !known.includes(key);
    onZones(on ? [...known, key] : known.filter((other) => other !== key));
    onProgress(START);
    const total = known.length + (on ? 1 : -1);
    say(`${nameOf(key)}, ${on ? "selected" : "not selected"}. ${total} chosen.`);
  };
  const go = (next: Progress, message: string) => {
    onProgress(next);
    say(message);
    requestAnimationFrame(() => document.getElementById(`${uid}-next`)?.focus());
  };
  const pressed = new Set(known);
  const warnings = [...new Set(known.map((key) => atlas.zones[split(key).id]?.warning).filter(Boolean))];
  const flags = finding.red_flags;
  return (
    <div class="tp-map" ref={root} data-step={step}>
      <div class="tp-side">
        <SkipLink text="Skip the list" to={`${uid}-picture`} />
        <RegionList kind="zone" all={all} pressed={pressed} sides label="Where does it hurt?" onChoose={choose} say={say} />
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
        <p class="tp-picks">
          <strong>Chosen:</strong> {known.map(nameOf).join("; ") || "nothing yet"}
        </p>
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
                ? go({ step: "questions", yes: [] }, `${flags.length} safety questions.`)
                : say("Choose at least one zone first.")
            }
          >
            Next: safety questions
          </button>
        )}
        {step === "questions" && (
          <RedFlags
            key={known.join()}
            flags={flags}
            reviewed={atlas.reviewed_by_clinician ?? null}
            say={say}
            onDone={(found) => go({ step: "muscles", yes: found }, `${finding.muscles.length} candidate muscles.`)}
          />
        )}
        {step === "muscles" && (
          <Candidates
            finding={finding}
            atlas={atlas}
            flags={flags.filter((flag) => yes.includes(flag.id))}
            onMuscle={onMuscle}
          />
        )}
      </div>
    </div>
  );
}
