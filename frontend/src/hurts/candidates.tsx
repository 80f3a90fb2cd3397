/** The muscles described as referring pain to the chosen zones, with the reason for each. */
import type { AtlasData, RedFlag } from "../atlas";
import type { Finding } from "../finder";
import { Heading } from "../heading";
import { Advice } from "./advice";

interface Props {
  finding: Finding;
  atlas: AtlasData;
  /** The signs that were answered with yes; their advice stays above the muscles. */
  flags: readonly RedFlag[];
  onMuscle(id: string): void;
}

export function Candidates({ finding, atlas, flags, onMuscle }: Props) {
  return (
    <div class="tp-candidates">
      {flags.map((flag) => (
        <Advice key={flag.id} flag={flag} />
      ))}
      <Heading>{flags.length ? "For learning only: candidate muscles" : "Candidate muscles"}</Heading>
      <p class="tp-note">
        These referral patterns descend from one manual, and trigger points are disputed. The order counts matching zones;
        it is not probability. This is not a diagnosis.
      </p>
      {finding.muscles.length ? (
        <ol>
          {finding.muscles.map((candidate) => (
            <li key={candidate.id}>
              <button type="button" data-candidate={candidate.id} onClick={() => onMuscle(candidate.id)}>
                {atlas.muscles[candidate.id]?.english_name}
              </button>
              <p>{candidate.why}</p>
            </li>
          ))}
        </ol>
      ) : (
        <p>No muscle of the atlas is described as referring pain to these zones.</p>
      )}
    </div>
  );
}
