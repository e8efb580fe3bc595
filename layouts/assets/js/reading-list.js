// The reading list's page: stars, notes and read marks, all kept in this browser.

import { link } from "./routes.js";
import { button, byline, element, plural } from "./ui/dom.js";
import { download, exportRow } from "./ui/export.js";
import { change, entries, merge, onChange, remove, save, understood, written } from "./ui/shelf.js";

const VIEWS = [["all", "All", () => true], ["unread", "To read", ({ read }) => !read], ["read", "Read", ({ read }) => read]];

const box = element("input", { type: "search", "aria-label": "Search the reading list", placeholder: "Search your list", input: show });
const views = element("select", { "aria-label": "Show", change: show }, VIEWS.map(([value, label]) => element("option", { value }, label)));
const said = element("p", { class: "count", role: "status" });
const rows = element("ul", { class: "rows" });
const tools = element("div", { class: "list-tools" }, box, views);
const file = element("input", { type: "file", accept: ".json,application/json", hidden: true, change: load });
const citations = exportRow("Export for reference managers:", "reading-list", () => [entries().map(({ id }) => id)]);
const files = element("p", { class: "export" }, "Keep a copy: ", button("Save as file", () => store()), " ", button("Add from file", () => file.click()), file);

document.getElementById("reading-list").append(tools, said, rows, citations, files);

const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

function matches({ title, authors, venue, note }) {
  const text = fold([title, ...authors, venue, note].join(" "));
  return fold(box.value).split(/\s+/).every((word) => text.includes(word));
}

function show() {
  const all = entries(), [, , belongs] = VIEWS.find(([value]) => value === views.value);
  const shown = all.filter((entry) => belongs(entry) && matches(entry));
  tools.hidden = citations.hidden = !all.length;
  const ids = shown.map(({ id }) => id).join(" ");
  if (ids === [...rows.children].map((each) => each.dataset.id).join(" ")) shown.forEach(refresh);
  else rows.replaceChildren(...shown.map(row));
  if (!all.length) said.textContent = "Nothing here yet. Press ☆ Save on a paper to keep it.";
  else said.textContent = shown.length < all.length ? `${shown.length} of ${plural(all.length, "paper")}` : plural(all.length, "paper");
}

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

// The same papers stay the same elements, so that nobody loses the place they are at.
function refresh({ read, note }, at) {
  const shown = rows.children[at], text = shown.querySelector("textarea");
  shown.classList.toggle("read", read);
  shown.querySelector("[type=checkbox]").checked = read;
  if (text !== document.activeElement) text.value = note;
}

function drop(entry) {
  const after = rows.querySelector(`[data-id="${entry.id}"]`)?.nextElementSibling?.dataset.id;
  remove(entry.id);
  const undo = button("Undo", () => save(entry));
  said.append(" · Removed. ", undo);
  (after ? rows.querySelector(`[data-id="${after}"] a`) : undo).focus();
}

const store = () => download("reading-list.json", written(entries()), "application/json");

async function load() {
  const [chosen] = file.files;
  if (!chosen) return;
  try {
    const added = understood(await chosen.text());
    const fresh = merge(added);
    said.textContent = `${plural(added.length, "paper")} in the file, ${fresh} of them new.`;
  } catch (error) {
    said.textContent = `${error.message} Nothing was added.`;
  }
  file.value = "";
}

onChange(show);
show();
