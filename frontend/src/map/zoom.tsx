/** Zoom by buttons: it changes the viewBox, so that lines stay crisp and nothing needs a pinch. */
export interface Zoom {
  whole: boolean;
  scale: number;
}
const MOST = 4;
const STEP = 1.5;

interface Props {
  zoom: Zoom;
  onZoom(zoom: Zoom, message: string): void;
}

export function ZoomButtons({ zoom, onZoom }: Props) {
  const to = (scale: number) =>
    onZoom({ ...zoom, scale }, scale === 1 ? "Zoom reset." : `Zoom ${Math.round(scale * 100)} %.`);
  return (
    <div class="tp-zoom" role="group" aria-label="Zoom">
      <button type="button" aria-disabled={zoom.scale <= 1} onClick={() => to(Math.max(1, zoom.scale / STEP))}>
        <span aria-hidden="true">−</span>
        <span class="tp-unseen">Zoom out</span>
      </button>
      <button type="button" aria-disabled={zoom.scale >= MOST} onClick={() => to(Math.min(MOST, zoom.scale * STEP))}>
        <span aria-hidden="true">+</span>
        <span class="tp-unseen">Zoom in</span>
      </button>
      <button
        type="button"
        aria-pressed={zoom.whole}
        onClick={() =>
          onZoom({ whole: !zoom.whole, scale: 1 }, zoom.whole ? "Upper body shown." : "Whole body shown.")
        }
      >
        Whole body
      </button>
    </div>
  );
}
