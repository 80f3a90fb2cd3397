/** The controls above the figure: which view, which layer, how large. A choice never changes their height. */
import { type View, VIEW_NAMES } from "../atlas";
import type { Layer, Scene } from "./drawing";
import type { Drawn } from "./drawings";
import { Segmented } from "./segmented";
import { ZoomButtons, type ZoomProps } from "./zoom";

interface Props extends ZoomProps {
  /** The views to choose from: of all one, or, where the others stand beside each other, an inset or none. */
  views: readonly Drawn[];
  narrow: boolean;
  view: View;
  scene: Scene;
  onView(view: View): void;
  onLayer(layer: Layer): void;
  say(message: string): void;
}

export function Bar({ views, narrow, view, scene, camera, cropped, isWhole, onView, onLayer, onScale, onWhole, say }: Props) {
  const choice = views.length > 0 && (
    <Segmented
      label={narrow ? "View" : "Larger drawings"}
      name="view"
      options={views.map((one) => [one.view, viewLabel(one, scene, narrow)] as const)}
      value={view}
      onChange={onView}
    />
  );
  return (
    <div class="tp-figure-bar">
      {narrow && choice}
      {scene.kind === "muscle" && (
        <Segmented
          label="Layer"
          name="layer"
          options={[["superficial", "Superficial"], ["deep", "Deep"]]}
          value={scene.layer}
          onChange={(next) => {
            onLayer(next);
            say(`${next === "deep" ? "Deep" : "Superficial"} layer.`);
          }}
        />
      )}
      <ZoomButtons
        camera={camera}
        cropped={cropped}
        isWhole={isWhole}
        onScale={onScale}
        onWhole={(whole) => {
          onWhole(whole);
          say(whole ? "Whole body shown." : "Part of the body shown, larger.");
        }}
      />
      {!narrow && choice}
    </div>
  );
}

/** Five names fit beside each other on a phone by the one word that tells them apart; all of a name is said. */
const WORDS: Partial<Record<View, string>> = { head_side: "head", foot_sole: "Sole", hand_palm: "Palm" };

function nameOf(view: View, narrow: boolean) {
  const [name, word] = [VIEW_NAMES[view], WORDS[view]];
  if (!narrow || !word) return name;
  const [before, after] = name.split(word);
  return (
    <>
      {before && <span class="tp-unseen">{before}</span>}
      <span class="tp-word">{word}</span>
      {after && <span class="tp-unseen">{after}</span>}
    </>
  );
}

/** Not every view shows at a time: say which of the others have something marked. */
function viewLabel({ view, paths }: Drawn, { marks }: Pick<Scene, "marks">, narrow: boolean) {
  if (![...marks.keys()].some((key) => paths.has(key))) return nameOf(view, narrow);
  return (
    <>
      {nameOf(view, narrow)}
      <span class="tp-dot" aria-hidden="true">
        ●
      </span>
      <span class="tp-unseen">, with marks</span>
    </>
  );
}
