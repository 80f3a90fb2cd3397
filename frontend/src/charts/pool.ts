/** A pool that was chosen, in numbers and in words: twin of `evidence/charts/_pooled_words.py`. */

type Numbers = [
  estimate: number, low: number, high: number, newLow: number | null, newHigh: number | null, i2: number, tau2: number,
];
/** What `evidence.charts.what_if` gives: every result that can be chosen. */
export interface Results {
  names: string[];
  variances: number[];
  results: Numbers[][][];
  common: boolean[];
  none: number;
  favours: [string, string];
  digits: number;
  small_tau2: number;
  tau2_digits: [number, number];
  words: Readonly<Record<string, string>>;
}
/** The places of a model, of its interval, and of the study that is left out, from 1; 0: none is. */
export interface Chosen {
  model: number;
  interval: number;
  left: number;
}
export interface Pool extends Chosen {
  estimate: number;
  low: number;
  high: number;
  newLow: number | null;
  newHigh: number | null;
  i2: number;
  tau2: number;
  weights: number[];
}
export interface Words {
  pooled: string;
  range: string;
  sentence: string;
}

/** With a true minus sign, and never "−0.00". */
export function number(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return (Number(text) === 0 ? text.replace("-", "") : text).replace("-", "−");
}

export const filled = (text: string, figures: Readonly<Record<string, string>>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => figures[name]!);

export function poolOf(all: Results, chosen: Chosen): Pool {
  const [estimate, low, high, newLow, newHigh, i2, tau2] = all.results[chosen.model]![chosen.interval]![chosen.left]!;
  const inverse = all.variances.map((variance, place) => (place === chosen.left - 1 ? 0 : 1 / (variance + tau2)));
  const sum = inverse.reduce((one, other) => one + other);
  return { ...chosen, estimate, low, high, newLow, newHigh, i2, tau2, weights: inverse.map((one) => one / sum) };
}

export function wordsOf(all: Results, found: Pool): Words {
  const { words, digits, none, names } = all;
  const side = (low: number, high: number) => (high < none ? "below" : low > none ? "above" : "across");
  const figures: Record<string, string> = {
    count: String(names.length - (found.left ? 1 : 0)),
    of: String(names.length),
    left: names[found.left - 1] ?? "",
    estimate: number(found.estimate, digits),
    low: number(found.low, digits),
    high: number(found.high, digits),
    below: all.favours[0],
    above: all.favours[1],
    i2: number(found.i2, 0),
    tau2: number(found.tau2, all.tau2_digits[found.tau2 < all.small_tau2 ? 0 : 1]),
  };
  const parts = [words[found.left ? "without" : "all"]!, words.effect! + words[side(found.low, found.high)]!, words.spread!];
  let range = words.no_range!;
  if (found.newLow !== null && found.newHigh !== null) {
    figures.new_low = number(found.newLow, digits);
    figures.new_high = number(found.newHigh, digits);
    range = filled(words.range!, figures);
    parts.push(words.new! + words[side(found.newLow, found.newHigh) === "across" ? "new_across" : "new_same"]!);
  } else parts.push(words[all.common[found.model] ? "common" : "few"]!);
  return { pooled: filled(words.pooled!, figures), range, sentence: filled(parts.join(" "), figures) };
}
