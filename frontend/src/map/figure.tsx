/** The body as a picture: one tab stop, arrow keys inside, and always a mirror of the list. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { type Loaded, type View, VIEW_NAMES, VIEWS } from "../atlas";
import { useId } from "../ids";
import type { Region, Sided } from "../regions";
import { type Box, boxText, magnify, middle, parseBox, reach, UPPER_BODY } from "../viewbox";
import { boxOf, controls, type Drawing, draw, type Layer, paint, regionOf, type Scene } from "./drawing";
import { destination, inListOrder } from "./move";
import { drawPoints, nearestTarget, type Points, ring } from "./overlay";
import { Segmented } from "./segmented";
import { useTooltip } from "./tooltip";
import { type Zoom, ZoomButtons } from "./zoom";

const SIDE_BY_SIDE = 440; // px of room from which all views are shown at once

interface Props {
  loaded: Loaded;
  scene: Omit<Scene, "layer">;
  order: readonly Region[];
  label: string;
  /** The view shown first where there is room for one only, and the layer shown first. */
  view?: View | null;
  layer?: Layer;
  points?: Points;
  onChoose(key: Sided): void;
  /** Escape was pressed on a region: put the focus on its entry in the list. */
  onLeave(key: Sided): void;
  say(message: string): void;
}

