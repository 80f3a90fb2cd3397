/** Where a safety fact was read: the publisher, linked where there is an address, and what it says. */
import type { Reading } from "../atlas";

export function Sources({ readings }: { readings: readonly Reading[] }) {
  return (
    <ul class="tp-sources">
      {readings.map(({ name, url, says }, at) => (
        <li key={at}>
          {url ? <a href={url}>{name}</a> : name}
          {says && `: ${says}`}
        </li>
      ))}
    </ul>
  );
}
