/** A way past many controls. The focus is moved by hand: in JupyterLab a jump to an id moves the whole page. */
interface Props {
  text: string;
  /** Id of the element to go to, which can take the focus. */
  to: string;
}

export function SkipLink({ text, to }: Props) {
  const go = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
    document.getElementById(to)?.focus();
  };
  return (
    <a class="tp-skip" href={`#${to}`} onClick={go}>
      {text}
    </a>
  );
}
