// Filters (year:, in:, before:, after:, added:, venue:, tag:, has:), facets and sorting, over the columns.

import { maskOf } from "./codes.js";
import { forms, words } from "./text.js";

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
  if (!/^\d{4}(-(0?[1-9]|1[0-2])(-(0?[1-9]|[12]\d|3[01]))?)?$/.test(text)) return null;
  const first = year * 512 + (month || 0) * 32 + (day || 0);
  return [first, day !== undefined ? first : month !== undefined ? first + 31 : first + 511];
}

const SPANS = ["year", "in", "added"];

/**
 * The first and the last date that a filter lets through, or null.
 * @param {string} name
 * @param {string} value
 * @returns {[number, number] | null}
 */
function range(name, value) {
  const dots = value.indexOf("..");
  if (dots >= 0) {
    const first = value.slice(0, dots), last = value.slice(dots + 2), from = span(first), to = span(last);
    if (!SPANS.includes(name) || (first && !from) || (last && !to) || !(first || last)) return null;
    return [from ? from[0] : 0, to ? to[1] : Infinity];
  }
  const found = span(value);
  if (!found || SPANS.includes(name)) return found;
  return name === "before" ? [0, found[0] - 1] : [found[1] + 1, Infinity];
}

/**
 * The numbers of the venues of this name, or else of those with a name that holds all its words.
 * @param {string} value
 * @param {string[][]} venues
 */
function venuesNamed(value, venues) {
  const numbers = venues.map((_, at) => at), asked = words(value).flatMap(forms);
  const named = numbers.filter((at) => venues[at].some((name) => name.toLowerCase() === value));
  const holds = (/** @type {string} */ name) => {
    const has = new Set(words(name).flatMap(forms));
    return asked.length > 0 && asked.every((form) => has.has(form));
  };
  return new Set(named.length ? named : numbers.filter((at) => venues[at].some(holds)));
}

/**
 * A filter as a test of a paper's number, or null where no paper can have its value.
 * @param {Filter} filter
 * @param {Columns} columns
 * @param {Tags} tags
 * @param {Map<string, import("./binary.js").Postings>} years the papers of each year that `in:` asks for
 * @param {Manifest} manifest
 * @returns {Test | null}
 */
function test({ name, value }, { dates, added, venues, flags }, tags, years, manifest) {
  if (name === "has") {
    const bit = manifest.flags.indexOf(value);
    return bit < 0 ? null : (paper) => Boolean((flags[paper] >> bit) & 1);
  }
  if (name === "tag") {
    const tagged = new Set(tags.find((tag) => tag.name.toLowerCase() === value)?.papers);
    return (paper) => tagged.has(paper);
  }
  if (name === "venue") {
    const found = venuesNamed(value, manifest.venues);
    return found.size ? (paper) => found.has(venues[paper]) : null;
  }
  const asked = range(name, value), column = name === "added" ? added : dates;
  const says = name === "in" ? years.get(value) : null, bits = maskOf(manifest, "venue");
  const named = new Set(says?.papers.filter((_, at) => says.codes[at] & bits)); // NeurIPS 2020 takes papers of 2019
  return asked && ((paper) => (column[paper] >= asked[0] && column[paper] <= asked[1]) || named.has(paper));
}

/**
 * The filters as one test, those for tags that only words can answer, and notes on unknown values, which let nothing
 * through. Several venues without a sign are alternatives, and so are tags.
 * @param {Filter[]} filters
 * @param {Columns} columns
 * @param {Tags} tags
 * @param {Map<string, import("./binary.js").Postings>} years
 * @param {Manifest} manifest
 * @returns {{ allowed: Test, rest: Filter[], notes: import("./query.js").Note[] }}
 */
export function filter(filters, columns, tags, years, manifest) {
  /** @type {Map<string | Filter, Test[]>} */
  const groups = new Map();
  const rest = [], notes = [];
  for (const each of filters) {
    const { name, field, sign } = each, value = each.value.toLowerCase();
    if (name === "tag" && !tags.some((tag) => tag.name.toLowerCase() === value)) {
      rest.push(each);
      continue;
    }
    const found = test({ ...each, value }, columns, tags, years, manifest), passes = found ?? (() => false);
    if (!found) notes.push({ kind: "value", name, value: each.value });
    const key = field && !sign ? name : each;
    groups.set(key, [...(groups.get(key) ?? []), sign === "-" ? (/** @type {number} */ paper) => !passes(paper) : passes]);
  }
  const all = [...groups.values()];
  return { allowed: (paper) => all.every((group) => group.some((passes) => passes(paper))), rest, notes };
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
