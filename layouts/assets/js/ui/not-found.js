// The 404 page searches for the words of the address that was asked for.

import { ask } from "./ask.js";
import { FOLDERS, root } from "../routes.js";
import { byline, element, marked, one } from "./dom.js";

const EMPTY = new Set([...FOLDERS, "index", "html"]); // what says nothing about what was asked for
const YEAR = /^(19|20)\d\d$/; // of a folder: the search would take it for that of the paper

function asked() {
  const path = location.pathname.startsWith(root.pathname) ? location.pathname.slice(root.pathname.length) : location.pathname;
  let text = path;
  try {
    text = decodeURIComponent(path);
  } catch {
    // Not UTF-8: its plain letters will do.
  }
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !EMPTY.has(word) && !YEAR.test(word)).slice(0, 20).join(" ");
}

const box = one("#q", HTMLInputElement), text = asked();
if (text) {
  box.value = text;
  const answer = await ask(text, { limit: 5, facets: false, excerpts: false }).catch(() => null);
  const rows = answer?.hits.map((hit) =>
    element("li", {}, element("a", { href: new URL(hit.url, root) }, marked(hit.titleParts)), element("p", {}, byline(hit))));
  if (rows?.length) box.form?.after(element("h2", {}, "Nearest to it"), element("ul", { class: "rows" }, rows));
}
