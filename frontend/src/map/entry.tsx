/** One region of the list: a button, or its name with a button for each side. */
import type { Side } from "../atlas";
import { type Kind, type Sided, sided } from "../regions";
import type { Found } from "../search";

interface Props {
  kind: Kind;
  region: Found;
  pressed: ReadonlySet<string>;
  /** One button for the region, or one for each side of it that is `shown`. */
  sides: boolean;
  shown: readonly Side[];
  locked?: boolean;
  note?: string;
  onChoose(key: Sided | string): void;
}

export function Entry({ kind, region, pressed, sides, shown, locked = false, note, onChoose }: Props) {
  const names = { [`data-${kind}`]: region.id };
  const more = [region.by && `pain described at: ${region.by}`, note].filter(Boolean).join("; ");
  const extra = more && <span class="tp-by"> {more}</span>;
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
      {shown.map((side) => (
        <button
          key={side}
          type="button"
          {...names}
          data-side={side}
          aria-pressed={pressed.has(sided(side, region.id))}
          aria-disabled={locked}
          onClick={() => !locked && onChoose(sided(side, region.id))}
        >
          <span class="tp-unseen">{region.name}, </span>
          {side}
        </button>
      ))}
    </li>
  );
}
