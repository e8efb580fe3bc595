// What is asked, as the page's address holds it: ?q=&page=&sort=&year=, and any number of venue=, tag= and has=

export const SORTS = [["relevance", "Best match"], ["date", "Newest"], ["oldest", "Oldest"], ["votes", "Most upvotes"]];
const LONGEST = 2000; // characters of a query that the engine reads

/**
 * @param {string} search
 * @returns {SearchState}
 */
export function read(search) {
  const given = new URLSearchParams(search), all = (/** @type {string} */ name) => given.getAll(name).filter(Boolean);
  const page = given.get("page") ?? "", sort = given.get("sort") ?? "";
  const [, from, to] = given.get("year")?.match(/^(\d{4})\.\.(\d{4})$/) ?? [];
  return {
    q: given.get("q") ?? "",
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
    sort: SORTS.some(([name]) => name === sort) ? sort : "relevance",
    year: from && from <= to ? [Number(from), Number(to)] : null,
    venue: all("venue"),
    tag: all("tag"),
    has: all("has"),
  };
}

/** @param {SearchState} state */
export function write({ q, page, sort, year, venue, tag, has }) {
  const made = new URLSearchParams();
  if (q) made.set("q", q.slice(0, LONGEST));
  if (year) made.set("year", year.join(".."));
  for (const [name, values] of Object.entries({ venue, tag, has })) for (const each of values) made.append(name, each);
  if (sort !== "relevance") made.set("sort", sort);
  if (page > 1) made.set("page", String(page));
  return `?${made}`;
}

/** @param {string} value */
const quoted = (value) => `"${value.replaceAll('"', " ")}"`;

/**
 * The query in the engine's language: the filters, then what was typed, which may end anywhere. Venues are alternatives
 * there, and so are tags.
 * @param {SearchState} state
 */
export function queryText({ q, year, venue, tag, has }) {
  return [
    year && `year:${year.join("..")}`,
    ...venue.map((each) => `venue:${quoted(each)}`),
    ...tag.map((each) => `tag:${quoted(each)}`),
    ...has.map((each) => `has:${quoted(each)}`),
    q,
  ].filter(Boolean).join(" ");
}

/** @param {SearchState} state */
export const isEmpty = ({ q, year, venue, tag, has }) => !q.trim() && !year && !venue.length && !tag.length && !has.length;
