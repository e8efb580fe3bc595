// The search page: what is typed and chosen is asked of the engine, shown, and kept in the address.

import { ask } from "./ui/ask.js";
import { button, element, root } from "./ui/dom.js";
import { exportRow } from "./ui/export.js";
import { isEmpty, queryText, read, SORTS, write } from "./ui/search/address.js";
import { chips, facetPanel } from "./ui/search/facets.js";
import { help } from "./ui/search/help.js";
import { notes } from "./ui/search/notes.js";
import { countText, moveByArrows, pager, PER_PAGE, result } from "./ui/search/results.js";

const PAUSE = 60; // milliseconds without a key before a query is asked
const PATIENCE = 250; // milliseconds before the page says that it is loading
const EXPORTED = 500; // papers in one file at most

const box = document.getElementById("q"), status = document.getElementById("search-status");
const found = document.getElementById("search-results");
const sorts = element("select", { "aria-label": "Sort", change: () => choose({ sort: sorts.value }) },
  SORTS.map(([value, label]) => element("option", { value }, label)));
const tips = help(), chosen = element("div", { class: "chips" });
const panel = facetPanel((changes) => choose(changes));
const list = element("div", { id: "search-list" });
const venueNames = new Map();
const title = document.title;
let state = read(location.search), turn = 0, timer;

box.form.after(tips, chosen);
const line = element("div", { class: "status-line" });
status.replaceWith(line);
line.append(status, sorts);
found.append(panel.node, list);

// Asks for the state and shows the answer, unless another question came in between.
async function run({ typing = false, focus = false } = {}) {
  const mine = ++turn;
  document.title = state.q ? `${state.q.slice(0, 100)} · ${title}` : title;
  chosen.replaceChildren(...chips(state, (slug) => venueNames.get(slug) ?? slug, choose));
  sorts.value = state.sort;
  if (isEmpty(state)) return welcome();
  const loading = setTimeout(() => {
    found.setAttribute("aria-busy", "true");
    if (!list.children.length) status.textContent = "Searching …";
  }, PATIENCE);
  try {
    const options = { limit: PER_PAGE, offset: (state.page - 1) * PER_PAGE, sort: state.sort, typing };
    const [answer, all] = await Promise.all([
      ask(queryText(state), options),
      state.year && ask(queryText({ ...state, year: null }), { limit: 0, typing }),
    ]);
    if (mine === turn) show(answer, (all || answer).facets.years, focus);
  } catch (error) {
    if (mine === turn) failed(error);
  } finally {
    clearTimeout(loading);
    if (mine === turn) found.removeAttribute("aria-busy");
  }
}

function show({ total, hits, facets, query }, years, focus) {
  for (const { slug, name } of facets.venues) venueNames.set(slug, name);
  if (state.venue) chosen.replaceChildren(...chips(state, (slug) => venueNames.get(slug) ?? slug, choose));
  status.textContent = countText(total, state.page);
  sorts.hidden = total < 2;
  panel.update(facets, years, state);
  const rows = element("ol", { class: "rows", start: (state.page - 1) * PER_PAGE + 1 }, hits.map(result));
  list.replaceChildren(...[
    notes(query.notes, state),
    hits.length ? rows : browse("Try other words, or browse "),
    pager(state, total),
    hits.length && exportRow(total > EXPORTED ? `Export the first ${EXPORTED}:` : "Export these papers:", fileName(), ids),
  ].filter(Boolean));
  if (focus) {
    scrollTo({ top: 0 });
    rows.querySelector("a")?.focus({ preventScroll: true });
  }
}

function welcome() {
  status.textContent = "";
  sorts.hidden = panel.node.hidden = true;
  list.replaceChildren(browse("Or browse "));
}

function browse(text) {
  const link = (path, name) => element("a", { href: new URL(path, root) }, name);
  return element("p", { class: "lead" }, text, link("papers/", "all papers"), ", ", link("authors/", "authors"), ", ",
    link("venues/", "venues"), " and ", link("tags/", "tags"), ".");
}

function failed(error) {
  status.textContent = "The search could not be loaded.";
  sorts.hidden = panel.node.hidden = true;
  list.replaceChildren(element("div", { class: "note" }, element("p", {}, `${error.message} `, button("Try again", () => run()))));
}

const fileName = () => state.q.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "papers";

async function ids() {
  const { hits } = await ask(queryText(state), { limit: EXPORTED, sort: state.sort, facets: false, excerpts: false });
  return hits.map(({ id }) => id);
}

// A deliberate step: it gets an entry in the browser's history.
function choose(changes, options) {
  state = { ...state, page: 1, ...changes };
  clearTimeout(timer);
  history.pushState({ settled: true }, "", write(state));
  box.value = state.q;
  run(options);
}

// Typing changes the entry it began; the first letter after a settled search begins one.
box.addEventListener("input", () => {
  state = { ...state, q: box.value, page: 1 };
  if (history.state?.settled) history.pushState({ settled: false }, "", write(state));
  clearTimeout(timer);
  timer = setTimeout(() => {
    history.replaceState({ settled: false }, "", write(state));
    run({ typing: true });
  }, PAUSE);
});

const settle = () => history.replaceState({ settled: true }, "", write(state));
box.addEventListener("change", settle);
box.form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  settle();
  run();
});

// Links inside the page are followed without leaving it.
document.getElementById("search").addEventListener("click", (event) => {
  const link = event.target.closest("a[data-page], a[data-query]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (link.dataset.page) choose({ page: Number(link.dataset.page) }, { focus: true });
  else choose({ q: link.dataset.query });
});

function fromAddress() {
  clearTimeout(timer);
  state = read(location.search);
  box.value = state.q;
  run();
}

addEventListener("popstate", fromAddress);
moveByArrows(box, list);
if (box.value && !location.search) state.q = box.value; // typed before this script ran
box.value = state.q;
history.replaceState({ settled: true }, "", location.href);
if (!state.q) box.focus();
run();
