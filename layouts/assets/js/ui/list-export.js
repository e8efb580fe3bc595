// "Export this list" below lists of papers, all pages of them.

import { url } from "../routes.js";
import { exportRow } from "./export.js";

const PAGE = new RegExp(`${url("page", "(\\d+)")}$`); // the end of the address of a list's second page and those after
const PAGES = 20; // fetched for one export at most

/** @param {Document} page */
const idsIn = (page) => [...page.querySelectorAll("main > .rows > li > a, main > .card h2 a")]
  .map((link) => link.getAttribute("href")?.split("/").at(-2) ?? "");

// The addresses of all pages of the list: its pager links to its neighbours and its ends.
function pages() {
  const { pathname } = location, base = pathname.replace(PAGE, "");
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".pager a"));
  const numbers = [pathname, ...[...links].map((link) => link.pathname)].map((address) => Number(address.match(PAGE)?.[1] ?? 1));
  return Array.from({ length: Math.max(...numbers) }, (_, at) => (at ? base + url("page", at + 1) : base));
}

/** @param {string} address */
async function idsAt(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`A page of the list could not be read (${answer.status}).`);
  return idsIn(new DOMParser().parseFromString(await answer.text(), "text/html"));
}

/** @param {Element} last the list's last card or row */
export function addExport(last) {
  const all = pages(), whole = all.length <= PAGES;
  async function* list() {
    if (all.length === 1 || !whole) yield idsIn(document);
    else yield [...new Set((await Promise.all(all.map(idsAt))).flat())];
  }
  const name = location.pathname.split("/").filter(Boolean).at(-1)?.replace(/[^\w.-]+/g, "-") ?? "papers";
  const row = exportRow(whole ? "Export this list:" : "Export this page:", name, list);
  const after = document.querySelector("main > .pager") ?? last.closest(".card, .rows");
  after?.after(row);
}
