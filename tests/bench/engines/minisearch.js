// MiniSearch with the whole index in memory: open() -> ask(query) -> ids of the ten best; `?fuzzy` helps with typos.

import MiniSearch from "./minisearch/index.js";

const typos = new URL(import.meta.url).search === "?fuzzy" ? { prefix: true, fuzzy: 0.2 } : {};

export async function open() {
  const text = await (await fetch(new URL("index.json", import.meta.url))).text();
  const index = MiniSearch.loadJSON(text, { fields: ["title", "authors", "abstract", "tags"] });
  const options = { boost: { title: 3, authors: 2 }, ...typos };
  return async (query) => index.search(query, options).slice(0, 10).map(({ id }) => id);
}
