/** The size of a chart's type: it follows the page's text, as far as the width of the chart leaves room. */
import type { Annotation } from "./figure";

export const PLAIN = 14; // px of type, where the page's text has its usual 16
const SHARE = PLAIN / 16;
const AXIS = 22; // letters' heights in the width of a chart, for what cannot be broken into lines
const ROWS = 16; // the same for the words of its rows
const LETTER = 0.56; // of the size: how wide a letter is, on average
const BOLD = 1.12; // how much wider bold letters are
const GAP = 2; // letters between the words at both ends
const NARROW = 38; // rem, as in charts.css

export const textSize = () => parseFloat(getComputedStyle(document.documentElement).fontSize);

export const isNarrow = (width: number) => width < NARROW * textSize();

const sized = (root: number, width: number, share: number) => Math.min(SHARE * root, Math.max(PLAIN, width / share));

/** The type of axes and legend, in px, where the page's text has `root` px and the chart is `width` px wide. */
export const axisType = (root: number, width: number) => sized(root, width, AXIS);

/** The type of the words that stand at both ends of a row. */
export const rowType = (root: number, width: number) => sized(root, width, ROWS);

const linesOf = (text: string) => text.replaceAll("<br>", "\n").replace(/<[^>]*>/g, "").split("\n");

/** `text` (its lines are parted by `<br>`) in lines of at most `letters`, as far as its words are no longer. */
export function broken(text: string, letters: number): string {
  const lines = text.split("<br>").flatMap((line) => {
    const made: string[] = [];
    for (const word of line.split(" ")) {
      const last = made.at(-1);
      if (last !== undefined && linesOf(`${last} ${word}`)[0]!.length <= letters) made[made.length - 1] = `${last} ${word}`;
      else made.push(word);
    }
    return made;
  });
  return lines.join("<br>");
}

const longest = (texts: readonly string[]) => Math.max(...texts.map(({ length }) => length));

/** Words at the ends of rows in larger type: those at the left leave room for their partners at the right. */
export function enlarged(annotations: readonly Annotation[], size: number, width: number): Annotation[] {
  const scale = size / PLAIN;
  const shown = annotations.filter(({ visible }) => visible !== false);
  return annotations.map((one) => {
    if (scale <= 1 || one.xref !== "paper" || (one.x !== 0 && one.x !== 1)) return one;
    const bold = one.text!.includes("<b>") ? BOLD : 1;
    const room = Math.floor(width / (LETTER * bold * size));
    const partner = one.x === 0 && shown.find(({ x, y, yref }) => x === 1 && y === one.y && yref === one.yref);
    const left = room - (partner ? GAP + longest(linesOf(partner.text!)) : 0);
    const beside = longest(linesOf(one.text!).flatMap((line) => line.split(" "))) <= left;
    const text = beside ? broken(one.text!, left) : `${broken(one.text!, room)}<br>\u00a0`; // a line of its own
    return { ...one, text, align: one.x ? "right" : "left", yshift: (one.yshift ?? 0) * scale, font: { size } };
  });
}
