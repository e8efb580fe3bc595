// Search without a server: opens the index that the build wrote and answers queries from the few files each needs.
//
//   const index = await openIndex(read);        // read(path, relative to search/) -> Promise<ArrayBuffer>
//   const { total, hits, facets, query } = await index.search("sparse attention year:2020.. -vision");

import { corrections, matcher, within } from "./expand.js";
import { facets, filter, sorted } from "./filters.js";
import { openFiles } from "./files.js";
import { excerpt, marked, marker } from "./present.js";
import { parse } from "./query.js";
import { lift, LOOKED, ranker } from "./rank.js";
import { analyser, forms, words } from "./text.js";

const PREFIXED = 8; // words tried for the one being typed
const WHOLE = 0.9, GAIN = 0.2; // share of a query in one title: as good as all; what must come of taking words for slips
const RARE = 20, RARER = 500; // a rare word is in so few papers, or in one of so many
const CHECKED = 100; // best papers looked through for phrases, or as many as are wanted

export async function openIndex(read) {
  const files = await openFiles(read);
  const analysis = analyser(files.manifest);
  const rare = Math.max(RARE, files.manifest.papers / RARER);
  let rank;

  // The terms of a clause that are in the index, as Map(term -> postings).
  async function expanded(clause, typing) {
    const { pattern, edits, terms } = clause;
    if (pattern) {
      const test = matcher(pattern), prefix = pattern.split("*")[0];
      if (prefix) return new Map((await files.prefixed(prefix)).filter(([term]) => test.test(term)));
      return files.postings((await files.everyTerm()).filter((term) => test.test(term)));
    }
    if (edits) return files.postings((await files.everyTerm()).filter((term) => terms.some((typed) => within(typed, term, edits))));
    if (!typing) return files.postings(terms);
    const longer = (await files.prefixed(clause.word, true)).sort(([, a], [, b]) => b.papers.length - a.papers.length);
    return new Map([...longer.slice(0, PREFIXED), ...(await files.postings(terms))]);
  }

  // A clause with the terms found for it, in their order.
  function having(clause, found) {
    const order = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
    return { ...clause, found: order.map(([term]) => term), postings: order.map(([, postings]) => postings) };
  }

  const meant = (used) => files.postings([...new Set(used.flatMap((word) => [analysis.stem(word), word]))]);

  // What a word may be a slip for; nothing where it is a number.
  const slips = async (word, fits) => (/\D/.test(word) ? corrections(word, [...await files.like(word)].filter(fits)) : []);

  // A word without matches is tried as the likeliest words it could mean.
  async function looked(clause, typing, typos) {
    const { word, pattern, edits, presence } = clause, found = await expanded(clause, typing);
    const helped = typos && presence !== "-" && !pattern && !edits && word.length > 2;
    const free = helped && presence === "?";
    if (found.size || !helped) return having({ ...clause, free: free && !typing }, found);
    const used = await slips(word, ([, size]) => size > 1);
    const note = used.length ? { kind: "corrected", word, used } : { kind: "unknown", word };
    return having({ ...clause, note, free }, await meant(used));
  }

  // A rare word with the words it could be a slip for.
  async function widened(clause) {
    const { word, found, postings, note, free } = clause;
    if (!free || postings.some(({ papers }) => papers.length > rare)) return clause;
    const used = await slips(word, ([term]) => !found.includes(term));
    const more = await meant(used);
    if (!more.size) return clause;
    found.forEach((term, at) => more.set(term, postings[at]));
    const kind = note || !found.length ? "corrected" : "widened";
    return having({ ...clause, note: { kind, word, used: [...(note?.used ?? []), ...used] } }, more);
  }

  // The papers whose title, authors or abstract hold (or, negative, lack) every phrase, among the best; with those
  // that were not looked at, if there are enough.
  async function withPhrases(scored, phrases, wanted) {
    const kept = [];
    let at = 0;
    for (; at < Math.min(scored.length, Math.max(CHECKED, wanted)) && kept.length < wanted; at += 10) {
      const batch = scored.slice(at, at + 10);
      const fits = await Promise.all(batch.map(([paper]) => fitsAll(paper, phrases)));
      kept.push(...batch.filter((_, i) => fits[i]));
    }
    return { scored: [...kept, ...(kept.length < wanted ? [] : scored.slice(at))], whole: at >= scored.length };
  }

  async function fitsAll(paper, phrases) {
    const card = await files.card(paper);
    const texts = { title: [card.title], authors: card.authors, venue: [card.venue], abstract: [] };
    if (phrases.some(({ field }) => !field || field === "abstract")) texts.abstract = [await files.abstract(card.id)];
    return phrases.every(({ words: phrase, field, negative }) => {
      const places = (field ? (texts[field] ?? []) : Object.values(texts).flat()).map(words);
      // Names are not written in one way: all words have to be in one of them.
      const holds = (place) => field === "authors"
        ? phrase.flatMap(forms).every((form) => place.flatMap(forms).includes(form))
        : ` ${place.join(" ")} `.includes(` ${phrase.join(" ")} `);
      return places.some(holds) !== negative;
    });
  }

  async function shown([paper, score], isHit, excerpts) {
    const { neighbours, ...card } = await files.card(paper);
    const hit = { ...card, score, titleParts: marked(card.title, isHit) };
    if (!excerpts) return hit;
    const passage = excerpt(await files.abstract(card.id), isHit, analysis);
    return { ...hit, excerpt: passage, excerptParts: marked(passage, isHit) };
  }

  // Matching papers as [paper, score], best first, and the clauses they match. Where no title holds the whole query, its
  // rare words are taken for slips if then a title holds clearly more of it.
  async function ranked(clauses, allowed, depth) {
    const lengths = await files.lengths();
    rank ??= ranker(files.manifest, lengths);
    let { scored, share } = rank(clauses, allowed);
    const wide = share < WHOLE ? await Promise.all(clauses.map(widened)) : clauses;
    if (wide.some((clause, at) => clause !== clauses[at])) {
      const other = rank(wide, allowed);
      if (other.share > share + GAIN) [{ scored, share }, clauses] = [other, wide];
    }
    const best = scored.slice(0, depth);
    const cards = await Promise.all(best.map(([paper]) => files.card(paper)));
    return { clauses, scored: [...lift(best, cards, clauses, share, analysis), ...scored.slice(depth)] };
  }

  // Options: limit, offset; sort "relevance" | "date" | "oldest" | "votes"; typing: the last word may go on;
  // typos: help with words that match nothing; facets: count them; excerpts: load abstracts for the hits.
  async function search(text, options = {}, exact = true) {
    const { limit = 10, offset = 0, sort = "relevance", typing = false, typos = true } = options;
    const query = parse(String(text ?? ""), analysis, exact);
    if (!exact) query.notes.push({ kind: "phrase" });
    const columns = query.filters.length || sort !== "relevance" || options.facets !== false ? files.columns() : null;
    const tags = query.filters.some(({ name }) => name === "tag") ? await files.tags() : [];
    const { allowed, rest } = filter(query.filters, query.filters.length && (await columns), tags, files.manifest);
    for (const { field, value, sign, name } of rest) {
      if (!field) query.notes.push({ kind: "filter", name, value });
      else query.clauses.push(...parse(words(value).map((word) => `${sign || "+"}${field}:${word}`).join(" "), analysis).clauses);
    }
    const asked = query.clauses.length || query.filters.length || query.phrases.length;
    const lastWord = typing && /[\p{L}\p{N}]$/u.test(text) ? query.clauses.length - 1 : -1;
    files.lengths().catch(() => {}); // asked for early, awaited by ranked()
    const terms = await Promise.all(query.clauses.map((clause, at) => looked(clause, at === lastWord, typos)));
    let { clauses, scored } = asked ? await ranked(terms, allowed, limit && LOOKED) : { clauses: terms, scored: [] };
    let whole = true;
    if (sort !== "relevance") scored = sorted(scored, sort, await columns);
    if (query.phrases.length) ({ scored, whole } = await withPhrases(scored, query.phrases, offset + limit));
    if (!scored.length && exact && query.phrases.some(({ negative }) => !negative)) return search(text, options, false);
    const isHit = marker(clauses, analysis);
    const page = scored.slice(offset, offset + limit);
    const [hits, counts] = await Promise.all([
      Promise.all(page.map((paper) => shown(paper, isHit, options.excerpts !== false))),
      options.facets === false ? null : Promise.all([columns, files.tags()]),
    ]);
    return {
      total: scored.length,
      whole,
      hits,
      facets: counts && facets(scored, counts[0], counts[1], files.manifest),
      query: { notes: [...query.notes, ...clauses.flatMap(({ note }) => note ?? [])], words: clauses.map(({ word, found }) => ({ word, found: found.slice(0, 10) })) },
    };
  }

  return { search: (text, options) => search(text, options), papers: files.manifest.papers };
}
