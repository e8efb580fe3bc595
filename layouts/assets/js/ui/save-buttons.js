// The buttons that put a paper on the reading list: on cards, on the paper's page, on search results.

import { url } from "../routes.js";
import { button, one, say } from "./dom.js";
import { change, entries, isSaved, onChange, remove, save } from "./shelf.js";

/**
 * A button for a paper, which `describe` gives when it is pressed.
 * @param {string} id
 * @param {string} title
 * @param {() => ListedPaper} describe
 * @param {ElementProperties} [properties]
 */
export function saveButton(id, title, describe, properties) {
  const made = button("", () => {
    if (isSaved(id)) remove(id);
    else save(describe());
    say(isSaved(id) ? "Added to your reading list" : "Removed from your reading list");
  }, { ...properties, "data-saves": id, "aria-label": `Save to reading list: ${title}` });
  show(made, isSaved(id));
  return made;
}

/**
 * @param {HTMLElement} made
 * @param {boolean} saved
 */
function show(made, saved) {
  made.textContent = saved ? "★ Saved" : "☆ Save";
  made.setAttribute("aria-pressed", String(saved));
}

onChange(() => {
  const saved = new Set(entries().map(({ id }) => id));
  const buttons = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-saves]"));
  for (const made of buttons) show(made, saved.has(made.dataset.saves ?? ""));
});

/** @param {string} path of a paper's page */
const idIn = (path) => path.split("/").at(-2) ?? "";

export function addSaveButtons() {
  for (const card of document.querySelectorAll(".card")) {
    const link = one("h2 a", HTMLAnchorElement, card);
    one(".meta", HTMLElement, card).append(" ", buttonFor(idIn(link.pathname), card, link, { class: "badge" }));
  }
  for (const row of document.querySelectorAll("main > .rows > li")) {
    const link = row.querySelector("a"), line = row.querySelector("p");
    if (link?.pathname.includes(`/${url("papers")}`)) line?.append(" ", buttonFor(idIn(link.pathname), row, link, { class: "badge" }));
  }
  const paper = document.querySelector("article.paper");
  if (!paper) return;
  one(".buttons", HTMLElement, paper).append(buttonFor(idIn(location.pathname), paper, one("h1", HTMLElement, paper)));
}

/**
 * @param {string} id
 * @param {Element} place what shows the paper
 * @param {HTMLElement} heading
 * @param {ElementProperties} [properties]
 */
function buttonFor(id, place, heading, properties) {
  const title = heading.textContent?.trim() ?? "";
  const describe = () => {
    improve(id);
    return {
      id,
      title,
      authors: authorsIn(place),
      venue: place.querySelector(`.meta a[href*='/${url("venues")}']`)?.textContent ?? "",
      date: place.querySelector("time")?.getAttribute("datetime") ?? "",
    };
  };
  return saveButton(id, title, describe, properties);
}

/**
 * The authors that a card, a row or a page shows; of a row's line they come first.
 * @param {Element} place
 */
function authorsIn(place) {
  const links = [...place.querySelectorAll(".by a, .authors a")].map((link) => link.textContent ?? "");
  const line = [...(place.querySelector(":scope > p")?.childNodes ?? [])].filter((node) => node instanceof Text)[0]?.textContent ?? "";
  return links.length ? links : (line.match(/^(.+?)(?: and \d+ more)? · /)?.[1] ?? "").split(/, | and /).filter(Boolean);
}

/**
 * The paper's own file has all authors, what rows do not say, and the title without the markup of formulas.
 * @param {string} id
 */
export async function improve(id) {
  const { item } = await import("./export.js"), paper = await item(id).catch(() => null);
  if (!paper) return;
  const authors = (paper.author ?? []).map((name) => name.literal ?? [name.given, name.family].filter(Boolean).join(" "));
  const venue = paper["container-title"] ?? "", date = paper.issued["date-parts"]?.[0].map((part) => String(part).padStart(2, "0")).join("-") ?? "";
  const [saved] = entries().filter((entry) => entry.id === id);
  change(id, { title: paper.title, authors, venue: saved?.venue || venue, date: saved?.date || date });
}
