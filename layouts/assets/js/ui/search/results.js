// The list of results and its pages.

import { root } from "../../routes.js";
import { byline, element, marked, plural } from "../dom.js";
import { write } from "./address.js";

export const PER_PAGE = 10;

// `saveButton` comes after the first results.
export function result(hit, saveButton) {
  const { id, title, authors, venue, date } = hit;
  return element("li", {},
    element("a", { href: new URL(hit.url, root) }, marked(hit.titleParts)),
    element("p", {}, byline(hit), " ", saveButton?.(id, title, () => ({ id, title, authors, venue, date }))),
    hit.excerpt && element("p", { class: "excerpt" }, marked(hit.excerptParts)));
}

const lastPage = (total) => Math.max(1, Math.ceil(total / PER_PAGE));

// "1,234 papers, page 2 of 124"; "about" where not every paper was looked through for a phrase.
export const countText = ({ total, whole }, page) =>
  total ? (whole ? "" : "About ") + plural(total, "paper") + (page > 1 ? `, page ${page} of ${lastPage(total)}` : "") : "No paper matches.";

// Links to the pages around this one; null where there is only one.
export function pager(state, total) {
  const last = lastPage(total), { page } = state;
  if (last === 1) return null;
  const link = (at, text, rel) => element("a", { href: write({ ...state, page: at }), "data-page": at, rel }, text);
  return element("nav", { class: "pager", "aria-label": "Pages of results" },
    page > 1 && link(Math.min(page - 1, last), "‹ Previous", "prev"),
    element("span", {}, `Page ${page.toLocaleString("en")} of ${last.toLocaleString("en")}`),
    page < last && link(page + 1, "Next ›", "next"),
    page > 2 && link(1, "First"));
}

// Arrows lead from the box through the results and back.
export function moveByArrows(box, list) {
  const step = (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [box, ...list.querySelectorAll(".rows li > a")];
    const at = stops.indexOf(event.target);
    if (!by || at < 0 || !stops[at + by]) return;
    event.preventDefault();
    stops[at + by].focus();
  };
  box.addEventListener("keydown", step);
  list.addEventListener("keydown", step);
}
