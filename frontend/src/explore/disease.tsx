/** What else hurts at the places of a muscle: the red flags there, said where its look-alikes are. */
import type { AtlasData, Muscle } from "../atlas";
import { redFlags } from "../finder";
import { grouped } from "../hurts/answers";

export function Disease({ muscle, atlas }: { muscle: Muscle; atlas: AtlasData }) {
  const flags = redFlags(atlas, [...muscle.essential, ...muscle.spillover]).filter((flag) => flag.zones.length > 0);
  if (!flags.length) return null;
  return (
    <details class="tp-disease">
      <summary>Red flags for these places: disease can look alike, too</summary>
      {grouped(flags).map((group) => (
        <div key={group.action}>
          <p class="tp-label">{atlas.actions[group.action].heading}</p>
          <ul>
            {group.flags.map((flag) => (
              <li key={flag.id}>
                {flag.sign}. It may mean: {flag.may_mean}.
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p class="tp-hint">“Where does it hurt?” asks for all signs, also those that belong to no single place.</p>
    </details>
  );
}
