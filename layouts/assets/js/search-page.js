// The search page: what is typed and chosen is asked of the engine, shown, and kept in the address.

import { link } from "./routes.js";
import { ask } from "./ui/ask.js";
import { button, element, one } from "./ui/dom.js";
import { isEmpty, queryText, read, SORTS, write } from "./ui/search/address.js";
import { countText, moveByArrows, pager, PER_PAGE, result } from "./ui/search/results.js";

/** @typedef {import("./ui/ask.js").Answer} Answer */

const PAUSE = 60; // milliseconds without a key before a query is asked
const PATIENCE = 250; // milliseconds before the page says that it is loading

const page = one("#search", HTMLElement), form = one("form", HTMLFormElement, page), box = one("#q", HTMLInputElement);
const status = one("#search-status", HTMLElement), found = one("#search-results", HTMLElement);
const sorts = element("select", { "aria-label": "Sort", hidden: true, change: () => choose({ sort: sorts.value }) },
  SORTS.map(([value, label]) => element("option", { value }, label)));
const line = element("div", { class: "status-line" }), list = element("div", { id: "search-list" });
const title = document.title;
let state = read(location.search), turn = 0, answered = 0, timer = 0;
/** @type {import("./ui/search/extras.js").Extras | null} */
let extras = null;

async function loadExtras() {
  const { addExtras } = await import("./ui/search/extras.js");
  return (extras ??= addExtras(form, found, choose));
}

// Asks for the state and shows the answer, unless another question came in between.
async function run({ focus = false } = {}) {
  const mine = ++turn;
  document.title = state.q ? `${state.q.slice(0, 100)} · ${title}` : title;
  sorts.value = state.sort;
  const loading = setTimeout(() => {
    found.setAttribute("aria-busy", "true");
    if (answered !== mine) status.textContent = "Searching …";
  }, PATIENCE);
  try {
    if (isEmpty(state)) await welcome();
    else await answer(focus, () => mine === turn);
  } catch (error) {
    if (mine === turn) failed(/** @type {Error} */ (error));
  } finally {
    clearTimeout(loading);
    if (mine === turn) found.removeAttribute("aria-busy");
  }
}

/**
 * @param {boolean} focus whether the first result gets it
 * @param {() => boolean} isCurrent
 */
async function answer(focus, isCurrent) {
  const options = { limit: PER_PAGE, offset: (state.page - 1) * PER_PAGE, sort: state.sort };
  if (!extras) {
    // The page's first results are titles alone: they come with the fewest bytes.
    const brief = await ask(queryText(state), { ...options, facets: false, excerpts: false }), about = await said(brief);
    if (!isCurrent()) return;
    show(brief, about);
  }
  const around = await loadExtras();
  if (!isCurrent()) return;
  const [whole, counts] = await Promise.all([ask(queryText(state), options), around.counts(state)]);
  const about = await said(whole);
  if (!isCurrent()) return;
  show(whole, about);
  if (whole.facets) around.update(whole.total, { ...whole.facets, ...counts }, state);
  if (focus) {
    scrollTo({ top: 0 });
    list.querySelector("a")?.focus({ preventScroll: true });
  }
}

/**
 * What there is to say about the query, if anything.
 * @param {Answer} answer
 */
async function said({ query }) {
  return query.notes.length ? (await import("./ui/search/notes.js")).notes(query.notes, state) : null;
}

/**
 * @param {Answer} answer
 * @param {HTMLElement | null} about
 */
function show(answer, about) {
  const { total, hits } = answer;
  answered = turn;
  const { activeElement } = document, at = list.contains(activeElement) && activeElement?.getAttribute("href");
  status.textContent = countText(answer, state.page);
  sorts.hidden = total < 2;
  const rows = element("ol", { class: "rows", start: (state.page - 1) * PER_PAGE + 1 }, hits.map((hit) => result(hit, extras?.saveButton)));
  const parts = [about, hits.length ? rows : browse("Try other words, or browse "), pager(state, total)];
  list.replaceChildren(...parts.flatMap((part) => part ?? []));
  if (at) [...rows.querySelectorAll("a")].find((each) => each.getAttribute("href") === at)?.focus();
}

async function welcome() {
  status.textContent = "";
  sorts.hidden = true;
  list.replaceChildren(browse("Or browse "));
  const around = await loadExtras();
  if (isEmpty(state)) around.hide();
}

/** @param {string} text */
function browse(text) {
  /** @type {(row: ScriptRoute, name: string) => HTMLElement} */
  const to = (row, name) => element("a", { href: link(row) }, name);
  return element("p", { class: "lead" }, text, to("papers", "all papers"), ", ", to("authors", "authors"), ", ",
    to("venues", "venues"), " and ", to("tags", "tags"), ".");
}

/** @param {Error} error */
function failed(error) {
  status.textContent = "The search could not be loaded.";
  sorts.hidden = true;
  extras?.hide();
  list.replaceChildren(element("div", { class: "note" }, element("p", {}, `${error.message} `, button("Try again", () => run()))));
}

/**
 * A deliberate step: it gets an entry in the browser's history.
 * @param {Partial<SearchState>} changes
 */
function choose(changes, { focus = false } = {}) {
  state = { ...state, page: 1, ...changes };
  clearTimeout(timer);
  history.pushState({ settled: true }, "", write(state));
  box.value = state.q;
  run({ focus });
}

// Typing changes the entry it began; the first letter after a settled search begins one.
function typed() {
  state = { ...state, q: box.value, page: 1 };
  if (history.state?.settled) history.pushState({ settled: false }, "", write(state));
  clearTimeout(timer);
  timer = setTimeout(() => {
    history.replaceState({ settled: false }, "", write(state));
    run();
  }, PAUSE);
}

const settle = () => history.replaceState({ settled: true }, "", write(state));

/** @param {SubmitEvent} event */
function submitted(event) {
  event.preventDefault();
  clearTimeout(timer);
  settle();
  run();
}

/**
 * Links inside the page are followed without leaving it.
 * @param {MouseEvent} event
 */
function clicked(event) {
  const link = event.target instanceof Element && event.target.closest("a[data-page], a[data-query]");
  if (!(link instanceof HTMLElement) || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (link.dataset.page) choose({ page: Number(link.dataset.page) }, { focus: true });
  else choose({ q: link.dataset.query });
}

function fromAddress() {
  clearTimeout(timer);
  state = read(location.search);
  box.value = state.q;
  run();
}

status.replaceWith(line);
line.append(status, sorts);
found.append(list);
box.addEventListener("input", typed);
box.addEventListener("change", settle);
form.addEventListener("submit", submitted);
page.addEventListener("click", clicked);
addEventListener("popstate", fromAddress);
moveByArrows(box, list);
if (box.value && !location.search) state.q = box.value; // typed before this script ran
box.value = state.q;
history.replaceState({ settled: true }, "", location.href);
if (!state.q) box.focus();
run();
