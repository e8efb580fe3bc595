// Suggestions below the header's search box: titles and authors, while typing. (ARIA combobox with a list.)

import { link, root } from "../routes.js";
import { ask } from "./ask.js";
import { byline, element, fold, marked } from "./dom.js";

const TITLES = 6, NAMES = 3, PAUSE = 60;
const COMBOBOX = { role: "combobox", "aria-autocomplete": "list", "aria-controls": "suggestions", "aria-expanded": "false", autocomplete: "off" };

/** @type {(text: string) => string[]} */
const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Authors whose names hold every typed word, the last one as a beginning.
 * @param {string} text
 */
async function names(text) {
  const typed = wordsOf(text), last = typed.length - 1;
  if (last < 0 || last > 3 || typed[last].length < 2) return [];
  const query = typed.map((word, at) => `+authors:${word}${at === last ? "*" : ""}`).join(" ");
  const { hits } = await ask(query, { limit: 20, facets: false, excerpts: false, typos: false });
  const fits = (/** @type {string} */ name) => typed.every((word) => wordsOf(name).some((part) => part.startsWith(word)));
  return [...new Set(hits.flatMap(({ authors }) => authors.filter(fits)))].slice(0, NAMES);
}

/** @param {string} text */
const searchFor = (text) => new URL(`?${new URLSearchParams({ q: text })}`, link("search"));

/**
 * @param {URL} href
 * @param {ElementChild | ElementChild[]} text
 * @param {string} about
 */
const option = (href, text, about) =>
  element("a", { role: "option", href, tabindex: -1, "aria-selected": "false" }, element("span", {}, text), element("small", {}, about));

/**
 * The suggestions for a text; none where they cannot be had, since the box still searches.
 * @param {string} text
 */
async function suggestions(text) {
  if (!text.trim()) return [];
  try {
    const [{ hits }, people] = await Promise.all([ask(text, { limit: TITLES, facets: false, excerpts: false }), names(text)]);
    return [
      ...people.map((name) => option(searchFor(`author:"${name.replaceAll('"', "")}"`), name, "Author")),
      ...hits.map((hit) => option(new URL(hit.url, root), marked(hit.titleParts), byline(hit))),
    ];
  } catch {
    return [];
  }
}

/**
 * The list below a box; `choose` moves by one, round and back to the box itself.
 * @param {HTMLInputElement} box
 */
function listbox(box) {
  const list = element("div", { id: "suggestions", role: "listbox", "aria-label": "Suggestions", hidden: true });
  /** @type {HTMLAnchorElement[]} */
  let options = [];
  let chosen = -1;
  box.form?.append(list);
  for (const [name, value] of Object.entries(COMBOBOX)) box.setAttribute(name, value);

  /** @param {HTMLAnchorElement[]} made */
  function show(made) {
    options = made;
    options.forEach((option, at) => (option.id = `suggestion-${at}`));
    list.replaceChildren(...options);
    list.hidden = !options.length;
    box.setAttribute("aria-expanded", String(!list.hidden));
    choose(-1);
  }

  /** @param {number} at */
  function choose(at) {
    chosen = at;
    options.forEach((option, each) => option.setAttribute("aria-selected", String(each === at)));
    if (at < 0) return box.removeAttribute("aria-activedescendant");
    box.setAttribute("aria-activedescendant", options[at].id);
    options[at].scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    const count = options.length, step = Number(event.key === "ArrowDown") - Number(event.key === "ArrowUp");
    if (event.key === "Escape" && count) show([]);
    else if (event.key === "Enter" && chosen >= 0) options[chosen].click();
    else if (step && count) choose(((chosen + 1 + step + count + 1) % (count + 1)) - 1);
    else return;
    event.preventDefault();
  }

  box.addEventListener("keydown", press);
  return show;
}

/** @param {HTMLInputElement} box */
export function suggest(box) {
  const show = listbox(box);
  let turn = 0, timer = 0;

  async function update() {
    const mine = ++turn, made = await suggestions(box.value);
    if (mine === turn && document.activeElement === box) show(made);
  }

  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(update, PAUSE);
  });
  box.addEventListener("blur", () => {
    turn++;
    setTimeout(() => show([]), 150); // a click on a suggestion comes first
  });
  ask("").catch(() => {}); // opens the index
  if (box.value) update();
}
