/** What muscles and zones share: the list beside the figure, and the answer drawn over the response. */
import { useMemo, useRef } from "preact/hooks";
import type { AtlasData, View } from "../atlas";
import { useId } from "../ids";
import { type Mark, pathKey } from "../map/drawing";
import { Figure } from "../map/figure";
import { Legend } from "../map/legend";
import { focusEntry, RegionList } from "../map/list";
import { SkipLink } from "../map/skip";
import { type Kind, type Region, regions, type Sided, sidedName, split } from "../regions";
import { asList } from "./parse";
import type { InputProps, MusclesItem, ZonesItem } from "./types";

export type Verdicts = Map<string, "right" | "missed" | "wrong">;
type SpatialItem = MusclesItem | ZonesItem;

interface Props<I extends SpatialItem> extends InputProps<I> {
  kind: Kind;
  verdicts(item: I, response: string[]): Verdicts;
  /** A muscle, with a side, that is drawn to show where we are. */
  landmark?: string;
}

export function SpatialInput<I extends SpatialItem>(props: Props<I>) {
  const { item, kind, loaded, checked, landmark, say, onResponse, verdicts } = props;
  const all = useMemo(() => regions(loaded.atlas, kind), [loaded, kind]);
  const names = useMemo(() => new Map(all.map((region) => [region.id, region])), [all]);
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  const chosen = asList(props.response);
  const pressed = new Set(chosen);
  const marks = new Map<string, Mark>();
  if (landmark) marks.set(pathKey("muscle", landmark), "landmark");
  if (checked) for (const [key, verdict] of verdicts(item, chosen)) marks.set(pathKey(kind, key), verdict);
  else for (const key of chosen) marks.set(pathKey(kind, key), "chosen");

  const nameOf = (key: string) => {
    const { side, id: name } = split(key);
    const region = names.get(name);
    return region && sidedName(region, side);
  };
  const choose = (key: Sided | string) => {
    const next = pressed.has(key) ? chosen.filter((other) => other !== key) : [...chosen, key];
    const total = `${next.length} chosen.`;
    onResponse(next, `${nameOf(key)}, ${pressed.has(key) ? "not selected" : "selected"}. ${total}`);
  };
  return (
    <div class="tp-map" ref={root}>
      <div class="tp-side">
        <RegionList
          kind={kind}
          all={all}
          pressed={pressed}
          sides
          label={kind === "muscle" ? "Muscles" : "Zones"}
          locked={checked}
          onChoose={choose}
          say={say}
        />
        <Picks chosen={chosen} nameOf={nameOf} />
      </div>
      <div class="tp-picture">
        <SkipLink text="Skip the figure" to={`${id}-after`} />
        <Figure
          loaded={loaded}
          scene={{ kind, pressed, marks, locked: checked, name: nameOf }}
          order={all}
          label={kind === "muscle" ? "Muscles on the body" : "Zones on the body"}
          view={item.view as View | undefined}
          onChoose={choose}
          onLeave={(key) => focusEntry(root.current, kind, key)}
          say={say}
        />
        <div id={`${id}-after`} class="tp-after-figure" tabIndex={-1}>
          {checked && <Legend marks={["right", "missed", "wrong"]} />}
          {landmark && (
            <p class="tp-hint">The figure also shows the muscle asked about, {muscleName(loaded.atlas, landmark)}.</p>
          )}
        </div>
      </div>
    </div>
  );
}

function muscleName(atlas: AtlasData, key: string): string {
  const { side, id } = split(key);
  return `${atlas.muscles[id]?.english_name ?? id}, ${side}`;
}

function Picks({ chosen, nameOf }: { chosen: string[]; nameOf(key: string): string | undefined }) {
  const names = chosen.map((key) => nameOf(key) ?? key);
  return (
    <p class="tp-picks">
      <strong>Chosen:</strong> {names.length ? names.join("; ") : "nothing yet"}
    </p>
  );
}

/** The verdict on each region in words, with the reason where the item gives one. */
export function reasonsFor(item: SpatialItem, kind: Kind, found: Verdicts, atlas: AtlasData) {
  const words = { right: "✓ right", missed: "○ missed", wrong: "✗ not part of the answer" };
  const order = ["right", "missed", "wrong"];
  const sorted = [...found].sort(([, a], [, b]) => order.indexOf(a) - order.indexOf(b));
  return (
    <ul class="tp-reasons">
      {sorted.map(([key, verdict]) => {
        const reason = item.feedback?.[split(key).id];
        return (
          <li key={key} data-verdict={verdict}>
            <strong>{describeRegions([key], kind, atlas)}</strong>: {words[verdict]}
            {reason && verdict === "wrong" ? `. ${reason}` : ""}
          </li>
        );
      })}
    </ul>
  );
}

export function describeRegions(keys: readonly string[], kind: Kind, atlas: AtlasData): string {
  return keys
    .map((key) => {
      const { side, id } = split(key);
      const region: Pick<Region, "name"> =
        kind === "muscle" ? { name: atlas.muscles[id]?.english_name ?? id } : { name: atlas.zones[id]?.name ?? id };
      return `${region.name}, ${side}`;
    })
    .join("; ");
}
