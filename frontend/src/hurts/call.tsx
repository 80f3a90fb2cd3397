/** The emergency numbers to call with one touch; each is said to work only where a source says so. */
import type { EmergencyNumber } from "../atlas";
import { Sources } from "./sources";

export function Call({ numbers }: { numbers: readonly EmergencyNumber[] }) {
  const [first, ...others] = numbers;
  if (!first) return <p>Call your local emergency number.</p>;
  const link = (one: EmergencyNumber, words = one.number) => <a href={`tel:${one.number}`}>{words}</a>;
  return (
    <div class="tp-call">
      <p>{link(first, `Call ${first.number}`)}</p>
      <p>
        {first.number}: {first.places}.{" "}
        {others.map((one) => (
          <span key={one.number}>
            {link(one)}: {one.places}.{" "}
          </span>
        ))}
        Elsewhere, or if there is no answer: your local emergency number.
      </p>
      <details>
        <summary>Where we read the numbers</summary>
        <Sources readings={numbers.flatMap((one) => one.sources.map((read) => ({ ...read, says: `${one.number}: ${read.says}` })))} />
      </details>
    </div>
  );
}
