/** One region of the list: a button, or its name with a button for each side. */
import { useMemo } from "preact/hooks";
import { type Side, SIDES } from "../atlas";
import { type Kind, type Sided, sided } from "../regions";
import type { Found } from "../search";

interface Props {
  kind: Kind;
  region: Found;
  pressed: ReadonlySet<string>;
  /** One button for the region, or one for each of its sides, or for the one that was asked for. */
  sides: boolean;
  side?: Side;
  locked?: boolean;
  onChoose(key: Sided | string): void;
}

/** It stays as it is while nothing of it changes: there may be a hundred of them. */
export function Entry({ onChoose, pressed, ...props }: Props) {
  const { region, kind, sides, side, locked } = props;
  const on = SIDES.map((one) => pressed.has(sided(one, region.id))).join() + pressed.has(region.id);
  return useMemo(() => <Buttons {...props} pressed={pressed} onChoose={onChoose} />, [kind, region, on, sides, side, locked, onChoose]);
}

function Buttons({ kind, region, pressed, sides, side: asked, locked = false, onChoose }: Props) {
  const names = { [`data-${kind}`]: region.id };
  const extra = region.by && <span class="tp-by"> pain described at: {region.by}</span>;
  if (!sides)
    return (
      <li>
        <button type="button" {...names} aria-pressed={pressed.has(region.id)} onClick={() => onChoose(region.id)}>
          {region.name}
          {extra}
        </button>
      </li>
    );
  return (
    <li class="tp-row">
      <span>
        <span aria-hidden="true">{region.name}</span>
        {extra}
      </span>
      {(asked ? [asked] : SIDES).map((side) => (
        <button
          key={side}
          type="button"
          {...names}
          data-side={side}
          aria-pressed={pressed.has(sided(side, region.id))}
          aria-disabled={locked}
          // Not words that are there but unseen: a hundred of them, each a layer of its own, make every tap of a phone late.
          aria-label={`${region.name}, ${side}`}
          onClick={() => !locked && onChoose(sided(side, region.id))}
        >
          {side}
        </button>
      ))}
    </li>
  );
}
