/** The emergency numbers to call with one touch; each is said to work only where a source says so. */
import type { EmergencyNumber } from "../atlas";
import { Sources } from "./sources";

export function Call({ numbers }: { numbers: readonly EmergencyNumber[] }) {
  if (!numbers.length) return <p>Call your local emergency number.</p>;
  const readings = numbers.flatMap(({ number, sources }) =>
    sources.map((read) => ({ ...read, says: `${number}, ${read.says}` })),
  );
  return (
    <div class="tp-call">
      <ul>
        {numbers.map(({ number, places }) => (
          <li key={number}>
            <a href={`tel:${number}`}>Call {number}</a> <span>{places}</span>
          </li>
        ))}
      </ul>
      <p>Anywhere else, or without an answer: your local emergency number.</p>
      <details>
        <summary>Where we read the numbers</summary>
        <Sources readings={readings} />
      </details>
    </div>
  );
}
