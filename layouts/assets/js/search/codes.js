// A posting's code: how often a term stands in each field of a paper, in one number. The manifest says which bits are
// whose; the twin of generator/papershelf/search/codes.py.

/**
 * For every code: its terms weighted by field, and how well title or authors hold the term.
 * @param {import("./files.js").Manifest} manifest
 * @returns {{ mask: (field: string | null) => number, weights: Float64Array, matches: Float64Array }}
 */
export function codeTables({ layout, parts, boosts, tuning }) {
  const lowest = new Map(), widths = new Map(layout);
  let bits = 0;
  for (const [name, width] of layout) {
    lowest.set(name, bits);
    bits += width;
  }
  const size = 2 ** bits, weights = new Float64Array(size), matches = new Float64Array(size);
  for (let code = 0; code < size; code++) {
    const count = (/** @type {string} */ name) => (code >> lowest.get(name)) & (2 ** (widths.get(name) ?? 0) - 1);
    weights[code] = boosts.title * (count("title") || count("exact")) + boosts.authors * (count("authors") + count("first")) +
      boosts.abstract * count("abstract") + boosts.tags * count("tags") + boosts.venue * count("venue");
    matches[code] = count("exact") || count("first") ? 1 : count("authors") ? tuning.coauthor : count("title") ? tuning.stemmed : 0;
  }
  const bitsOf = (/** @type {string} */ name) => (2 ** (widths.get(name) ?? 0) - 1) << lowest.get(name);
  const mask = (/** @type {string | null} */ field) =>
    field ? (parts[field] ?? [field]).reduce((sum, name) => sum + bitsOf(name), 0) : size - 1;
  return { mask, weights, matches };
}
