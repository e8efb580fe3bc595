// The list of results and its pages.

import { root } from "../../routes.js";
import { byline, element, marked, papers } from "../dom.js";
import { write } from "./address.js";

export const PER_PAGE = 10;

/**
 * @param {import("../../search/engine.js").Hit} hit
 * @param {typeof import("../save-buttons.js").saveButton} [saveButton] comes after the first results
 */
export function result(hit, saveButton) {
  const { id, title, authors, venue, date } = hit;
  return element("li", {},
    element("a", { href: new URL(hit.url, root) }, marked(hit.titleParts)),
    element("p", {}, byline(hit), " ", saveButton?.(id, title, () => ({ id, title, authors, venue, date }))),
    hit.excerptParts?.some(Boolean) && element("p", { class: "excerpt" }, marked(hit.excerptParts)));
}

/** @param {number} total */
const lastPage = (total) => Math.max(1, Math.ceil(total / PER_PAGE));

/**
 * "1,234 papers, page 2 of 124"; "about" where not every paper was looked through for a phrase.
 * @param {import("../ask.js").Answer} answer
 * @param {number} page
 */
export const countText = ({ total, whole }, page) =>
  total ? (whole ? "" : "About ") + papers(total) + (page > 1 ? `, page ${page} of ${lastPage(total)}` : "") : "No paper matches.";

/**
 * Links to the pages around this one; null where there is only one.
 * @param {SearchState} state
 * @param {number} total
 */
export function pager(state, total) {
  const last = lastPage(total), { page } = state;
  if (last === 1) return null;
  /** @type {(at: number, text: string, rel?: string) => HTMLElement} */
  const link = (at, text, rel) => element("a", { href: write({ ...state, page: at }), "data-page": at, rel }, text);
  return element("nav", { class: "pager", "aria-label": "Pages of results" },
    page > 1 && link(Math.min(page - 1, last), "‹ Previous", "prev"),
    element("span", {}, `Page ${page.toLocaleString("en")} of ${last.toLocaleString("en")}`),
    page < last && link(page + 1, "Next ›", "next"),
    page > 2 && link(1, "First"));
}

/**
 * Arrows lead from the box through the results and back.
 * @param {HTMLElement} box
 * @param {HTMLElement} list
 */
export function moveByArrows(box, list) {
  const step = (/** @type {KeyboardEvent} */ event) => {
    const by = Number(event.key === "ArrowDown") - Number(event.key === "ArrowUp");
    const links = /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(".rows li > a"));
    const stops = [box, ...links], at = stops.findIndex((stop) => stop === event.target);
    if (!by || at < 0 || !stops[at + by]) return;
    event.preventDefault();
    stops[at + by].focus();
  };
  box.addEventListener("keydown", step);
  list.addEventListener("keydown", step);
}
