// The year filter: a histogram over which one drags, and two sliders that do the same from the keyboard.

import { element } from "../dom.js";

const SVG = "http://www.w3.org/2000/svg";
const HEIGHT = 48;

// -> { node, update(counts by year, chosen [from, to] or null) }; `choose` is called with a span, or null for all years.
export function yearFilter(choose) {
  const plot = document.createElementNS(SVG, "svg");
  plot.setAttribute("preserveAspectRatio", "none");
  plot.setAttribute("aria-hidden", "true");
  const slider = (label) => element("input", { type: "range", step: 1, "aria-label": label, input: slide, change: commit });
  const from = slider("From year"), to = slider("To year");
  const said = element("p", { class: "span" });
  const node = element("div", { class: "years", role: "group", "aria-label": "Years", hidden: true }, said, plot, element("div", { class: "sliders" }, from, to));
  let first = 0, last = 0, span = [0, 0], begun = null;

  function draw() {
    const [low, high] = span;
    for (const bar of plot.children) bar.classList.toggle("out", bar.dataset.year < low || bar.dataset.year > high);
    [from.value, to.value] = span;
    said.textContent = low === high ? `${low}` : `${low} – ${high}`;
  }

  // A slider that meets the other takes it along.
  function slide({ target }) {
    const value = Number(target.value);
    span = target === from ? [value, Math.max(value, span[1])] : [Math.min(value, span[0]), value];
    draw();
  }

  function commit() {
    choose(span[0] <= first && span[1] >= last ? null : span);
  }

  function yearAt({ clientX }) {
    const { left, width } = plot.getBoundingClientRect();
    const at = Math.floor(((clientX - left) / width) * (last - first + 1));
    return first + Math.min(last - first, Math.max(0, at));
  }

  function drag(event) {
    if (begun === null) return;
    const now = yearAt(event);
    span = [Math.min(begun, now), Math.max(begun, now)];
    draw();
  }

  plot.addEventListener("pointerdown", (event) => {
    plot.setPointerCapture(event.pointerId);
    begun = yearAt(event);
    drag(event);
  });
  plot.addEventListener("pointermove", drag);
  plot.addEventListener("pointerup", () => {
    if (begun !== null) commit();
    begun = null;
  });
  plot.addEventListener("pointercancel", () => (begun = null));

  function update(counts, chosen) {
    const years = Object.keys(counts).map(Number);
    node.hidden = years.length < 2;
    if (node.hidden) return;
    [first, last] = [Math.min(...years), Math.max(...years)];
    span = chosen ? [Math.max(first, Math.min(last, chosen[0])), Math.min(last, Math.max(first, chosen[1]))] : [first, last];
    const most = Math.max(...Object.values(counts));
    plot.setAttribute("viewBox", `0 0 ${(last - first + 1) * 10} ${HEIGHT}`);
    plot.replaceChildren(...years.map((year) => bar(year, counts[year], most)));
    for (const each of [from, to]) [each.min, each.max] = [first, last];
    draw();
  }

  function bar(year, count, most) {
    const made = document.createElementNS(SVG, "rect"), tall = Math.max(2, (count / most) * HEIGHT);
    const shape = { x: (year - first) * 10 + 1, y: HEIGHT - tall, width: 8, height: tall };
    for (const [name, value] of Object.entries(shape)) made.setAttribute(name, value);
    made.dataset.year = year;
    const title = document.createElementNS(SVG, "title");
    title.textContent = `${year}: ${count.toLocaleString("en")}`;
    made.append(title);
    return made;
  }

  return { node, update };
}
