/** A row of buttons of which one is pressed. */
import type { ComponentChildren } from "preact";

interface Props<T extends string> {
  label: string;
  options: readonly (readonly [T, ComponentChildren])[];
  value: T;
  name: string;
  onChange(value: T): void;
}

export function Segmented<T extends string>({ label, options, value, name, onChange }: Props<T>) {
  return (
    <div class="tp-segmented" role="group" aria-label={label}>
      {options.map(([key, text]) => (
        <button key={key} type="button" data-choice={`${name}:${key}`} aria-pressed={key === value} onClick={() => onChange(key)}>
          {text}
        </button>
      ))}
    </div>
  );
}
