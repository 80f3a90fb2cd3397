/** Zoom and move by buttons: they change the viewBox, so that lines stay crisp and nothing needs a pinch. */
import type { Camera } from "./camera";
import { MOST } from "./camera";
import type { Spot } from "./shape";

const STEP = 1.5;

export interface ZoomProps {
  camera: Camera;
  /** Whether a part of the body can be shown in place of the whole one. */
  cropped: boolean;
  isWhole: boolean;
  onScale(scale: number): void;
  onWhole(whole: boolean): void;
}

export const larger = (scale: number) => Math.min(MOST, scale * STEP);
export const smaller = (scale: number) => (scale / STEP < 1.05 ? 1 : scale / STEP);

export function ZoomButtons({ camera: { scale }, cropped, isWhole, onScale, onWhole }: ZoomProps) {
  return (
    <div class="tp-zoom" role="group" aria-label="Zoom">
      <button type="button" aria-disabled={scale <= 1} onClick={() => scale > 1 && onScale(smaller(scale))}>
        <span aria-hidden="true">−</span>
        <span class="tp-unseen">Zoom out</span>
      </button>
      <button type="button" aria-disabled={scale >= MOST} onClick={() => scale < MOST && onScale(larger(scale))}>
        <span aria-hidden="true">+</span>
        <span class="tp-unseen">Zoom in</span>
      </button>
      {cropped && (
        <button type="button" aria-pressed={isWhole} onClick={() => onWhole(!isWhole)}>
          Whole body
        </button>
      )}
    </div>
  );
}

const WAYS: readonly (readonly [string, string, Spot])[] = [
  ["←", "left", { x: -1, y: 0 }],
  ["↑", "up", { x: 0, y: -1 }],
  ["↓", "down", { x: 0, y: 1 }],
  ["→", "right", { x: 1, y: 0 }],
];

/** Moves the picture without a drag. */
export function MoveButtons({ onMove }: { onMove(way: Spot, word: string): void }) {
  return (
    <div class="tp-move">
      <div class="tp-zoom" role="group" aria-label="Move the picture">
        {WAYS.map(([sign, word, way]) => (
          <button key={word} type="button" data-move={word} onClick={() => onMove(way, word)}>
            <span aria-hidden="true">{sign}</span>
            <span class="tp-unseen">Move {word}</span>
          </button>
        ))}
      </div>
      <p class="tp-hint">Or drag the picture; with keys, hold Shift and press an arrow.</p>
    </div>
  );
}
