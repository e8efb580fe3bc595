// A posting's code: how often a term stands in each field of a paper, in one number. The manifest says which bits are
// whose; the twin of generator/papershelf/search/codes.py.

/** @typedef {Pick<import("./files.js").Manifest, "layout" | "parts">} Layout */

/**
 * The lowest bit of each field and the largest count it holds.
 * @param {Layout["layout"]} layout
 * @returns {Map<string, { lowest: number, most: number }>}
 */
function places(layout) {
  let bits = 0;
  return new Map(layout.map(([name, width]) => {
    bits += width;
    return [name, { lowest: bits - width, most: 2 ** width - 1 }];
  }));
}

/**
 * The bits that belong to a field of a query; null means all.
 * @param {Layout} layout
 * @param {string | null} field
 */
export function maskOf({ layout, parts }, field) {
  const names = field ? (parts[field] ?? [field]) : layout.map(([name]) => name), bits = places(layout);
  return names.reduce((sum, name) => sum + ((bits.get(name)?.most ?? 0) << (bits.get(name)?.lowest ?? 0)), 0);
}

/**
 * For every code: its terms weighted by field, and how well title or authors hold the term.
 * @param {import("./files.js").Manifest} manifest
 */
export function codeTables({ layout, boosts, tuning }) {
  const bits = [...places(layout)], size = 2 ** layout.reduce((sum, [, width]) => sum + width, 0);
  const weights = new Float64Array(size), matches = new Float64Array(size);
  for (let code = 0; code < size; code++) {
    const count = Object.fromEntries(bits.map(([name, { lowest, most }]) => [name, (code >> lowest) & most]));
    weights[code] = boosts.title * (count.title || count.exact) + boosts.authors * (count.authors + count.first) +
      boosts.abstract * count.abstract + boosts.tags * count.tags + boosts.venue * count.venue;
    matches[code] = count.exact || count.first ? 1 : count.authors ? tuning.coauthor : count.title ? tuning.stemmed : 0;
  }
  return { weights, matches };
}
