// Filters (year:, before:, after:, venue:, tag:, has:), facets and sorting, over the columns.

/** @typedef {import("./query.js").Filter} Filter */
/** @typedef {import("./files.js").Columns} Columns */
/** @typedef {import("./files.js").Tags} Tags */
/** @typedef {import("./files.js").Manifest} Manifest */
/** @typedef {(paper: number) => boolean} Test */
/** @typedef {{ name: string, count: number }} Count */
/** @typedef {{ years: Record<number, number>, has: Record<string, number>, venues: (Count & { slug: string })[], tags: Count[] }} Facets */

/**
 * The span of dates meant by YYYY[-MM[-DD]], as columns hold dates: year * 512 + month * 32 + day.
 * @param {string} text
 * @returns {[number, number] | null}
 */
function span(text) {
  const [year, month, day] = text.split("-").map(Number);
  if (!/^\d{4}(-\d{1,2}){0,2}$/.test(text)) return null;
  const first = year * 512 + (month || 0) * 32 + (day || 0);
  return [first, day ? first : month ? first + 31 : first + 511];
}

/**
 * A filter as a test of a paper's number, or null where its value means nothing.
 * @param {Filter} filter
 * @param {Columns} columns
 * @param {Tags} tags
 * @param {Manifest} manifest
 * @returns {Test | null}
 */
function test({ name, value }, { dates, venues, flags }, tags, manifest) {
  const same = (/** @type {string} */ each) => each.toLowerCase() === value.toLowerCase();
  if (name === "year" && value.includes("..")) {
    const [from, to] = value.split("..").map((part) => (part ? span(part) : [0, Infinity]));
    return from && to ? (paper) => dates[paper] >= from[0] && dates[paper] <= to[1] : null;
  }
  if (["year", "before", "after"].includes(name)) {
    const found = span(value);
    if (!found) return null;
    if (name === "before") return (paper) => dates[paper] < found[0];
    if (name === "after") return (paper) => dates[paper] > found[1];
    return (paper) => dates[paper] >= found[0] && dates[paper] <= found[1];
  }
  if (name === "has") {
    const bit = manifest.flags.indexOf(value.toLowerCase());
    return bit < 0 ? null : (paper) => Boolean((flags[paper] >> bit) & 1);
  }
  if (name === "tag") {
    const tag = tags.find((each) => same(each.name)), tagged = new Set(tag?.papers);
    return tag ? (paper) => tagged.has(paper) : null;
  }
  const venue = manifest.venues.findIndex((names) => names.some(same));
  return venue < 0 ? null : (paper) => venues[paper] === venue;
}

/**
 * The filters as one test; those that mean nothing by columns are left over, to be searched as words of their field.
 * Several venues without a sign are alternatives, and so are tags.
 * @param {Filter[]} filters
 * @param {Columns} columns
 * @param {Tags} tags
 * @param {Manifest} manifest
 * @returns {{ allowed: Test, rest: Filter[] }}
 */
export function filter(filters, columns, tags, manifest) {
  /** @type {Map<string | Filter, Test[]>} */
  const groups = new Map();
  const rest = [];
  for (const each of filters) {
    const passes = test(each, columns, tags, manifest), key = each.field && !each.sign ? each.name : each;
    if (!passes) rest.push(each);
    else groups.set(key, [...(groups.get(key) ?? []), each.sign === "-" ? (paper) => !passes(paper) : passes]);
  }
  const all = [...groups.values()];
  return { allowed: (paper) => all.every((group) => group.some((passes) => passes(paper))), rest };
}

/**
 * Counts of years, venues, flags and tags among the papers found.
 * @param {import("./rank.js").Scored} scored
 * @param {Columns} columns
 * @param {Tags} tags
 * @param {Manifest} manifest
 * @returns {Facets}
 */
export function facets(scored, { dates, venues, flags }, tags, manifest) {
  /** @type {Record<number, number>} */
  const years = {};
  /** @type {Map<number, number>} */
  const byVenue = new Map();
  const has = Object.fromEntries(manifest.flags.map((flag) => [flag, 0]));
  const chosen = new Uint8Array(manifest.papers);
  for (const [paper] of scored) {
    chosen[paper] = 1;
    const year = dates[paper] >> 9;
    years[year] = (years[year] ?? 0) + 1;
    byVenue.set(venues[paper], (byVenue.get(venues[paper]) ?? 0) + 1);
    manifest.flags.forEach((flag, bit) => (has[flag] += (flags[paper] >> bit) & 1));
  }
  const most = (/** @type {Count} */ a, /** @type {Count} */ b) => b.count - a.count || (a.name < b.name ? -1 : 1);
  const named = (/** @type {[number, number]} */ [at, count]) => ({ slug: manifest.venues[at][0], name: manifest.venues[at][1], count });
  const counted = (/** @type {Tags[number]} */ { name, papers: list }) => ({ name, count: list.reduce((sum, paper) => sum + chosen[paper], 0) });
  return {
    years,
    has,
    venues: [...byVenue].map(named).filter(({ name }) => name).sort(most),
    tags: tags.map(counted).filter(({ count }) => count).sort(most).slice(0, 30),
  };
}

/**
 * Papers by date or votes, the given order (relevance) deciding among equals.
 * @param {import("./rank.js").Scored} scored
 * @param {string} sort
 * @param {Columns} columns
 */
export function sorted(scored, sort, { dates, votes }) {
  const key = new Map([["date", dates], ["oldest", dates.map((date) => -date)], ["votes", votes]]).get(sort);
  return key ? [...scored].sort(([a], [b]) => key[b] - key[a]) : scored;
}
