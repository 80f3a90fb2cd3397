/** The muscles described as referring pain to the chosen zones, with the reason for each. */
import type { AtlasData, RedFlag } from "../atlas";
import type { Finding } from "../finder";
import { Heading } from "../heading";
import { Advice } from "./advice";

interface Props {
  finding: Finding;
  atlas: AtlasData;
  /** The ticked signs that ask for care; their advice stays above the muscles. */
  flags: readonly RedFlag[];
  onMuscle(id: string): void;
  onBack(): void;
}

export function Candidates({ finding, atlas, flags, onMuscle, onBack }: Props) {
  return (
    <div class="tp-candidates">
      <p>
        <button type="button" data-action="change-answers" onClick={onBack}>
          Change the safety answers
        </button>
      </p>
      {flags.map((flag) => (
        <Advice key={flag.id} flag={flag} numbers={[]} />
      ))}
      <Heading>Candidate muscles</Heading>
      {finding.muscles.length ? (
        <>
          <p>
            <strong>Main area</strong>: essential, where the pain is described first. <strong>Sometimes also</strong>:
            spillover, described for some people.
          </p>
          <ol>
            {finding.muscles.map((candidate) => (
              <li key={candidate.id}>
                <button type="button" data-candidate={candidate.id} onClick={() => onMuscle(candidate.id)}>
                  {atlas.muscles[candidate.id]?.english_name}
                </button>
                <span>{candidate.why}</span>
              </li>
            ))}
          </ol>
        </>
      ) : (
        <p>No muscle of the atlas is described as referring pain to these zones.</p>
      )}
      <p class="tp-note">
        The order counts matching areas; it is not probability, and not a diagnosis. The patterns descend from one manual,
        and trigger points are disputed.
      </p>
    </div>
  );
}
