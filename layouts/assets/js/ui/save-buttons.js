// The buttons that put a paper on the reading list: on cards, on the paper's page, on search results.

import { link, url } from "../routes.js";
import { button, say } from "./dom.js";
import { change, entries, isSaved, onChange, remove, save } from "./shelf.js";

// A button for a paper; `describe` gives { id, title, authors, venue, date } when it is pressed.
export function saveButton(id, title, describe, properties = {}) {
  const made = button("", () => {
    if (isSaved(id)) remove(id);
    else save(describe());
    say(isSaved(id) ? "Added to your reading list" : "Removed from your reading list");
  }, { ...properties, "data-saves": id, "aria-label": `Save to reading list: ${title}` });
  show(made, isSaved(id));
  return made;
}

function show(made, saved) {
  made.textContent = saved ? "★ Saved" : "☆ Save";
  made.setAttribute("aria-pressed", saved);
}

onChange(() => {
  const saved = new Set(entries().map(({ id }) => id));
  for (const made of document.querySelectorAll("[data-saves]")) show(made, saved.has(made.dataset.saves));
});

export function addSaveButtons(page) {
  for (const card of page.querySelectorAll(".card")) {
    const link = card.querySelector("h2 a");
    const id = new URL(link.href).pathname.split("/").at(-2);
    card.querySelector(".meta").append(" ", buttonFor(id, card, link, { class: "badge" }));
  }
  const paper = page.querySelector("article.paper");
  if (!paper) return;
  const id = location.pathname.split("/").at(-2);
  paper.querySelector(".buttons").append(buttonFor(id, paper, paper.querySelector("h1")));
}

function buttonFor(id, place, title, properties) {
  const describe = () => {
    improve(id);
    return {
      id,
      title: title.textContent.trim(),
      authors: [...place.querySelectorAll(".by a, .authors a")].map((link) => link.textContent),
      venue: place.querySelector(`.meta a[href*='/${url("venues")}']`)?.textContent ?? "",
      date: place.querySelector("time")?.getAttribute("datetime") ?? "",
    };
  };
  return saveButton(id, title.textContent.trim(), describe, properties);
}

// The paper's own file has all authors, and its title without the markup of formulas.
async function improve(id) {
  const answer = await fetch(link("paper_json", id)).catch(() => null);
  if (!answer?.ok) return;
  const [{ title, author = [] }] = await answer.json();
  const authors = author.map((name) => name.literal ?? [name.given, name.family].filter(Boolean).join(" "));
  change(id, { title, authors });
}
