/**
 * Techniques shown moving: `figure.tp-technique` with its steps, played, paused and stepped through.
 *
 * Nothing moves until the reader asks. A reader who wants less motion sees the still of each step instead.
 */
import { frames } from "./technique/frames";
import { between, ends, mixed, transform, type Pose, type Step } from "./technique/motion";

const still = matchMedia("(prefers-reduced-motion: reduce)");

/** The element of one part; its shapes are drawn in the page's hidden SVG, in the order of their numbers. */
class Part {
  private readonly shapes: string[][];
  private readonly paths: SVGPathElement[] = [];

  constructor(private readonly group: SVGGElement) {
    const use = group.querySelector("use")!;
    const drawn = document.getElementById(use.getAttribute("href")!.slice(1))!;
    this.shapes = [...drawn.parentElement!.children].map((shape) =>
      [...shape.querySelectorAll("path")].map((path) => path.getAttribute("d")!),
    );
    if (this.shapes.length < 2) return;
    group.replaceChildren(...[...drawn.cloneNode(true).childNodes]);
    this.paths = [...group.querySelectorAll("path")];
  }

  /** Draw the part in `pose`, its shape `share` of the way from the one numbered `from`. */
  draw(pose: Pose, from = pose[6], share = 1) {
    this.group.setAttribute("transform", transform(pose));
    this.group.setAttribute("opacity", String(pose[5]));
    const [one, other] = [this.shapes[from]!, this.shapes[pose[6]]!];
    for (const [at, path] of this.paths.entries()) {
      const [a, b] = [one[at]!, other[at]!];
      path.setAttribute("d", a === b || share === 1 ? b : mixed(a, b, share));
    }
  }
}

function start(figure: HTMLElement) {
  const stage = figure.querySelector<HTMLElement>(".tp-tq-stage")!;
  const { starts, steps } = JSON.parse(stage.querySelector("script")!.textContent!) as {
    starts: Record<string, Pose>;
    steps: Step[];
  };
  const stills = ends(starts, steps);
  const caption = stage.querySelector<HTMLElement>(".tp-tq-caption")!;
  const drawing = stage.querySelector<HTMLElement>("[role=img]")!;
  const words = [...figure.querySelectorAll<HTMLElement>(".tp-tq-steps > li")];
  const button = (action: string) => stage.querySelector<HTMLButtonElement>(`[data-action=${action}]`)!;
  const [previous, play, next] = [button("previous"), button("play"), button("next")];
  const parts = new Map([...stage.querySelectorAll<SVGGElement>("[data-part]")].map((group) => [group.dataset.part!, new Part(group)]));
  let at = 0; // the step
  let passed = 0; // seconds of it
  let playing = false;
  let over = false; // all of it was played
  const run = frames(go);

  /** Say which step it is: aloud where the reader asked for it, silently where it comes by itself. */
  function say(aloud: boolean) {
    const { caption: text, shows } = steps[at]!;
    caption.ariaLive = aloud ? "polite" : "off";
    const count = Object.assign(document.createElement("b"), { textContent: `Step ${at + 1} of ${steps.length}.` });
    caption.replaceChildren(count, ` ${text}`);
    drawing.ariaLabel = shows;
    figure.dataset.step = String(at + 1);
    for (const [place, item] of words.entries()) item.ariaCurrent = place === at ? "step" : null;
    previous.ariaDisabled = String(at === 0);
    next.ariaDisabled = String(at === steps.length - 1);
  }

  function draw() {
    const { moves, seconds } = steps[at]!;
    figure.style.setProperty("--tp-done", String(still.matches ? 1 : passed / seconds));
    const before = at ? stills[at - 1]! : starts;
    for (const [name, part] of parts) {
      const keys = still.matches ? undefined : moves[name];
      if (!keys) part.draw(stills[at]![name]!);
      else {
        const { pose, from, share } = between(before[name]!, keys, passed, seconds);
        part.draw(pose, from, share);
      }
    }
  }

  /** Show the still of a step. */
  function show(step: number, aloud: boolean) {
    at = step;
    passed = steps[at]!.seconds;
    say(aloud);
    draw();
  }

  function turn(on: boolean) {
    playing = on;
    play.textContent = on ? "Pause" : "Play";
    figure.dataset.playing = String(on);
    run(on);
  }

  /** Go on by so many seconds, to the next step where this one is over. */
  function go(seconds: number) {
    passed += seconds;
    if (passed >= steps[at]!.seconds) {
      if (at === steps.length - 1) {
        show(at, false);
        turn(false);
        over = true;
        return;
      }
      at += 1;
      passed = 0;
      say(false);
    }
    draw();
  }

  const step = (to: number) => {
    over = false;
    turn(false);
    show(Math.min(Math.max(to, 0), steps.length - 1), true);
  };
  previous.addEventListener("click", () => step(at - 1));
  next.addEventListener("click", () => step(at + 1));
  play.addEventListener("click", () => {
    if (!playing && passed >= steps[at]!.seconds) {
      at = over ? 0 : at;
      passed = 0;
      over = false;
      say(false);
    }
    turn(!playing);
  });
  show(0, false);
  stage.querySelector<HTMLElement>(".tp-tq-bar")!.hidden = false;
  figure.dataset.live = "";
}

for (const figure of document.querySelectorAll<HTMLElement>(".tp-technique")) start(figure);
