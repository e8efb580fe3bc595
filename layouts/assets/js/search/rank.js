// Which papers match, and how well: the twin of generator/papershelf/search/rank.py, operation by operation.

import { codeTables, maskOf } from "./codes.js";
import { forms, words } from "./text.js";

/** @typedef {[paper: number, score: number][]} Scored */
/** @typedef {import("./clauses.js").MatchedClause} MatchedClause */

// A paper's length from its byte: a small float of three bits mantissa.
const length = (/** @type {number} */ code) => ((8 + (code & 7)) * 2 ** (code >> 3)) / 8;

/**
 * @param {import("./files.js").Manifest} manifest
 * @param {Uint8Array} lengths
 */
export function ranker(manifest, lengths) {
  const { papers, average, tuning } = manifest, { k1, b, bonus } = tuning;
  const { weights, matches } = codeTables(manifest);
  const norms = Float64Array.from({ length: 256 }, (_, code) => k1 * (1 - b + (b * length(code)) / average));

  /**
   * Calls back with every paper of a clause once: its weighted count of words and how well title or authors hold them.
   * @param {MatchedClause} clause
   * @param {(paper: number, count: number, match: number, idf: number) => void} found
   */
  function each({ field, postings }, found) {
    const counts = new Float64Array(papers), best = new Float64Array(papers), seen = [];
    const marked = new Uint8Array(papers), bits = maskOf(manifest, field);
    for (const { papers: list, codes } of postings) {
      for (let i = 0; i < list.length; i++) {
        const code = codes[i] & bits, paper = list[i];
        if (!code) continue;
        if (!marked[paper]) {
          seen.push(paper);
          marked[paper] = 1;
        }
        counts[paper] += weights[code];
        if (matches[code] > best[paper]) best[paper] = matches[code];
      }
    }
    const idf = Math.log(1 + (papers - seen.length + 0.5) / (seen.length + 0.5));
    for (const paper of seen) found(paper, counts[paper], best[paper], idf);
    return idf;
  }

  /**
   * Returns every match that `allowed` lets through, best first, the newer first among equals; `share`: the most of the
   * query that one title with its authors holds; `whole`: whether a paper holds every word.
   * @param {MatchedClause[]} clauses
   * @param {(paper: number) => boolean} allowed
   */
  return function rank(clauses, allowed) {
    const scores = new Float64Array(papers), shares = new Float64Array(papers);
    const hits = new Uint8Array(papers), needs = new Uint8Array(papers), barred = new Uint8Array(papers);
    let total = 0, required = 0, positive = 0;
    for (const clause of clauses) {
      if (clause.presence === "-") {
        each(clause, (paper) => (barred[paper] = 1));
        continue;
      }
      const must = clause.presence === "+" ? 1 : 0;
      required += must;
      positive++;
      total += each(clause, (paper, count, match, idf) => {
        scores[paper] += (clause.boost * idf * count * (k1 + 1)) / (count + norms[lengths[paper]]);
        shares[paper] += idf * match;
        hits[paper]++;
        needs[paper] += must;
      });
    }
    const found = [];
    let top = 0, share = 0, most = 0;
    for (let paper = 0; paper < papers; paper++) {
      if ((positive && !hits[paper]) || needs[paper] < required || barred[paper] || !allowed(paper)) continue;
      found.push(paper);
      if (total) shares[paper] /= total;
      top = Math.max(top, scores[paper]);
      share = Math.max(share, shares[paper]);
      most = Math.max(most, hits[paper]);
    }
    const keys = Float64Array.from(found, (paper) => {
      const score = (top ? scores[paper] / top : 0) + bonus * shares[paper] * shares[paper];
      return Math.floor(score * 1e6 + 0.5) * papers + paper;
    }).sort().reverse();
    /** @type {Scored} */
    const scored = Array.from(keys, (key) => [key % papers, Math.floor(key / papers) / 1e6]);
    return { scored, share, whole: most === positive };
  };
}

/**
 * A second look at the best papers, whose cards are known: titles that say what the query says, and neighbours. The more
 * of the query one title holds (share), the surer it is that this paper is meant and not its topic.
 * @param {Scored} best
 * @param {import("./files.js").Card[]} cards
 * @param {MatchedClause[]} clauses
 * @param {number} share
 * @param {import("./text.js").Analysis} analysis
 * @param {import("./files.js").Tuning} tuning
 * @returns {Scored}
 */
export function rerank(best, cards, clauses, share, { stem, isStop }, tuning) {
  const asked = clauses.filter(({ presence }) => presence !== "-").map(({ found }) => new Set(found));
  const link = tuning.linked * (1 - share), place = new Map(best.map(([paper], at) => [paper, at]));
  const extra = best.map(() => 0);
  best.forEach(([paper, score], at) => {
    for (const gap of cards[at].neighbours) {
      const other = place.get(paper - gap);
      if (other === undefined) continue;
      extra[other] += link * score;
      extra[at] += link * best[other][1];
    }
  });
  const reranked = best.map(([paper, score], at) => {
    const title = words(cards[at].title).flatMap(forms).filter((form) => !isStop(form)).map(stem);
    const covered = title.filter((term) => asked.some((terms) => terms.has(term))).length;
    const adjacent = asked.slice(0, -1).filter((terms, i) =>
      title.some((term, j) => terms.has(term) && asked[i + 1].has(title[j + 1]))).length;
    const begins = asked.length <= title.length && asked.every((terms, i) => terms.has(title[i]));
    const more = extra[at] + (tuning.covered * covered) / Math.max(1, title.length) +
      (tuning.adjacent * adjacent) / Math.max(1, asked.length - 1) + (begins ? tuning.begins : 0);
    return /** @type {[number, number]} */ ([paper, Math.floor((score + more) * 1e6 + 0.5) / 1e6]);
  });
  return reranked.sort((a, b) => b[1] - a[1] || b[0] - a[0]);
}
