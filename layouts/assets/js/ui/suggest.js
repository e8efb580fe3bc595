// Suggestions below the header's search box: titles and authors, while typing. (ARIA combobox with a list.)

import { link, root } from "../routes.js";
import { ask } from "./ask.js";
import { byline, element, marked } from "./dom.js";

const TITLES = 6, NAMES = 3, PAUSE = 60;

const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

// Authors whose names hold every typed word, the last one as a beginning.
async function names(text) {
  const typed = wordsOf(text);
  if (!typed.length || typed.length > 4 || typed.at(-1).length < 2) return [];
  const query = typed.map((word, at) => `+authors:${word}${at === typed.length - 1 ? "*" : ""}`).join(" ");
  const { hits } = await ask(query, { limit: 20, facets: false, excerpts: false, typos: false });
  const fits = (name) => typed.every((word) => wordsOf(name).some((part) => part.startsWith(word)));
  return [...new Set(hits.flatMap(({ authors }) => authors.filter(fits)))].slice(0, NAMES);
}

const searchFor = (text) => new URL(`?${new URLSearchParams({ q: text })}`, link("search")).href;

function options(found, people) {
  const option = (href, ...parts) => element("a", { role: "option", href, tabindex: -1, "aria-selected": "false" }, ...parts);
  return [
    ...people.map((name) => option(searchFor(`author:"${name.replaceAll('"', "")}"`), element("span", {}, name), element("small", {}, "Author"))),
    ...found.hits.map((hit) => option(new URL(hit.url, root).href, element("span", {}, marked(hit.titleParts)), element("small", {}, byline(hit)))),
  ];
}

export function suggest(box) {
  const list = element("div", { id: "suggestions", role: "listbox", "aria-label": "Suggestions", hidden: true });
  let chosen = -1, turn = 0, timer;
  box.form.append(list);
  const settings = { role: "combobox", "aria-autocomplete": "list", "aria-controls": "suggestions", "aria-expanded": "false", autocomplete: "off" };
  for (const [name, value] of Object.entries(settings)) box.setAttribute(name, value);

  function show(made) {
    made.forEach((option, at) => (option.id = `suggestion-${at}`));
    list.replaceChildren(...made);
    list.hidden = !made.length;
    box.setAttribute("aria-expanded", !list.hidden);
    choose(-1);
  }

  function choose(at) {
    chosen = at;
    [...list.children].forEach((option, each) => option.setAttribute("aria-selected", each === at));
    if (at < 0) box.removeAttribute("aria-activedescendant");
    else box.setAttribute("aria-activedescendant", list.children[at].id);
    list.children[at]?.scrollIntoView({ block: "nearest" });
  }

  async function update() {
    const mine = ++turn, text = box.value.trim();
    if (!text) return show([]);
    // Suggestions are an extra: where they fail the box still searches.
    const [found, people] = await Promise.all([
      ask(box.value, { limit: TITLES, facets: false, excerpts: false }), names(text),
    ]).catch(() => [{ hits: [] }, []]);
    if (mine === turn && document.activeElement === box) show(options(found, people));
  }

  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(update, PAUSE);
  });
  box.addEventListener("keydown", (event) => {
    const count = list.children.length, step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && !list.hidden) show([]);
    else if (event.key === "Enter" && chosen >= 0) list.children[chosen].click();
    else if (step && !list.hidden) choose(((chosen + 1 + step + count + 1) % (count + 1)) - 1);
    else return;
    event.preventDefault();
  });
  box.addEventListener("blur", () => {
    turn++;
    setTimeout(() => show([]), 150); // a click on a suggestion comes first
  });
  ask("").catch(() => {}); // opens the index
  if (box.value) update();
}
