// Pagefind as its own interface asks it: open() -> ask(query) -> ids of the ten best.

export async function open() {
  const pagefind = await import("./pagefind/pagefind.js");
  return async (text) => {
    const { results } = await pagefind.search(text);
    const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    return shown.map(({ meta }) => meta.id);
  };
}
