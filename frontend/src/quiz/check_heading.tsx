/** What a question inside a text is called: the same everywhere to the eye, with its section to the ear. */
import { useState } from "preact/hooks";
import { Heading } from "../heading";
import { titleOf } from "./read_again";

export function CheckHeading({ id, section }: { id: string; section: string | undefined }) {
  const [title] = useState(() => section && titleOf(section));
  return (
    <Heading id={id}>
      Check yourself{title && <span class="tp-unseen"> ({title})</span>}
    </Heading>
  );
}
