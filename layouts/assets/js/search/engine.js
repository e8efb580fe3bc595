// Search without a server: opens the index that the build wrote and answers queries from the few files each needs.
//
//   const index = await openIndex(read);        // read(path, relative to search/) -> Promise<ArrayBuffer>
//   const { total, hits, facets, query } = await index.search("sparse attention year:2020.. -vision");

import { clauseMatcher } from "./clauses.js";
import { openFiles } from "./files.js";
import { facets, filter, sorted } from "./filters.js";
import { withPhrases } from "./phrases.js";
import { excerpt, marked, marker } from "./present.js";
import { clausesOf, parse } from "./query.js";
import { ranker, rerank } from "./rank.js";
import { analyser, words } from "./text.js";

/** @typedef {import("./clauses.js").MatchedClause} MatchedClause */
/** @typedef {import("./files.js").Card} Card */
/** @typedef {import("./rank.js").Scored} Scored */
/**
 * sort: "relevance", "date", "oldest" or "votes"; typing: the last word may go on; typos: help with words that match
 * nothing; facets: count them; excerpts: load abstracts for the hits.
 * @typedef {{ limit?: number, offset?: number, sort?: string, typing?: boolean, typos?: boolean, facets?: boolean,
 *   excerpts?: boolean }} SearchOptions
 */
/** @typedef {Omit<Card, "neighbours"> & { score: number, titleParts: string[], excerpt?: string, excerptParts?: string[] }} Hit */
/**
 * whole: the total is exact.
 * @typedef {{ total: number, whole: boolean, hits: Hit[], facets: import("./filters.js").Facets | null,
 *   query: { notes: import("./query.js").Note[], words: { word: string, found: string[] }[] } }} Answer
 */

/**
 * What answers the queries of one archive.
 * @typedef {{ files: import("./files.js").Files, analysis: import("./text.js").Analysis,
 *   clauses: ReturnType<typeof clauseMatcher>, rank: () => Promise<ReturnType<typeof ranker>> }} Index
 */

/** @param {(path: string) => Promise<ArrayBuffer>} read */
export async function openIndex(read) {
  const files = await openFiles(read), analysis = analyser(files.manifest);
  /** @type {ReturnType<typeof ranker> | undefined} */
  let rank;
  /** @type {Index} */
  const index = {
    files,
    analysis,
    clauses: clauseMatcher(files, analysis),
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
 * @param {boolean} exact whether quoted words must stand together
 * @returns {Promise<Answer>}
 */
async function search(index, text, options, exact = true) {
  const { files, analysis } = index, { limit = 10, offset = 0, sort = "relevance" } = options;
  const query = parse(text, files.manifest, analysis, exact);
  if (!exact) query.notes.push({ kind: "phrase" });
  files.lengths().catch(() => {}); // asked for early, awaited where papers are ranked
  const columns = query.filters.length || sort !== "relevance" || options.facets !== false ? files.columns() : null;
  const found = await matches(index, query, columns, text, options);
  let { scored } = found, whole = true;
  if (sort !== "relevance" && columns) scored = sorted(scored, sort, await columns);
  if (query.phrases.length) ({ scored, whole } = await withPhrases(files, scored, query.phrases, offset + limit));
  if (!scored.length && exact && query.phrases.some(({ negative }) => !negative)) return search(index, text, options, false);
  const [hits, counts] = await Promise.all([
    shown(index, scored.slice(offset, offset + limit), found.clauses, options.excerpts !== false),
    options.facets === false || !columns ? null : Promise.all([columns, files.tags()]),
  ]);
  const notes = [...query.notes, ...found.clauses.flatMap(({ note }) => note ?? [])];
  return {
    total: scored.length,
    whole,
    hits,
    facets: counts && facets(scored, counts[0], counts[1], files.manifest),
    query: { notes, words: found.clauses.map(({ word, found }) => ({ word, found: found.slice(0, 10) })) },
  };
}

/**
 * The papers that match words and filters, best first, and the clauses they match.
 * @param {Index} index
 * @param {import("./query.js").Query} query
 * @param {Promise<import("./files.js").Columns> | null} columns
 * @param {string} text
 * @param {SearchOptions} options
 */
async function matches({ files, analysis, clauses: matcher, rank }, query, columns, text, { limit = 10, typing = false, typos = true }) {
  const { manifest } = files;
  const tags = query.filters.some(({ name }) => name === "tag") ? await files.tags() : [];
  /** @type {import("./files.js").Columns} */
  const none = { dates: [], venues: [], flags: [], votes: [] };
  const { allowed, rest } = filter(query.filters, query.filters.length && columns ? await columns : none, tags, manifest);
  for (const { field, value, sign, name } of rest) {
    if (!field) query.notes.push({ kind: "filter", name, value });
    else for (const word of words(value)) {
      query.clauses.push(...clausesOf(word, { field, presence: sign || "+", edits: 0, boost: 1 }, analysis));
    }
  }
  const last = typing && /[\p{L}\p{N}]$/u.test(text) ? query.clauses.length - 1 : -1;
  const clauses = await Promise.all(query.clauses.map((clause, at) => matcher.matched(clause, at === last, typos)));
  if (!query.clauses.length && !query.filters.length && !query.phrases.length) return { clauses, scored: [] };
  return ranked({ files, analysis, clauses: matcher, rank }, clauses, allowed, limit && manifest.tuning.reranked);
}

/**
 * Matching papers, best first, and the clauses they match. Where no title holds the whole query, its rare words are taken
 * for typos if then a title holds clearly more of it.
 * @param {Index} index
 * @param {MatchedClause[]} clauses
 * @param {(paper: number) => boolean} allowed
 * @param {number} depth best papers looked at a second time
 */
async function ranked({ files, analysis, clauses: matcher, rank: ranking }, clauses, allowed, depth) {
  const { tuning } = files.manifest, rank = await ranking();
  let { scored, share } = rank(clauses, allowed);
  const wide = share < tuning.whole ? await Promise.all(clauses.map(matcher.widened)) : clauses;
  if (wide.some((clause, at) => clause !== clauses[at])) {
    const other = rank(wide, allowed);
    if (other.share > share + tuning.gain) [{ scored, share }, clauses] = [other, wide];
  }
  const best = scored.slice(0, depth);
  const cards = await Promise.all(best.map(([paper]) => files.card(paper)));
  return { clauses, scored: [...rerank(best, cards, clauses, share, analysis, tuning), ...scored.slice(depth)] };
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
