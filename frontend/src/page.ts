/**
 * The host of a static page: shows any anywidget ES module in a `.tp-host`, without a kernel.
 *
 * `<div class="tp-host" data-module="URL" [data-css="URL"] [data-key="KEY"]>` holds the traits of the model
 * in a `<script type="application/json">` and, for readers without JavaScript, a `.tp-fallback`.
 * With `data-key` the trait `answers` is kept in the browser's storage under that key; hosts of one key (a set
 * in parts, the same page in another tab) add to each other's answers.
 */
import { keyOnPaper } from "./print/key";
import { type Answers, changedSince } from "./quiz/answers";

type Traits = Record<string, unknown>;
type Render = (context: { model: unknown; el: HTMLElement; experimental: object }) => unknown;
interface Widget {
  initialize?: (context: { model: unknown; experimental: object }) => unknown;
  render?: Render;
}

const NEAR = "800px";
const NOT_KEPT = "This browser does not keep your answers (its storage is off or full): they are gone when you close the page.";
const modules = new Map<string, Promise<Widget>>();

async function load(url: string): Promise<Widget> {
  const module = (await import(url)) as Widget & { default?: Widget | (() => Widget | Promise<Widget>) };
  const own = module.default ?? module;
  return typeof own === "function" ? own() : own;
}

/** A model with traits and listeners; `answers` live in storage where there is any. */
function makeModel(traits: Traits, key: string | undefined) {
  const listeners = new Map<string, Set<(...args: unknown[]) => void>>();
  const kept = key ? recall(key) : undefined;
  if (kept) traits.answers = kept;
  let saved = (traits.answers ?? {}) as Answers;
  const emit = (event: string) => listeners.get(event)?.forEach((listener) => listener());
  return {
    get: (name: string) => traits[name],
    set(name: string, value: unknown) {
      if (traits[name] === value) return;
      traits[name] = value;
      emit(`change:${name}`);
      emit("change");
    },
    save_changes() {
      if (!key || traits.answers === undefined) return;
      const now = traits.answers as Answers;
      if (remember(key, { ...recall(key), ...changedSince(saved, now) })) saved = now;
      else if (traits.props) this.set("props", { ...traits.props, notice: NOT_KEPT });
    },
    on(events: string, listener: () => void) {
      for (const event of events.split(" "))
        listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
    },
    off(events?: string | null, listener?: () => void) {
      for (const event of events ? events.split(" ") : listeners.keys())
        if (listener) listeners.get(event)?.delete(listener);
        else listeners.delete(event);
    },
    send: () => console.warn("A message to the kernel was not sent: a page has no kernel."),
  };
}

function recall(key: string, storage = () => localStorage): object | undefined {
  try {
    const kept: unknown = JSON.parse(storage().getItem(key) ?? "null");
    return typeof kept === "object" && kept !== null && !Array.isArray(kept) ? kept : undefined;
  } catch {
    return undefined; // storage is off, or what it holds is not ours
  }
}

/** Keep something; false where storage is off or full: the page still works, it only forgets. */
function remember(key: string, what: unknown, storage = () => localStorage): boolean {
  try {
    storage().setItem(key, JSON.stringify(what));
    return true;
  } catch {
    return false;
  }
}

/** What of a widget an address may name, as in `#explore=infraspinatus&map=2`: no place in the page, but a map of it. */
const NAMED = /^#(?:explore|hurts)=/;
const isMap = (host: HTMLElement) => /"kind":\s*"body-map"/.test(host.querySelector("script")?.textContent ?? "");
const placeOf = (host: HTMLElement) => hosts.filter(isMap).indexOf(host) + 1 || undefined;

/** Show the map that the address means, however far down the page it is; it then brings itself into view. */
function showNamed() {
  if (!NAMED.test(location.hash)) return;
  const place = Number(new URLSearchParams(location.hash.slice(1)).get("map") ?? 1);
  const host = hosts.filter(isMap)[place - 1];
  if (host && !started.has(host)) void show(host);
}

const started = new WeakSet<HTMLElement>();

async function show(host: HTMLElement) {
  watch.unobserve(host);
  started.add(host);
  const url = new URL(host.dataset.module!, document.baseURI).href;
  const el = document.createElement("div");
  try {
    const traits = JSON.parse(host.querySelector('script[type="application/json"]')?.textContent ?? "{}") as Traits;
    traits.place = placeOf(host);
    if (host.dataset.css) await addStyle(new URL(host.dataset.css, document.baseURI).href);
    if (!modules.has(url)) modules.set(url, load(url));
    const widget = await modules.get(url)!;
    const model = makeModel(traits, host.dataset.key);
    host.append(el);
    await widget.initialize?.({ model, experimental: {} });
    await widget.render?.({ model, el, experimental: {} });
    foldWords(host);
    host.dataset.state = "ready";
    host.style.minHeight = "";
  } catch (error) {
    const note = document.createElement("p");
    note.setAttribute("role", "alert");
    note.textContent = `This interactive part could not be started: ${error instanceof Error ? error.message : error}`;
    el.replaceWith(note);
    if (!note.isConnected) host.append(note);
    host.dataset.state = "failed";
    host.style.minHeight = "";
  }
}

/** Hide what the widget replaces; a link to all of it in words stays below, as the long description of the figure. */
function foldWords(host: HTMLElement) {
  const words = host.querySelector<HTMLElement>(":scope > .tp-fallback");
  for (const part of words?.querySelectorAll<HTMLElement>(":scope > *") ?? [])
    part.hidden = !part.matches("p:has(> a[href*='#']:only-child)") || !host.querySelector(".tp-body-map");
  if (words) host.append(words);
}

// A widget is made when it comes near, so after a reload the page would grow above the place to scroll to.
const hosts = [...document.querySelectorAll<HTMLElement>(".tp-host[data-module]")];
const HEIGHTS = `tp-heights:${location.pathname}:${innerWidth}`;

function reserveHeights() {
  const heights = (recall(HEIGHTS, () => sessionStorage) ?? {}) as Record<number, number>;
  for (const [at, host] of hosts.entries()) if (heights[at]) host.style.minHeight = `${heights[at]}px`;
}
addEventListener("pagehide", () =>
  remember(HEIGHTS, Object.fromEntries(hosts.map((host, at) => [at, Math.round(host.offsetHeight)])), () => sessionStorage),
);

/** Add a style sheet once a page; resolves when it is there, or cannot be had. */
function addStyle(href: string): Promise<unknown> {
  let link = [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")].find((one) => one.href === href);
  if (link) return Promise.resolve();
  link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  const loaded = new Promise((resolve) => link.addEventListener("load", resolve, { once: true }));
  const failed = new Promise((resolve) => link.addEventListener("error", resolve, { once: true }));
  document.head.append(link);
  return Promise.race([loaded, failed]);
}

const watch = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) void show(target as HTMLElement);
    }
  },
  { rootMargin: NEAR },
);
reserveHeights();
for (const host of hosts) watch.observe(host);
showNamed();
addEventListener("hashchange", showNamed);
keyOnPaper();