export function Figure(props: Props) {
  const { loaded, order, scene, label, points, onChoose, onLeave, say } = props;
  const id = useId();
  const stage = useRef<HTMLDivElement>(null);
  const cursor = useRef<{ view: View; key: string } | null>(null);
  const [width, setWidth] = useState(0);
  const [view, setView] = useState<View>(props.view ?? "front");
  const [layer, setLayer] = useState<Layer>(props.layer ?? "superficial");
  const [zoom, setZoom] = useState<Zoom>({ whole: false, scale: 1 });
  const [centre, setCentre] = useState<{ view: View; box: Box } | null>(null);
  const tooltip = useTooltip(stage);

  const drawings = useMemo(() => {
    const found: Drawing[] = [];
    for (const name of VIEWS) {
      const text = loaded.figures[name];
      if (text) found.push(draw(name, text, `${id}-${name}`));
    }
    return found;
  }, [loaded]);
  const visible = drawings.filter((drawing) => width >= SIDE_BY_SIDE || drawing.view === view);
  const full: Scene = { ...scene, layer };

  // Whoever chooses in the figure stays where they are: another view would take the focus away.
  const inFigure = () => stage.current?.contains(document.activeElement) ?? false;
  useEffect(() => {
    if (!inFigure()) setView(props.view ?? "front");
  }, [props.view]);
  useEffect(() => {
    if (!inFigure()) setLayer(props.layer ?? "superficial");
  }, [props.layer]);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
    watch.observe(stage.current!);
    return () => watch.disconnect();
  }, []);

  useLayoutEffect(() => {
    for (const drawing of drawings) {
      paint(drawing, full);
      if (!visible.includes(drawing)) continue;
      const marked = [...full.marks].filter(([, mark]) => mark !== "landmark").map(([key]) => key);
      const boxes = marked.flatMap((key) => boxOf(drawing.paths.get(key) ?? []));
      const own = centre?.view === drawing.view ? [centre.box] : [];
      const base = zoom.whole || drawing.view === "head_side" ? drawing.whole : UPPER_BODY;
      let box = reach(base, [...boxes, ...own], drawing.whole);
      if (zoom.scale > 1) box = magnify(box, zoom.scale, middle(own[0] ?? boxes[0] ?? box));
      drawing.svg.setAttribute("viewBox", boxText(box));
      drawPoints(drawing, points?.marks.filter((point) => point.view === drawing.view) ?? []);
    }
    const stops = visible.flatMap(controls);
    const at = cursor.current;
    const here = stops.find((stop) => viewOf(stop) === at?.view && keyOf(stop) === at?.key);
    const pressed = stops.find((path) => path.getAttribute("aria-pressed") === "true");
    (here ?? pressed ?? inListOrder(stops, order)[0])?.setAttribute("tabindex", "0");
  });

  const viewOf = (path: Element) => drawings.find((drawing) => drawing.svg.contains(path))?.view;
  /** What an event is about: a region that can be chosen now, or a trigger point. */
  const controlAt = (event: Event) => {
    const target = event.target as Element;
    if (target.matches?.(".tp-hit"))
      return (event instanceof MouseEvent ? nearestTarget(target, event) : target) as SVGGraphicsElement;
    const path = target.closest?.<SVGGraphicsElement>("path[data-active], path[data-control]");
    return path && regionOf(path)?.kind === scene.kind ? path : null;
  };
  const chooseAt = (stop: SVGGraphicsElement) => {
    const region = regionOf(stop);
    if (!region) points?.onChoose(stop.dataset.point!);
    else if (!scene.locked) onChoose(region.key);
  };

  const focusOn = (stop: SVGGraphicsElement) => {
    const drawing = drawings.find((one) => one.svg.contains(stop));
    if (!drawing) return;
    const region = regionOf(stop);
    for (const one of drawings) for (const other of controls(one)) other.setAttribute("tabindex", "-1");
    stop.setAttribute("tabindex", "0");
    cursor.current = { view: drawing.view, key: keyOf(stop) };
    const seen = parseBox(drawing.svg.getAttribute("viewBox") ?? "");
    const [box] = boxOf([stop]);
    if (box && boxText(reach(seen, [box], drawing.whole)) !== boxText(seen)) setCentre({ view: drawing.view, box });
    if (stop.matches(":focus-visible")) {
      ring(drawing.svg, region ? (drawing.paths.get(`${region.kind}:${region.key}`) ?? []) : [stop]);
      tooltip.show(stop, tipOf(stop));
    }
  };
  const tipOf = (stop: SVGGraphicsElement) => {
    const region = regionOf(stop);
    return region ? nameOf(region.key) : [stop.ariaLabel, stop.ariaDescription].filter(Boolean).join("; ");
  };
  const nameOf = (key: Sided) => {
    const name = scene.name(key) ?? "";
    const more = scene.description?.(key);
    return more ? `${name}, ${more}` : name;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const stop = controlAt(event);
    if (!stop || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") {
      chooseAt(stop);
    } else if (event.key === "Escape") {
      tooltip.hide();
      const region = regionOf(stop);
      if (region) onLeave(region.key);
      else points?.onLeave(stop.dataset.point!);
    } else {
      const to = destination(event.key, stop, visible.flatMap(controls), order);
      if (!to) return;
      to.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (event: MouseEvent) => {
    const stop = controlAt(event);
    if (stop) return chooseAt(stop);
    const svg = (event.target as Element).closest<SVGSVGElement>("svg");
    const name = svg && viewOf(svg);
    const matrix = svg?.getScreenCTM();
    if (!name || !matrix || zoom.scale === 1) return;
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    setCentre({ view: name, box: { x: at.x, y: at.y, width: 0, height: 0 } });
  };

  return (
    <div class="tp-figure" role="group" aria-label={label} data-kind={scene.kind}>
      <div class="tp-figure-bar">
        {width < SIDE_BY_SIDE && (
          <Segmented
            label="View"
            name="view"
            options={drawings.map((drawing) => [drawing.view, viewLabel(drawing, scene)] as const)}
            value={view}
            onChange={(next) => {
              setView(next);
              say(`${VIEW_NAMES[next]} view.`);
            }}
          />
        )}
        {scene.kind === "muscle" && (
          <Segmented
            label="Layer"
            name="layer"
            options={[["superficial", "Superficial"], ["deep", "Deep"]]}
            value={layer}
            onChange={(next) => {
              setLayer(next);
              say(`${next === "deep" ? "Deep" : "Superficial"} layer.`);
            }}
          />
        )}
        <ZoomButtons
          zoom={zoom}
          onZoom={(next, message) => {
            if (next.scale === 1) setCentre(null);
            setZoom(next);
            say(message);
          }}
        />
      </div>
      <div
        class="tp-stage"
        ref={stage}
        data-layer={layer}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocusIn={(event) => focusOn(event.target as SVGGraphicsElement)}
        onFocusOut={() => {
          for (const drawing of drawings) ring(drawing.svg, []);
          tooltip.hide();
        }}
        onPointerOver={(event) => {
          const stop = controlAt(event);
          if (stop && event.pointerType === "mouse") tooltip.show(stop, tipOf(stop));
        }}
        onPointerOut={(event) => controlAt(event) && tooltip.leave()}
      >
        {drawings.map((drawing) => (
          <div key={drawing.view} class="tp-view" data-view={drawing.view} hidden={!visible.includes(drawing)}>
            <p class="tp-caption" aria-hidden="true">
              <span>{drawing.view === "back" ? "left" : "right"}</span>
              <strong>{VIEW_NAMES[drawing.view]}</strong>
              <span>{drawing.view === "back" ? "right" : "left"}</span>
            </p>
            <Holder svg={drawing.svg} />
          </div>
        ))}
        {!drawings.length && <p>The figure could not be loaded; the list and the words do everything.</p>}
        {tooltip.element}
      </div>
      {zoom.scale > 1 && <p class="tp-hint">Click or tap beside a region to centre the picture there.</p>}
    </div>
  );
}

/** The name by which the cursor remembers a control. */
const keyOf = (stop: SVGGraphicsElement) => regionOf(stop)?.key ?? `point:${stop.dataset.point}`;

/** On a phone one view shows at a time: say which of the others have something marked. */
function viewLabel({ view, paths }: Drawing, { marks }: Pick<Scene, "marks">) {
  if (![...marks.keys()].some((key) => paths.has(key))) return VIEW_NAMES[view];
  return (
    <>
      {VIEW_NAMES[view]} <span aria-hidden="true">●</span>
      <span class="tp-unseen">, with marks</span>
    </>
  );
}

/** Puts the live SVG into the page once: moving it again would take the focus away. */
function Holder({ svg }: { svg: SVGSVGElement }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.replaceChildren(svg), [svg]);
  return <div ref={place} />;
}
