/** The muscles described as referring pain to the chosen zones, with the reason for each; equals have no order. */
import type { ComponentChild } from "preact";
import { useDrawn } from "../after_paint";
import type { AtlasData, RedFlag } from "../atlas";
import type { Candidate } from "../finder";
import { Heading } from "../heading";
import type { ReadOn } from "../model";
import { Advice } from "./advice";
import { PairForm } from "./pair_form";

interface Props {
  muscles: readonly Candidate[];
  atlas: AtlasData;
  /** The ticked signs that ask for care; their advice stays above the muscles. */
  flags: readonly RedFlag[];
  /** Pages of the book that say what can be done. */
  readOn: readonly ReadOn[];
  onMuscle(id: string): void;
  onCompare(pair: readonly [string, string]): void;
  onBack(): void;
  /** Draw the first of them, then the others: nobody is about to go to one of them. */
  gradual: boolean;
}
const FIRST = 3; // muscles; the others come one picture later

export function Candidates({ muscles, atlas, flags, readOn, onMuscle, onCompare, onBack, gradual }: Props) {
  const drawn = useDrawn();
  const [main, sometimes] = [muscles.filter((one) => one.essential), muscles.filter((one) => !one.essential)];
  const shown = [...main, ...sometimes].slice(0, drawn || !gradual ? undefined : FIRST);
  const row = (candidate: Candidate) => (
    <li key={candidate.id}>
      <button type="button" data-candidate={candidate.id} onClick={() => onMuscle(candidate.id)}>
        {atlas.muscles[candidate.id]?.english_name}
      </button>
      <span>{candidate.why}</span>
    </li>
  );
  return (
    <div class="tp-candidates">
      <p>
        <button type="button" data-action="change-answers" onClick={onBack}>
          Change the safety answers
        </button>
      </p>
      {flags.map((flag) => (
        <Advice key={flag.id} flag={flag} atlas={atlas} />
      ))}
      <Heading>Candidate muscles</Heading>
      <p class="tp-note">
        No diagnosis: the patterns descend from one manual, and trigger points are disputed. More matching areas stand higher;
        that is not probability.
      </p>
      <Group title="Main area (essential)" says="where the pain is described first">
        {shown.slice(0, main.length).map(row)}
      </Group>
      <Group title="Sometimes also (spillover)" says="described for some people">
        {shown.slice(main.length).map(row)}
      </Group>
      {drawn && readOn.length > 0 && (
        <section class="tp-read-on">
          <Heading below={1}>What can be done</Heading>
          <ul>
            {readOn.map(({ title, url }) => (
              <li key={url}>
                <a href={url}>{title}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {drawn && muscles.length > 1 && (
        <PairForm
          options={muscles.map(({ id }) => ({ id, name: atlas.muscles[id]?.english_name ?? id }))}
          onCompare={onCompare}
        />
      )}
    </div>
  );
}

function Group({ title, says, children }: { title: string; says: string; children: ComponentChild[] }) {
  if (!children.length) return null;
  return (
    <section>
      <Heading below={1}>{title}</Heading>
      <p class="tp-hint">{says}</p>
      <ul>{children}</ul>
    </section>
  );
}
