/** The body as a picture: one tab stop, arrow keys inside, and always a mirror of the list. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Look } from "../address/shown";
import { afterPaint, useAfterPaint } from "../after_paint";
import { canShow, INSETS, isWholeBody, type Loaded, type View, VIEW_NAMES } from "../atlas";
import { useId } from "../ids";
import type { Region, Sided } from "../regions";
import { reveal } from "../scroll";
import { middle } from "../viewbox";
import { Around } from "./around";
import { Bar } from "./bar";
import { MOST } from "./camera";
import { Caption, Edge, Holder } from "./caption";
import { controls, type Drawing, type Layer, pathKey, regionOf, type Scene } from "./drawing";
import { useDrawings } from "./drawings";
import { closer, type Elsewhere, hidden, neighbours, onlyFromTheSide } from "./elsewhere";
import { useGestures } from "./gestures";
import { KEYS, useKeys } from "./keys";
import { inListOrder } from "./move";
import { tellOrder } from "./order";
import { nearestTarget, type Points, ring } from "./overlay";
import { seenIn, usePicture } from "./picture";
import { boxOf, readAhead, type Spot } from "./shape";
import { Slot } from "./slot";
import { useTooltip } from "./tooltip";
import { MoveButtons } from "./zoom";

const SIDE_BY_SIDE = 440; // px of room from which all views but the insets are shown at once
const STRIDE = 0.25; // of the picture, for each press of a move button

interface Props {
  loaded: Loaded;
  scene: Omit<Scene, "layer">;
  order: readonly Region[];
  label: string;
  /** The view shown first where there is room for one only, and the layer shown first. */
  view?: View | null;
  layer?: Layer;
  points?: Points;
  /** How a link says that it is looked at first; it goes before `view` and `layer`. */
  look?: Look;
  onLook?(look: Look): void;
  onChoose(key: Sided): void;
  /** Escape was pressed on a region: put the focus on its entry in the list. */
  onLeave(key: Sided): void;
  say(message: string): void;
}

