/** What to be careful of at a muscle, and that no clinician has looked at it, as long as none has. */
import type { AtlasData, Muscle } from "../atlas";
import { Said } from "./fact";

export const Cautions = ({ muscle, atlas }: { muscle: Muscle; atlas: AtlasData }) => (
  <>
    <ul>
      {muscle.cautions.map((caution) => (
        <li key={caution.text}>
          <Said fact={caution} atlas={atlas} />
        </li>
      ))}
    </ul>
    {!atlas.reviewed_by_clinician && <p class="tp-hint">No clinician has reviewed this yet.</p>}
  </>
);
