// The year filter: a histogram over which one drags, and two sliders that do the same from the keyboard.

import { element } from "../dom.js";

/** @typedef {[from: number, to: number]} Span */

const SVG = "http://www.w3.org/2000/svg";
const HEIGHT = 48, STEP = 10, WIDTH = 8; // of the plot, a year and its bar

/** @type {(low: number, value: number, high: number) => number} */
const clamp = (low, value, high) => Math.min(high, Math.max(low, value));

/**
 * @template {"svg" | "rect" | "title"} Name
 * @param {Name} name
 * @param {Record<string, string | number>} attributes
 */
function shape(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/**
 * @param {number} year
 * @param {number} left
 * @param {number} count
 * @param {number} most
 */
function bar(year, left, count, most) {
  const height = Math.max(2, (count / most) * HEIGHT), title = shape("title", {});
  const made = shape("rect", { x: left, y: HEIGHT - height, width: WIDTH, height, "data-year": year });
  title.textContent = `${year}: ${count.toLocaleString("en")}`;
  made.append(title);
  return made;
}

/**
 * A histogram on which one drags from year to year; `drag` is told the span so far, `drop` that it is chosen.
 * @param {(span: Span) => void} drag
 * @param {() => void} drop
 */
function histogram(drag, drop) {
  const node = shape("svg", { preserveAspectRatio: "none", "aria-hidden": "true" });
  /** @type {number | null} */
  let begun = null;
  let first = 0, last = 0;

  /** @param {PointerEvent} event */
  function yearAt({ clientX }) {
    const { left, width } = node.getBoundingClientRect();
    return clamp(first, first + Math.floor(((clientX - left) / width) * (last - first + 1)), last);
  }

  /** @param {PointerEvent} event */
  function move(event) {
    if (begun === null) return;
    const now = yearAt(event);
    drag([Math.min(begun, now), Math.max(begun, now)]);
  }

  node.addEventListener("pointerdown", (event) => {
    node.setPointerCapture(event.pointerId);
    begun = yearAt(event);
    move(event);
  });
  node.addEventListener("pointermove", move);
  node.addEventListener("pointerup", () => {
    if (begun !== null) drop();
    begun = null;
  });
  node.addEventListener("pointercancel", () => (begun = null));

  /**
   * @param {Record<number, number>} counts
   * @param {Span} years
   */
  function update(counts, years) {
    [first, last] = years;
    const most = Math.max(...Object.values(counts));
    node.setAttribute("viewBox", `0 0 ${(last - first + 1) * STEP} ${HEIGHT}`);
    node.replaceChildren(...Object.entries(counts).map(([year, count]) => bar(Number(year), (Number(year) - first) * STEP + 1, count, most)));
  }

  /** @param {Span} span */
  function mark([from, to]) {
    const bars = /** @type {Iterable<SVGElement>} */ (node.children);
    for (const bar of bars) bar.classList.toggle("out", Number(bar.dataset.year) < from || Number(bar.dataset.year) > to);
  }

  return { node, update, mark };
}

/**
 * The filter; `update` is told the counts by year and the span that is chosen, if any, and `choose` is called with a span,
 * or null for all years.
 * @param {(year: Span | null) => void} choose
 */
export function yearFilter(choose) {
  const plot = histogram(draw, commit);
  const slider = (/** @type {string} */ label) =>
    element("input", { type: "range", step: 1, "aria-label": label, input: slide, change: commit });
  const from = slider("From year"), to = slider("To year");
  const said = element("p", { class: "span" }), sliders = element("div", { class: "sliders" }, from, to);
  const node = element("div", { class: "years", role: "group", "aria-label": "Years", hidden: true }, said, plot.node, sliders);
  /** @type {Span} */
  let years = [0, 0];
  /** @type {Span} */
  let span = [0, 0];

  /** @param {Span} chosen */
  function draw(chosen) {
    span = chosen;
    const [low, high] = span;
    plot.mark(span);
    [from.value, to.value] = span.map(String);
    said.textContent = low === high ? `${low}` : `${low} – ${high}`;
  }

  /**
   * A slider that meets the other takes it along.
   * @param {Event} event
   */
  function slide({ target }) {
    const [low, high] = [Number(from.value), Number(to.value)];
    draw(target === from ? [low, Math.max(low, high)] : [Math.min(low, high), high]);
  }

  function commit() {
    choose(span[0] <= years[0] && span[1] >= years[1] ? null : span);
  }

  /**
   * @param {Record<number, number>} counts
   * @param {Span | null} chosen
   */
  function update(counts, chosen) {
    const known = Object.keys(counts).map(Number);
    node.hidden = known.length < 2;
    if (node.hidden) return;
    years = [Math.min(...known), Math.max(...known)];
    plot.update(counts, years);
    for (const each of [from, to]) [each.min, each.max] = years.map(String);
    const [first, last] = years, [low, high] = chosen ?? years;
    draw([Math.max(first, Math.min(last, low)), Math.min(last, Math.max(first, high))]);
  }

  return { node, update };
}