export function Figure(props: Props) {
  const { loaded, order, scene, label, points, onChoose, onLeave, say } = props;
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const cursor = useRef<{ view: View; key: string } | null>(null);
  const jump = useRef<Elsewhere | null>(null);
  const tabStop = useRef<SVGGraphicsElement | undefined>(undefined);
  const switched = useRef(false); // the reader asked for another layer
  const here = useRef(true); // the view and layer shown first are those of the link
  const [width, setWidth] = useState(0);
  const [chosenView, setView] = useState<View>(props.look?.view ?? props.view ?? "front");
  const [layer, setLayer] = useState<Layer>(props.look?.layer ?? props.layer ?? "superficial");
  const [last, setLast] = useState<Elsewhere | null>(null);
  const tooltip = useTooltip(stage);

  const view = canShow(loaded, chosenView) ? chosenView : "front";
  const narrow = width < SIDE_BY_SIDE;
  const isShown = (one: View) => one === view || (!narrow && !INSETS.includes(one));
  const { plans, visible, all } = useDrawings(loaded, id, view, isShown);
  const coming = INSETS.includes(view) && !loaded.figures[view];
  // Of another layer the shapes show at once; their two hundred names and roles follow.
  const named = useAfterPaint(layer, !switched.current);
  switched.current = false;
  const { look } = props;
  const onLook = (next: Look) => props.onLook?.({ ...next, view, layer });
  const picture = usePicture({ visible, width, scene: { ...scene, layer: named }, layer, points, here, look, onLook });
  const { camera } = picture;
  const movable = useAfterPaint(camera.scale > 1); // its buttons follow the picture
  const scale = useRef(1); // fingers move faster than the picture is drawn
  scale.current = camera.scale;

  // Whoever chooses in the figure stays where they are: another view would take the focus away.
  useLayoutEffect(() => {
    if (!here.current) setView(props.view ?? "front");
  }, [props.view]);
  useLayoutEffect(() => {
    if (!here.current) setLayer(props.layer ?? "superficial");
  }, [props.layer]);
  useLayoutEffect(() => {
    if (!here.current) setLast(null);
  }, [[...scene.marks].join()]);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
    watch.observe(stage.current!);
    return () => watch.disconnect();
  }, []);
  // Props stay the same while the picture is moved: what they alone decide is not asked again of a thousand shapes.
  const views = visible.map((drawing) => drawing.view).join();
  const inputs = [views, scene, named, points, order];
  useLayoutEffect(() => {
    const stops = visible.flatMap(controls);
    const at = cursor.current;
    const current = at && stops.find((stop) => keyOf(stop) === at.key && drawingOf(stop)?.view === at.view);
    const pressed = stops.find((path) => path.getAttribute("aria-pressed") === "true");
    tabTo(current ?? pressed ?? inListOrder(stops, order)[0]);
  }, inputs);
  useLayoutEffect(() => {
    here.current = false;
  });
  useEffect(() => {
    for (const drawing of visible) tellOrder(drawing, order);
  }, inputs);
  useEffect(() => {
    const own = ([key]: [string, unknown]) => key.startsWith(scene.kind);
    return readAhead(visible.flatMap(({ paths }) => [...paths].filter(own).flatMap(([, all]) => all)));
  }, [views, scene.kind]);
  useLayoutEffect(() => {
    const to = jump.current;
    const drawing = to && visible.find((one) => one.view === to.view);
    const stop = drawing && controls(drawing).find((one) => regionOf(one)?.key === to.key);
    if (!coming) jump.current = null;
    if (!stop) return;
    stop.focus();
    point(stop);
  });

  /** Make a control the one tab stop of the figure. */
  const tabTo = (stop: SVGGraphicsElement | undefined) => {
    const old = tabStop.current;
    if (old !== stop && old?.hasAttribute("tabindex")) old.setAttribute("tabindex", "-1");
    if (stop?.getAttribute("tabindex") !== "0") stop?.setAttribute("tabindex", "0");
    tabStop.current = stop;
  };
  const drawingOf = (path: Element) => visible.find((drawing) => drawing.svg.contains(path));
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
    const drawing = drawingOf(stop);
    here.current = true;
    if (!region) points?.onChoose(stop.dataset.point!);
    else if (!scene.locked) onChoose(region.key);
    setLast(region && drawing && !scene.locked ? { key: region.key, view: drawing.view } : null);
  };
  const nameOf = (key: Sided) => [scene.name(key) ?? "", scene.description?.(key)].filter(Boolean).join(", ");
  const tipOf = (stop: SVGGraphicsElement) => {
    const region = regionOf(stop);
    return region ? nameOf(region.key) : [stop.ariaLabel, stop.ariaDescription].filter(Boolean).join("; ");
  };
  /** Show where a control is: ring it, name it, and bring it into the picture. */
  const point = (stop: SVGGraphicsElement) => {
    const drawing = drawingOf(stop)!;
    const region = regionOf(stop);
    const shapes = region ? (drawing.paths.get(`${region.kind}:${region.key}`) ?? []) : [stop];
    const box = boxOf(stop);
    tooltip.show(stop, tipOf(stop)); // first, since it measures, and the rest changes the page
    if (box) picture.bring(drawing, box);
    ring(drawing.svg, shapes);
    afterPaint(() => document.activeElement === stop && reveal(stop)); // where the picture is moved to
  };
  const focusOn = (stop: SVGGraphicsElement) => {
    const drawing = drawingOf(stop);
    if (!drawing) return;
    tabTo(stop);
    cursor.current = { view: drawing.view, key: keyOf(stop) };
    if (stop.matches(":focus-visible")) point(stop);
  };
  const show = (next: View) => {
    const closes = !narrow && next === view;
    setView(closes ? "front" : next);
    say(closes ? `${VIEW_NAMES[next]} is not shown any more.` : `${VIEW_NAMES[next]} view.`);
    const button = root.current?.querySelector<HTMLElement>(`[data-choice="view:${next}"]`);
    button?.focus({ preventScroll: true });
    afterPaint(() => reveal(button));
  };
  const scaleTo = (next: number, held?: SVGGraphicsElement) => {
    const [drawing, box] = held ? [drawingOf(held), boxOf(held)] : [];
    picture.scaleTo(next, drawing && box ? { drawing, at: middle(box) } : undefined);
    say(next === 1 ? "Zoom reset." : `Zoom ${Math.round(next * 100)} %.`);
  };
  const moveBy = (one: Drawing, way: Spot) => {
    const seen = seenIn(one);
    picture.moveBy(one.view, way.x * STRIDE * seen.width, way.y * STRIDE * seen.height);
  };

  const onKeyDown = useKeys({
    scale: camera.scale,
    order,
    stops: () => visible.flatMap(controls),
    controlAt,
    onChoose: chooseAt,
    onLeave(stop) {
      tooltip.hide();
      const region = regionOf(stop);
      if (region) onLeave(region.key);
      else points?.onLeave(stop.dataset.point!);
    },
    onMove(stop, way) {
      const drawing = drawingOf(stop);
      if (drawing) moveBy(drawing, way);
    },
    onScale: (stop, next) => scaleTo(next, stop),
  });
  const placeOf = (svg: SVGSVGElement, { x, y }: Spot): Spot =>
    new DOMPoint(x, y).matrixTransform(svg.getScreenCTM()!.inverse());
  const gestures = useGestures({
    enlarged: camera.scale > 1,
    onDrag(svg, by) {
      const unit = 1 / (svg.getScreenCTM()?.a || 1);
      const drawing = drawingOf(svg);
      if (drawing) picture.moveBy(drawing.view, -by.x * unit, -by.y * unit);
    },
    onPinch(svg, by, at) {
      const drawing = drawingOf(svg);
      scale.current = Math.min(MOST, Math.max(1, scale.current * by));
      if (drawing) picture.scaleTo(scale.current, { drawing, at: placeOf(svg, at) });
    },
  });
  const onClick = (event: MouseEvent) => {
    if (gestures.moved()) return;
    const stop = controlAt(event);
    if (stop) {
      chooseAt(stop);
      if ((event as PointerEvent).pointerType === "touch") tooltip.show(stop, tipOf(stop), true);
      return;
    }
    const svg = (event.target as Element).closest<SVGSVGElement>("svg");
    const drawing = svg && drawingOf(svg);
    if (drawing && camera.scale > 1) picture.centreOn(drawing.view, placeOf(svg, { x: event.clientX, y: event.clientY }));
  };

  // Nobody touched these lines: they follow the picture.
  const tell = useMemo(() => () => {
    const beside = last && scene.pressed.has(last.key) && scene.kind === "zone" ? neighbours(plans, last.key, last.view) : [];
    return (
      <Around
        last={last && !scene.locked ? { name: nameOf(last.key), on: scene.pressed.has(last.key) } : undefined}
        neighbours={beside.flatMap((one) => {
          const name = scene.name(one.key);
          return name && !scene.locked && !scene.pressed.has(one.key) ? [{ ...one, name }] : [];
        })}
        closer={last && !scene.locked ? closer(all, visible, pathKey(scene.kind, last.key)).map((one) => ({ key: last.key, view: one })) : []}
        {...hidden(all, visible, scene.marks)}
        beyond={picture.beyond}
        onJump={(to) => {
          jump.current = to;
          setView(to.view);
          setLast(null);
          say(`${VIEW_NAMES[to.view]} view. ${scene.name(to.key)}.`);
        }}
        onView={show}
        onAll={() => {
          picture.showAll();
          say("All that is marked is shown.");
          stage.current?.querySelector<SVGElement>("[tabindex='0']")?.focus({ preventScroll: true });
        }}
      />
    );
  }, [plans.length, views, scene, last, camera, picture.beyond, view, narrow]);
  const told = useAfterPaint(tell);
  const around = useMemo(told, [told]);
  const edge = narrow && scene.kind === "zone" && camera.scale === 1 && picture.atHead && isWholeBody(view) ? onlyFromTheSide(plans) : [];
  const fromSide = order.flatMap((region) => (edge.includes(region.id) ? [region.short] : []));
  return (
    <div class="tp-figure" role="group" aria-label={label} aria-describedby={`${id}-keys`} data-kind={scene.kind} ref={root}>
      <p class="tp-unseen" id={`${id}-keys`}>
        {KEYS}
      </p>
      <Bar
        views={all.filter((one) => narrow || INSETS.includes(one.view))}
        narrow={narrow}
        view={view}
        scene={{ ...scene, layer }}
        camera={camera}
        cropped={visible.some((drawing) => isWholeBody(drawing.view))}
        isWhole={picture.isWhole}
        onView={show}
        onLayer={(next) => {
          switched.current = true;
          setLayer(next);
        }}
        onScale={scaleTo}
        onWhole={picture.showWhole}
        say={say}
      />
      <div
        class="tp-stage"
        ref={stage}
        data-layer={layer}
        data-enlarged={camera.scale > 1}
        {...gestures.on}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocusIn={(event) => focusOn(event.target as SVGGraphicsElement)}
        onFocusOut={() => {
          for (const drawing of visible) ring(drawing.svg, []);
          tooltip.leave(0); // not at once: where the focus goes on, its name takes this one's place
        }}
        onPointerOver={(event) => {
          const stop = controlAt(event);
          if (stop && event.pointerType === "mouse") tooltip.show(stop, tipOf(stop));
        }}
        onPointerOut={(event) => controlAt(event) && tooltip.leave()}
      >
        {coming && <p class="tp-coming">The drawing is being fetched.</p>}
        {insetsFirst(visible).map((drawing) => (
          <div key={drawing.view} class="tp-view" data-view={drawing.view} data-inset={INSETS.includes(drawing.view)}>
            <Caption view={drawing.view} />
            <Holder svg={drawing.svg} />
            <Slot>
              <Edge names={fromSide} onSide={() => show("head_side")} />
            </Slot>
          </div>
        ))}
        {!plans.length && <p>The figure could not be loaded; the list and the words do everything.</p>}
        <Slot>{tooltip.element}</Slot>
      </div>
      {movable && (
        <MoveButtons
          onMove={(way, word) => {
            for (const drawing of visible) moveBy(drawing, way);
            say(`Moved ${word}.`);
          }}
        />
      )}
      {around}
    </div>
  );
}

/** An inset that is opened beside the others stands before them: there it is seen at once. */
const insetsFirst = (drawings: readonly Drawing[]) =>
  [...drawings].sort((a, b) => Number(INSETS.includes(b.view)) - Number(INSETS.includes(a.view)));

/** The name by which the cursor remembers a control. */
const keyOf = (stop: SVGGraphicsElement) => regionOf(stop)?.key ?? `point:${stop.dataset.point}`;
