// The search page: what is typed and chosen is asked of the engine, shown, and kept in the address.

import { link } from "./routes.js";
import { ask } from "./ui/ask.js";
import { button, element } from "./ui/dom.js";
import { isEmpty, queryText, read, SORTS, write } from "./ui/search/address.js";
import { countText, moveByArrows, pager, PER_PAGE, result } from "./ui/search/results.js";

const PAUSE = 60; // milliseconds without a key before a query is asked
const PATIENCE = 250; // milliseconds before the page says that it is loading

const box = document.getElementById("q"), status = document.getElementById("search-status");
const found = document.getElementById("search-results");
const sorts = element("select", { "aria-label": "Sort", hidden: true, change: () => choose({ sort: sorts.value }) },
  SORTS.map(([value, label]) => element("option", { value }, label)));
const list = element("div", { id: "search-list" });
const title = document.title;
let state = read(location.search), extras = null, turn = 0, timer;

const line = element("div", { class: "status-line" });
status.replaceWith(line);
line.append(status, sorts);
found.append(list);

async function loadExtras() {
  const { addExtras } = await import("./ui/search/extras.js");
  extras ??= addExtras(box.form, found, choose);
}

// Asks for the state and shows the answer, unless another question came in between.
async function run({ focus = false } = {}) {
  const mine = ++turn;
  document.title = state.q ? `${state.q.slice(0, 100)} · ${title}` : title;
  sorts.value = state.sort;
  const loading = setTimeout(() => {
    found.setAttribute("aria-busy", "true");
    if (!list.children.length) status.textContent = "Searching …";
  }, PATIENCE);
  try {
    if (isEmpty(state)) await welcome();
    else await answer({ focus }, () => mine === turn);
  } catch (error) {
    if (mine === turn) failed(error);
  } finally {
    clearTimeout(loading);
    if (mine === turn) found.removeAttribute("aria-busy");
  }
}

async function answer({ focus }, isCurrent) {
  const options = { limit: PER_PAGE, offset: (state.page - 1) * PER_PAGE, sort: state.sort };
  if (!extras) {
    // The page's first results are titles alone: they come with the fewest bytes.
    const brief = await ask(queryText(state), { ...options, facets: false, excerpts: false }), about = await said(brief);
    if (!isCurrent()) return;
    show(brief, about);
    await loadExtras();
    if (!isCurrent()) return;
  }
  const [whole, counts] = await Promise.all([ask(queryText(state), options), extras.counts(state)]);
  const about = await said(whole);
  if (!isCurrent()) return;
  show(whole, about);
  extras.update(whole.total, { ...whole.facets, ...counts }, state);
  if (focus) {
    scrollTo({ top: 0 });
    list.querySelector("a")?.focus({ preventScroll: true });
  }
}

// What there is to say about the query, if anything.
async function said({ query }) {
  return query.notes.length ? (await import("./ui/search/notes.js")).notes(query.notes, state) : null;
}

function show(answer, about) {
  const { total, hits } = answer;
  const at = list.contains(document.activeElement) && document.activeElement.href;
  status.textContent = countText(answer, state.page);
  sorts.hidden = total < 2;
  const rows = element("ol", { class: "rows", start: (state.page - 1) * PER_PAGE + 1 }, hits.map((hit) => result(hit, extras?.saveButton)));
  const parts = [about, hits.length ? rows : browse("Try other words, or browse "), pager(state, total)];
  list.replaceChildren(...parts.filter(Boolean));
  if (at) [...rows.querySelectorAll("a")].find(({ href }) => href === at)?.focus();
}

async function welcome() {
  status.textContent = "";
  sorts.hidden = true;
  list.replaceChildren(browse("Or browse "));
  await loadExtras();
  if (isEmpty(state)) extras.hide();
}

function browse(text) {
  const to = (row, name) => element("a", { href: link(row) }, name);
  return element("p", { class: "lead" }, text, to("papers", "all papers"), ", ", to("authors", "authors"), ", ",
    to("venues", "venues"), " and ", to("tags", "tags"), ".");
}

function failed(error) {
  status.textContent = "The search could not be loaded.";
  sorts.hidden = true;
  extras?.hide();
  list.replaceChildren(element("div", { class: "note" }, element("p", {}, `${error.message} `, button("Try again", () => run()))));
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
    run();
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
