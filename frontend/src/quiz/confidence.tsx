/** How sure are you? Optional, and stored as a probability. */
import { useId } from "../ids";
import { CONFIDENCE } from "./answers";

interface Props {
  value: number | null | undefined;
  onChange(value: number): void;
}

export function Confidence({ value, onChange }: Props) {
  const name = useId();
  return (
    <fieldset class="tp-confidence">
      <legend>How sure are you? (optional)</legend>
      {CONFIDENCE.map(([key, probability, text]) => (
        <label key={key} class="tp-yes-no">
          <input
            type="radio"
            name={name}
            value={key}
            checked={value === probability}
            onChange={() => onChange(probability)}
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
