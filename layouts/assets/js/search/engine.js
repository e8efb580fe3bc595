// Search without a server: opens the index that the build wrote and answers queries from the few files each needs.
//
//   const index = await openIndex(read);        // read(path relative to search/, fresh?) -> Promise<ArrayBuffer>
//   const { total, hits, facets, query } = await index.search("sparse attention year:2020.. -vision");

import { clauseMatcher } from "./clauses.js";
import { openFiles } from "./files.js";
import { facets, filter, sorted } from "./filters.js";
import { knownIn } from "./known.js";
import { withPhrases } from "./phrases.js";
import { excerpt, marked, marker } from "./present.js";
import { clausesOf, parse } from "./query.js";
import { ranker, rerank } from "./rank.js";
import { speller } from "./spelling.js";
import { analyser, words } from "./text.js";
import { understood } from "./understood.js";

/** @typedef {import("./clauses.js").MatchedClause} MatchedClause */
/** @typedef {ReturnType<typeof clauseMatcher>} Matcher */
/** @typedef {import("./query.js").Note} Note */
/** @typedef {import("./files.js").Card} Card */
/** @typedef {import("./rank.js").Scored} Scored */
/**
 * sort: "relevance", "date", "oldest" or "votes"; typos: help with words that match nothing; facets: count them; excerpts:
 * load abstracts for the hits.
 * @typedef {{ limit?: number, offset?: number, sort?: string, typos?: boolean, facets?: boolean, excerpts?: boolean }}
 *   SearchOptions
 */
/** @typedef {Omit<Card, "neighbours"> & { score: number, titleParts: string[], excerpt?: string, excerptParts?: string[] }} Hit */
/**
 * whole: the total is exact.
 * @typedef {{ total: number, whole: boolean, hits: Hit[], facets: import("./filters.js").Facets | null,
 *   query: { notes: Note[], words: { word: string, found: string[] }[] } }} Answer
 */

/**
 * What answers the queries of one archive.
 * @typedef {{ files: import("./files.js").Files, analysis: import("./query.js").Analysis,
 *   matched: Matcher["matched"], widened: Matcher["widened"], rank: () => Promise<ReturnType<typeof ranker>> }} Index
 */

/** @param {import("./files.js").Read} read */
export async function openIndex(read) {
  const files = await openFiles(read), analysed = analyser(files.manifest);
  const analysis = { ...analysed, others: speller(files.manifest.spellings, analysed.stem) };
  /** @type {ReturnType<typeof ranker> | undefined} */
  let rank;
  /** @type {Index} */
  const index = {
    files,
    analysis,
    ...clauseMatcher(files, analysis),
    rank: async () => (rank ??= ranker(files.manifest, await files.lengths())),
  };
  return {
    papers: files.manifest.papers,
    search: (/** @type {unknown} */ text, /** @type {SearchOptions} */ options = {}) => search(index, String(text ?? ""), options),
  };
}

/**
 * @param {Index} index
 * @param {string} text
 * @param {SearchOptions} options
 * @returns {Promise<Answer>}
 */
async function search(index, text, options) {
  const { files } = index, { limit = 10, offset = 0 } = options;
  const known = await knownIn(text, files), taken = understood(known.rest, files.manifest);
  let read = await answered(index, taken.text, known.papers, options);
  const misfit = taken.notes.length > 0 && !read.scored.length && !read.unread;
  if (misfit) read = await answered(index, known.rest, known.papers, options);
  const { scored, unread, clauses, columns } = read;
  const [hits, counts] = await Promise.all([
    shown(index, scored.slice(offset, offset + limit), clauses, options.excerpts !== false),
    options.facets === false || !columns ? null : Promise.all([columns, files.tags()]),
  ]);
  const missing = known.unknown.map((value) => ({ kind: "id", value }));
  const meant = taken.notes.map((note) => ({ ...note, kind: misfit ? "misfit" : "understood" }));
  const notes = [...missing, ...meant, ...read.notes];
  if (unread && !scored.length) notes.push({ kind: "unread", value: String(files.manifest.tuning.phrases) });
  return {
    total: scored.length,
    whole: !unread,
    hits,
    facets: counts && facets(scored, counts[0], counts[1], files.manifest),
    query: { notes, words: clauses.map(({ word, found }) => ({ word, found: found.slice(0, 10) })) },
  };
}

/**
 * What a query finds, its identifiers aside, and what there is to say of it; `unread`: papers not looked through for phrases.
 * @param {Index} index
 * @param {string} text
 * @param {number[]} named papers that identifiers name
 * @param {SearchOptions} options
 * @param {boolean} exact whether quoted words must stand together; they need not if that finds nothing
 * @returns {Promise<{ scored: Scored, unread: number, clauses: MatchedClause[], notes: Note[],
 *   columns: Promise<import("./files.js").Columns> | null }>}
 */
async function answered(index, text, named, options, exact = true) {
  const { files, analysis } = index, { limit = 10, offset = 0, sort = "relevance" } = options;
  const query = parse(text, files.manifest, analysis, exact);
  files.lengths().catch(() => {}); // asked for early, awaited where papers are ranked
  const columns = query.filters.length || sort !== "relevance" || options.facets !== false ? files.columns() : null;
  const found = await matches(index, query, named, columns, options);
  let { scored } = found, unread = 0;
  if (sort !== "relevance" && columns) scored = sorted(scored, sort, await columns);
  if (query.phrases.length) ({ scored, unread } = await withPhrases(files, scored, query.phrases, offset + limit));
  const quoted = query.phrases.some(({ negative }) => !negative);
  if (!scored.length && !unread && exact && quoted) return answered(index, text, named, options, false);
  const notes = [...query.notes, ...(exact ? [] : [{ kind: "phrase" }]), ...found.notes];
  return { scored, unread, clauses: found.clauses, notes, columns };
}

