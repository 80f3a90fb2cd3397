/** The controls above the figure: which view, which layer, how large. A choice never changes their height. */
import { type View, VIEW_NAMES } from "../atlas";
import type { Drawing, Layer, Scene } from "./drawing";
import { Segmented } from "./segmented";
import { ZoomButtons, type ZoomProps } from "./zoom";

interface Props extends ZoomProps {
  /** The views to choose from; none where all of them show. */
  views: readonly Drawing[];
  view: View;
  scene: Scene;
  onView(view: View): void;
  onLayer(layer: Layer): void;
  say(message: string): void;
}

export function Bar({ views, view, scene, camera, cropped, onView, onLayer, onScale, onWhole, say }: Props) {
  return (
    <div class="tp-figure-bar">
      {views.length > 0 && (
        <Segmented
          label="View"
          name="view"
          options={views.map((drawing) => [drawing.view, viewLabel(drawing, scene)] as const)}
          value={view}
          onChange={onView}
        />
      )}
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
        onScale={onScale}
        onWhole={(whole) => {
          onWhole(whole);
          say(whole ? "Whole body shown." : "Upper body shown.");
        }}
      />
    </div>
  );
}

/** On a phone one view shows at a time: say which of the others have something marked. */
function viewLabel({ view, paths }: Drawing, { marks }: Pick<Scene, "marks">) {
  if (![...marks.keys()].some((key) => paths.has(key))) return VIEW_NAMES[view];
  return (
    <>
      {VIEW_NAMES[view]}
      <span class="tp-dot" aria-hidden="true">
        ●
      </span>
      <span class="tp-unseen">, with marks</span>
    </>
  );
}
