// The reading list's page: stars, notes and read marks, all kept in this browser.

import { link } from "./routes.js";
import { button, byline, element, fold, one, papers } from "./ui/dom.js";
import { download, exportRow } from "./ui/export.js";
import { improve } from "./ui/save-buttons.js";
import { change, entries, merge, onChange, remove, save, understood, written } from "./ui/shelf.js";

/** @type {Record<string, { label: string, belongs: (entry: ShelfEntry) => boolean }>} */
const VIEWS = {
  all: { label: "All", belongs: () => true },
  unread: { label: "To read", belongs: ({ read }) => !read },
  read: { label: "Read", belongs: ({ read }) => read },
};

const box = element("input", { type: "search", "aria-label": "Search the reading list", placeholder: "Search your list", input: show });
const views = element("select", { "aria-label": "Show", change: show },
  Object.entries(VIEWS).map(([value, { label }]) => element("option", { value }, label)));
const said = element("p", { class: "count", role: "status" });
const rows = element("ul", { class: "rows" });
const tools = element("div", { class: "list-tools" }, box, views);
const file = element("input", { type: "file", accept: ".json,application/json", hidden: true, change: load });
const citations = exportRow("Export for reference managers:", "reading-list", () => [entries().map(({ id }) => id)]);
const files = element("p", { class: "export" }, "Keep a copy: ", button("Save as file", store), " ", button("Add from file", () => file.click()), file);

/** @param {ShelfEntry} entry */
function matches({ title, authors, venue, note }) {
  const text = fold([title, ...authors, venue, note].join(" "));
  return fold(box.value).split(/\s+/).every((word) => text.includes(word));
}

// The rows of the list, as they stand.
const shownRows = () => [...rows.querySelectorAll("li")];

function show() {
  const all = entries(), { belongs } = VIEWS[views.value];
  const shown = all.filter((entry) => belongs(entry) && matches(entry));
  tools.hidden = citations.hidden = !all.length;
  const before = shownRows();
  // The same papers stay the same elements, so that nobody loses the place they are at.
  if (shown.map(({ id }) => id).join(" ") === before.map(({ dataset }) => dataset.id).join(" ")) shown.forEach((entry, at) => refresh(before[at], entry));
  else rows.replaceChildren(...shown.map(row));
  if (!all.length) said.textContent = "Nothing here yet. Press ☆ Save on a paper to keep it.";
  else said.textContent = (shown.length < all.length ? `${shown.length} of ` : "") + papers(all.length);
}

/** @param {ShelfEntry} entry */
function row(entry) {
  const { id, title, read, note } = entry;
  const mark = element("input", { type: "checkbox", checked: read, change: () => change(id, { read: mark.checked }) });
  const text = element("textarea", { rows: 3, "aria-label": `Note on ${title}`, change: () => change(id, { note: text.value }) }, note);
  const noted = element("details", { open: note !== "" }, element("summary", {}, "Note"), text);
  return element("li", { "data-id": id, class: read && "read" },
    element("a", { href: link("paper", id) }, title),
    element("p", {}, byline(entry)),
    element("div", { class: "entry" }, element("label", {}, mark, " Read"), button("Remove", () => drop(entry), { "aria-label": `Remove ${title}` }), noted));
}

/**
 * @param {Element} row
 * @param {ShelfEntry} entry
 */
function refresh(row, entry) {
  const { title, read, note } = entry, text = one("textarea", HTMLTextAreaElement, row);
  one("a", HTMLAnchorElement, row).textContent = title;
  one("p", HTMLParagraphElement, row).textContent = byline(entry);
  row.classList.toggle("read", read);
  one("[type=checkbox]", HTMLInputElement, row).checked = read;
  if (text !== document.activeElement) text.value = note;
}

/** @param {ShelfEntry} entry */
function drop(entry) {
  const after = shownRows().find(({ dataset }) => dataset.id === entry.id)?.nextElementSibling;
  const undo = button("Undo", () => save(entry));
  const next = after instanceof HTMLElement && after.dataset.id;
  remove(entry.id);
  said.append(" · Removed. ", undo);
  (shownRows().find(({ dataset }) => dataset.id === next)?.querySelector("a") ?? undo).focus();
}

function store() {
  download("reading-list.json", written(entries()), "application/json");
}

async function load() {
  const chosen = file.files?.[0];
  if (!chosen) return;
  try {
    const added = understood(await chosen.text());
    const fresh = merge(added);
    said.textContent = `${papers(added.length)} in the file, ${fresh} of them new.`;
  } catch (error) {
    said.textContent = `${/** @type {Error} */ (error).message} Nothing was added.`;
  }
  file.value = "";
}

one("#reading-list", HTMLElement).append(tools, said, rows, citations, files);
onChange(show);
show();
// A row says less of a paper than its own file, and the reader may have left the page before that came.
for (const { id, date } of entries()) if (!date) improve(id);
