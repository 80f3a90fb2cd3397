/** What muscles and zones share: the list beside the figure, and the answer drawn over the response. */
import type { RefObject } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { AtlasData, View } from "../atlas";
import { useId } from "../ids";
import { type Mark, pathKey } from "../map/drawing";
import { Figure } from "../map/figure";
import { Legend } from "../map/legend";
import { focusEntry, RegionList } from "../map/list";
import { Picks } from "../map/picks";
import { SkipLink } from "../map/skip";
import { listed } from "../prose";
import { type Kind, regions, type Sided, sidedName, split } from "../regions";
import { asList } from "./parse";
import type { InputProps, MusclesItem, ZonesItem } from "./types";
import { ask } from "./words";

export type Verdicts = Map<string, "right" | "missed" | "wrong">;
type SpatialItem = MusclesItem | ZonesItem;

interface Props<I extends SpatialItem> extends InputProps<I> {
  kind: Kind;
  verdicts(item: I, response: string[]): Verdicts;
  /** A muscle, with a side, that is drawn to show where we are. */
  landmark?: string;
  /** One region is asked for: another one takes the place of the first. */
  single?: boolean;
}

export function SpatialInput<I extends SpatialItem>(props: Props<I>) {
  const { item, kind, loaded, checked, landmark, single = false, say, onResponse, verdicts } = props;
  const all = useMemo(() => regions(loaded.atlas, kind), [loaded, kind]);
  const names = useMemo(() => new Map(all.map((region) => [region.id, region])), [all]);
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  const asked = useLeftBehind(root);
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
    const off = pressed.has(key);
    const instead = single && !off ? chosen : [];
    const next = off ? chosen.filter((other) => other !== key) : single ? [key] : [...chosen, key];
    const said = `${nameOf(key)}, ${off ? "not selected" : "selected"}`;
    onResponse(
      next,
      instead.length ? `${said} instead of ${listed(instead.map((other) => nameOf(other) ?? other))}.` : `${said}. ${next.length} chosen.`,
    );
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
      </div>
      <div class="tp-picture" role="group" aria-label="The figure" tabIndex={-1}>
        <p class="tp-question-again" aria-hidden="true" data-shown={asked}>
          <span>{ask(item.prompt)}</span>
        </p>
        {!checked && (
          <p class="tp-hint tp-other-views">Any view may hold a part of the answer. Your choices stay when you switch.</p>
        )}
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
          <Picks keys={chosen} nameOf={nameOf} locked={checked} onRemove={choose} />
          {checked && <Legend marks={["right", "missed", "wrong"]} />}
          {landmark && (
            <p class="tp-hint">The figure also shows the muscle asked about, {muscleName(loaded.atlas, landmark)}.</p>
          )}
        </div>
      </div>
    </div>
  );
}

const BAR = 56; // px: the page's own bar

/** Whether the question, and the list under it, have left the screen, so that it is asked again over the figure. */
function useLeftBehind(root: RefObject<HTMLElement | null>): boolean {
  const [left, setLeft] = useState(false);
  useEffect(() => {
    const list = root.current?.querySelector(".tp-side");
    if (!list) return;
    const watch = new IntersectionObserver(
      ([seen]) => setLeft(Boolean(seen && !seen.isIntersecting && seen.boundingClientRect.top < 0)),
      { rootMargin: `${-BAR}px 0px 0px 0px` },
    );
    watch.observe(list);
    return () => watch.disconnect();
  }, []);
  return left;
}

function muscleName(atlas: AtlasData, key: string): string {
  const { side, id } = split(key);
  return `${atlas.muscles[id]?.english_name ?? id}, ${side}`;
}

/** The verdict on each region in words, with the reason where the item gives one; without sides where they do not matter. */
export function reasonsFor(item: SpatialItem, kind: Kind, found: Verdicts, atlas: AtlasData, sides: boolean) {
  const words = { right: "✓ right", missed: "○ missed", wrong: "✗ not part of the answer" };
  const order = ["right", "missed", "wrong"];
  const named = new Map(
    [...found].map(([key, verdict]) => {
      const { side, id } = split(key);
      const name = regionName(id, kind, atlas);
      return [sides ? `${name}, ${side}` : name, { id, verdict }];
    }),
  );
  const sorted = [...named].sort(([, a], [, b]) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
  return (
    <ul class="tp-reasons">
      {sorted.map(([name, { id, verdict }]) => {
        const reason = verdict === "wrong" && item.feedback?.[id];
        return (
          <li key={name} data-verdict={verdict}>
            <strong>{name}</strong>: <span class="tp-mark">{words[verdict]}</span>
            {reason && `. ${reason}`}
          </li>
        );
      })}
    </ul>
  );
}

const regionName = (id: string, kind: Kind, atlas: AtlasData) =>
  kind === "muscle" ? (atlas.muscles[id]?.english_name ?? id) : (atlas.zones[id]?.name ?? id);

export const describeRegions = (keys: readonly string[], kind: Kind, atlas: AtlasData): string =>
  keys
    .map((key) => {
      const { side, id } = split(key);
      return `${regionName(id, kind, atlas)}, ${side}`;
    })
    .join("; ");