const NAMED = 2; // the score of a paper that a query names by an identifier
/** @type {import("./files.js").Columns} */
const NO_COLUMNS = { dates: [], venues: [], flags: [], votes: [], added: [] };

/**
 * The papers that match words and filters, best first, the clauses they match, and what there is to say.
 * @param {Index} index
 * @param {import("./query.js").Query} query
 * @param {number[]} named papers that identifiers name: they come first
 * @param {Promise<import("./files.js").Columns> | null} columns
 * @param {SearchOptions} options
 */
async function matches(index, query, named, columns, { limit = 10, typos = true }) {
  const { files, analysis } = index, { manifest } = files, { phrases, filters, stopped } = query;
  const tags = filters.some(({ name }) => name === "tag") ? await files.tags() : [];
  const years = await files.postings(filters.filter(({ name }) => name === "in").map(({ value }) => value));
  const { allowed, rest, notes } = filter(filters, (filters.length && (await columns)) || NO_COLUMNS, tags, years, manifest);
  const clauses = [...query.clauses, ...rest.flatMap(({ field, value, sign }) => words(value).flatMap((word) =>
    clausesOf(word, { field, presence: sign || "+", edits: 0, boost: 1 }, analysis)))];
  const depth = limit && manifest.tuning.reranked;
  if (!clauses.length && stopped.length && !phrases.length) {
    const exact = stopped.map((word) => ({ word, terms: [word], field: "title", presence: "+", edits: 0, boost: 1 }));
    const found = await ranked(index, exact, allowed, depth, false);
    if (found.scored.length) return { ...found, notes };
    notes.push({ kind: "stopped", used: [...new Set(stopped)] });
  }
  /** @type {Scored} */
  const first = named.filter(allowed).map((paper) => [paper, NAMED]);
  if (!clauses.length && !phrases.length && (named.length || !filters.length)) return { clauses: [], scored: first, notes };
  const long = clauses.length > manifest.tuning.typed && files.cost(clauses.flatMap(({ terms }) => terms)) > files.affordable;
  if (long) notes.push({ kind: "long" });
  const found = await ranked(index, long ? thinned(clauses, files) : clauses, allowed, depth, typos && !long);
  const scored = [...first, ...found.scored.filter(([paper]) => !named.includes(paper))];
  return { clauses: found.clauses, scored, notes: [...notes, ...found.clauses.flatMap(({ note }) => note ?? [])] };
}

/**
 * A query, an abstract perhaps, each word once, without those that cost most, until it costs little.
 * @param {import("./query.js").Clause[]} clauses
 * @param {import("./files.js").Files} files
 */
function thinned(clauses, { cost, affordable }) {
  const kept = [...new Map(clauses.map((clause) => [JSON.stringify(clause), clause])).values()], all = () => cost(kept.flatMap(({ terms }) => terms));
  for (const clause of [...kept].sort((a, b) => cost(b.terms) - cost(a.terms))) {
    if (clause.presence === "?" && all() > affordable) kept.splice(kept.indexOf(clause), 1);
  }
  return kept;
}

/**
 * Matching papers, best first, and the clauses they match. Where no paper holds all words, rare ones are taken for typos, if
 * then a title with its authors holds clearly more of the query.
 * @param {Index} index
 * @param {import("./query.js").Clause[]} asked
 * @param {(paper: number) => boolean} allowed
 * @param {number} depth best papers looked at a second time
 * @param {boolean} typos
 * @returns {Promise<{ clauses: MatchedClause[], scored: Scored }>}
 */
async function ranked({ files, analysis, matched, widened, rank: ranking }, asked, allowed, depth, typos) {
  let clauses = await Promise.all(asked.map((clause) => matched(clause, typos)));
  const { tuning } = files.manifest, rank = await ranking();
  let { scored, share, whole } = rank(clauses, allowed);
  const wide = typos && !whole && clauses.length <= tuning.typed ? await Promise.all(clauses.map(widened)) : clauses;
  if (wide.some((clause, at) => clause !== clauses[at])) {
    const other = rank(wide, allowed);
    if (other.share > share + tuning.gain) [clauses, { scored, share }] = [wide, other];
  }
  const best = scored.slice(0, depth);
  const cards = await Promise.all(best.map(([paper]) => files.card(paper)));
  const reranked = rerank(best, cards, clauses, share, analysis, tuning);
  return { clauses, scored: [...reranked, ...scored.slice(depth)] };
}

/**
 * @param {Index} index
 * @param {Scored} page
 * @param {MatchedClause[]} clauses
 * @param {boolean} excerpts
 * @returns {Promise<Hit[]>}
 */
function shown({ files, analysis }, page, clauses, excerpts) {
  const isHit = marker(clauses, analysis);
  return Promise.all(page.map(async ([paper, score]) => {
    const { neighbours: _, ...card } = await files.card(paper);
    const hit = { ...card, score, titleParts: marked(card.title, isHit) };
    if (!excerpts) return hit;
    const passage = excerpt(await files.abstract(card.id), isHit, analysis);
    return { ...hit, excerpt: passage, excerptParts: marked(passage, isHit) };
  }));
}
