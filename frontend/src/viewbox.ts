/** What part of a drawing is shown. Units are those of the figure: thousandths of stature. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Head to waist, arms to the elbow; as large as a part of the body is shown. */
export const UPPER_BODY: Box = { x: -165, y: -10, width: 330, height: 345 };
const MARGIN = 12;

export function parseBox(text: string): Box {
  const [x = 0, y = 0, width = 1, height = 1] = text.trim().split(/[\s,]+/).map(Number);
  return { x, y, width, height };
}

export const boxText = (box: Box) => [box.x, box.y, box.width, box.height].map((n) => +n.toFixed(1)).join(" ");

/** Grow `box` until it shows every one of `shown`, but never beyond `whole`. */
export function reach(box: Box, shown: readonly Box[], whole: Box): Box {
  let [x0, y0, x1, y1] = [box.x, box.y, box.x + box.width, box.y + box.height];
  for (const part of shown) {
    x0 = Math.min(x0, part.x - MARGIN);
    y0 = Math.min(y0, part.y - MARGIN);
    x1 = Math.max(x1, part.x + part.width + MARGIN);
    y1 = Math.max(y1, part.y + part.height + MARGIN);
  }
  x0 = Math.max(x0, whole.x);
  y0 = Math.max(y0, whole.y);
  x1 = Math.min(x1, whole.x + whole.width);
  y1 = Math.min(y1, whole.y + whole.height);
  return { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
}

/** Move `box` up or down to what is `shown`, inside `whole`. */
export function movedTo(box: Box, shown: readonly Box[], whole: Box): Box {
  const top = Math.min(...shown.map((part) => part.y));
  const bottom = Math.max(...shown.map((part) => part.y + part.height));
  const y = Math.min(Math.max((top + bottom - box.height) / 2, whole.y), whole.y + whole.height - box.height);
  return shown.length ? { ...box, y } : box;
}

/** Magnify `box` by `scale` around a point, staying inside it. */
export function magnify(box: Box, scale: number, at: { x: number; y: number }): Box {
  const width = box.width / scale;
  const height = box.height / scale;
  const inside = (middle: number, size: number, start: number, full: number) =>
    Math.min(Math.max(middle - size / 2, start), start + full - size);
  return { x: inside(at.x, width, box.x, box.width), y: inside(at.y, height, box.y, box.height), width, height };
}

export const middle = (box: Box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
