/** Take what is shown away with you: as a link, or on paper. Only in a page; JupyterLab has its own ways for both. */
import { useEffect, useRef, useState } from "preact/hooks";
import { useId } from "../ids";
import { printAlone } from "../print/alone";

interface Props {
  /** The address of what is shown now; undefined where there is none. */
  link(): string | undefined;
  note?: string;
  say(message: string): void;
}

export function Share({ link, note, say }: Props) {
  const [shown, setShown] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const address = useRef<HTMLParagraphElement>(null);
  const id = useId();
  useEffect(() => {
    const fill = () => address.current && (address.current.textContent = link() ?? "");
    addEventListener("beforeprint", fill);
    return () => removeEventListener("beforeprint", fill);
  }, [link]);
  if (link() === undefined) return null;
  const copy = async () => {
    const text = link()!;
    try {
      await navigator.clipboard.writeText(text);
      setShown(null);
      say("Link copied.");
    } catch {
      // No clipboard, as in a page without https: the link is there to be copied by hand.
      setShown(text);
      say("The link could not be copied by itself. It is selected: copy it.");
      requestAnimationFrame(() => {
        field.current?.focus();
        field.current?.select();
      });
    }
  };
  return (
    <div class="tp-share" role="group" aria-label="This view">
      <button type="button" data-action="copy-link" onClick={() => void copy()}>
        Copy link
      </button>
      <button type="button" data-action="print" onClick={({ currentTarget }) => printAlone(currentTarget.closest(".tp-body-map")!)}>
        Print
      </button>
      {note && <p class="tp-hint">{note}</p>}
      {shown !== null && (
        <p>
          <label for={id}>Link to this view</label>
          <input id={id} type="text" readOnly value={shown} ref={field} />
        </p>
      )}
      <p class="tp-address" ref={address} />
    </div>
  );
}
