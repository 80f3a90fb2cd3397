/** How sure are you? Asked where answers are recorded, optional, and stored as a probability. */
import { useId } from "../ids";
import { CONFIDENCE } from "./answers";

interface Props {
  value: number | null | undefined;
  onChange(value: number): void;
}

export function Confidence({ value, onChange }: Props) {
  const name = useId();
  return (
    <fieldset class="tp-confidence" aria-describedby={`${name}-why`}>
      <legend>How sure are you? (optional)</legend>
      <p id={`${name}-why`} class="tp-hint">
        It does not change your mark. It shows where you guess, and so what to read again.
      </p>
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
