// What is asked, as the page's address holds it: ?q=&page=&sort=&year=&venue=&tag=&has=

export const SORTS = [["relevance", "Best match"], ["date", "Newest"], ["oldest", "Oldest"], ["votes", "Most upvotes"]];
const LONGEST = 2000; // characters of a query that the engine reads

export function read(search) {
  const given = new URLSearchParams(search);
  const [, from, to] = given.get("year")?.match(/^(\d{4})\.\.(\d{4})$/) ?? [];
  const sort = given.get("sort");
  const page = given.get("page");
  return {
    q: given.get("q") ?? "",
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
    sort: SORTS.some(([name]) => name === sort) ? sort : "relevance",
    year: from && from <= to ? [Number(from), Number(to)] : null,
    venue: given.get("venue") ?? "",
    tag: given.getAll("tag"),
    has: given.getAll("has"),
  };
}

export function write({ q, page, sort, year, venue, tag, has }) {
  const made = new URLSearchParams();
  if (q) made.set("q", q.slice(0, LONGEST));
  if (year) made.set("year", year.join(".."));
  if (venue) made.set("venue", venue);
  for (const each of tag) made.append("tag", each);
  for (const each of has) made.append("has", each);
  if (sort !== "relevance") made.set("sort", sort);
  if (page > 1) made.set("page", page);
  return `?${made}`;
}

const quoted = (value) => `"${value.replaceAll('"', " ")}"`;

// The query in the engine's language: the filters, then what was typed, which may end anywhere.
export function queryText({ q, year, venue, tag, has }) {
  return [
    year && `year:${year.join("..")}`,
    venue && `venue:${quoted(venue)}`,
    ...tag.map((each) => `tag:${quoted(each)}`),
    ...has.map((each) => `has:${quoted(each)}`),
    q,
  ].filter(Boolean).join(" ");
}

export const isEmpty = ({ q, year, venue, tag, has }) => !q.trim() && !year && !venue && !tag.length && !has.length;
