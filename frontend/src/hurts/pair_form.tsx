/** Two of the candidates to be compared: native lists, since there may be twenty of them. */
import { useState } from "preact/hooks";
import { useId } from "../ids";

interface Props {
  /** At least two. */
  options: readonly { id: string; name: string }[];
  onCompare(pair: readonly [string, string]): void;
}

export function PairForm({ options, onCompare }: Props) {
  const id = useId();
  const [chosen, setChosen] = useState<readonly (string | undefined)[]>([]);
  const known = (at: number) => options.find((one) => one.id === chosen[at])?.id;
  const first = known(0) ?? options[0]!.id;
  const others = options.filter((one) => one.id !== first);
  const second = others.find((one) => one.id === known(1))?.id ?? others[0]!.id;
  const list = (at: number, label: string, value: string, from: Props["options"]) => (
    <>
      <label for={`${id}-${at}`}>{label}</label>
      <select
        id={`${id}-${at}`}
        value={value}
        onChange={({ currentTarget }) => setChosen(at ? [first, currentTarget.value] : [currentTarget.value, chosen[1]])}
      >
        {from.map((one) => (
          <option key={one.id} value={one.id} selected={one.id === value}>
            {one.name}
          </option>
        ))}
      </select>
    </>
  );
  return (
    <div class="tp-pair-form" role="group" aria-label="Compare two of them">
      {list(0, "Compare", first, options)}
      {list(1, "with", second, others)}
      <button type="button" data-action="compare" onClick={() => onCompare([first, second])}>
        Show both
      </button>
    </div>
  );
}
