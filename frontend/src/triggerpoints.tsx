/** The ES module of all three hosts: an anywidget front-end module for both widgets, told apart by `kind`. */
import { render as mount } from "preact";
import { loadAtlas, NOTHING_LOADED } from "./atlas";
import { BodyMap } from "./body_map";
import { HeadingLevel, levelAt } from "./heading";
import type { Assets, BodyMapProps, Model, QuizProps } from "./model";
import { typeOf } from "./questions";
import { Quiz } from "./quiz/quiz";

/** Show the widget of `model` in `el`; returns what takes it away again. Rejects when the atlas is missing. */
async function render({ model, el }: { model: Model; el: HTMLElement }) {
  const kind = model.get("kind");
  if (kind !== "body-map" && kind !== "quiz") throw new Error(`there is no widget of the kind "${kind}".`);
  const assets = (model.get("assets") ?? {}) as Assets;
  const plain = kind === "quiz" && inWords(model.get("props") as QuizProps);
  const inBook = { pages: assets.pages ?? undefined, readOn: assets.read_on ?? [] };
  const loaded = { ...(plain ? NOTHING_LOADED : await loadAtlas(assets)), ...inBook };
  el.addEventListener("keydown", keepKeys);
  el.addEventListener("click", openBeside);
  const draw = () => {
    const props = model.get("props") ?? {};
    mount(
      <HeadingLevel value={levelAt(el)}>
        {kind === "quiz" ? (
          <Quiz loaded={loaded} props={props as QuizProps} model={model} />
        ) : (
          <BodyMap
            key={JSON.stringify(props)}
            loaded={loaded}
            props={props as BodyMapProps}
            place={model.get("place") as number | undefined}
          />
        )}
      </HeadingLevel>,
      el,
    );
  };
  draw();
  model.on("change:props", draw);
  const forget = loaded.onArrival(draw);
  return () => {
    model.off("change:props", draw);
    forget();
    el.removeEventListener("keydown", keepKeys);
    el.removeEventListener("click", openBeside);
    mount(null, el);
  };
}

/** A question that is all words needs neither figures nor records: a page may have no others. */
const inWords = ({ set }: QuizProps) => !set.item.some((item) => typeOf(item)?.drawn);

/** JupyterLab's command mode would otherwise take Enter and every letter: "x" cuts the cell. */
function keepKeys(event: KeyboardEvent) {
  const theirs = event.ctrlKey || event.metaKey || event.altKey || event.key === "Escape" || event.key === "Tab";
  if (!theirs) event.stopPropagation();
}

/** A source opened in JupyterLab's own window would close the notebook. */
function openBeside(event: MouseEvent) {
  const link = (event.target as Element).closest<HTMLAnchorElement>("a[href^='https:']");
  if (link && document.body.dataset.jpThemeLight) Object.assign(link, { target: "_blank", rel: "noopener" });
}

export default { render };
