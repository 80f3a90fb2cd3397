/** A row of buttons of which one is pressed. */
import type { ComponentChildren } from "preact";

interface Props<T extends string> {
  label: string;
  options: readonly (readonly [T, ComponentChildren])[];
  /** The pressed one; any other word presses none. */
  value: string;
  name: string;
  onChange(value: T): void;
}

export function Segmented<T extends string>({ label, options, value, name, onChange }: Props<T>) {
  return (
    <div class="tp-segmented" role="group" aria-label={label} data-choices={name}>
      {options.map(([key, text]) => (
        <button key={key} type="button" data-choice={`${name}:${key}`} aria-pressed={key === value} onClick={() => onChange(key)}>
          {text}
        </button>
      ))}
    </div>
  );
}
