/** A trigger point in words: where, its referral, what else refers there, and whether it is pressed at all. */
import type { ComponentChildren } from "preact";
import type { AtlasData, TriggerPoint } from "../atlas";
import { HowSure, Said } from "./fact";

interface Props {
  point: TriggerPoint;
  atlas: AtlasData;
  chosen: boolean;
  /** Whether some view shows its muscle. */
  drawn: boolean;
  still: ComponentChildren;
  onChoose(): void;
  /** Show another muscle beside that of the point. */
  onCompare(id: string): void;
}

export function PointCard({ point, atlas, chosen, drawn, still, onChoose, onCompare }: Props) {
  const zone = (id: string) => atlas.zones[id]?.name ?? id;
  const known = point.location.text !== "unsourced";
  const imitators = Object.entries(point.imitators);
  return (
    <section class="tp-point" aria-label={point.label}>
      <button type="button" data-point={point.id} aria-pressed={chosen} onClick={onChoose}>
        {point.label}
      </button>
      {still}
      {!point.pressed && (
        <p class="tp-not-pressed">
          <strong>Shown, not pressed:</strong> students do not press this point.
        </p>
      )}
      {point.caution && (
        <p>
          <strong>Caution:</strong> <Said fact={point.caution} atlas={atlas} />
        </p>
      )}
      <p>
        <strong>Where:</strong>{" "}
        {known ? (
          <Said fact={point.location} atlas={atlas} />
        ) : (
          `no source we read gives a place${drawn ? ", so the whole muscle is shown" : ""}.`
        )}
      </p>
      <p>
        {point.essential.length + point.spillover.length > 0 ? (
          <>
            <strong>Main area:</strong> {point.essential.map(zone).join(" · ") || "none described"}.{" "}
            <strong>Sometimes also:</strong> {point.spillover.map(zone).join(" · ") || "none described"}.{" "}
          </>
        ) : (
          <strong>Pain: </strong>
        )}
        <HowSure howSure={point.referral_how_sure} sources={point.referral_sources} atlas={atlas} note={point.referral_note} />
      </p>
      {imitators.length > 0 && (
        <details>
          <summary>
            Looks alike<span class="tp-on-screen">: compare with …</span>
          </summary>
          <ul>
            {imitators.map(([id, muscles]) => (
              <li key={id}>
                {zone(id)}:{" "}
                <div class="tp-offers">
                  {muscles.map((muscle) => (
                    <button key={muscle} type="button" data-compare={muscle} onClick={() => onCompare(muscle)}>
                      <span class="tp-unseen">Compare with </span>
                      {atlas.muscles[muscle]?.english_name}
                    </button>
                  ))}
                </div>
              </li>
            ))}
            <li>Disease: see “Red flags for these places” below.</li>
          </ul>
        </details>
      )}
    </section>
  );
}
