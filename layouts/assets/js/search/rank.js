// Which papers match, and how well: the twin of generator/papershelf/search/rank.py, operation by operation.

import { forms, words } from "./text.js";

const CODES = 1024; // abstract 3 bits, title 2, authors, exact, tags, first author, venue
const MASKS = { abstract: 7, title: 8 + 16 + 64, authors: 32 + 256, tags: 128, venue: 512 };
const STEMMED = 0.4, OTHER = 0.7; // what counts less for the bonus: a title word by its stem only, an author not the first
const BONUS = 0.4;
export const LOOKED = 20; // best papers looked at a second time
const LINKED = 0.06, COVERED = 0.1, ADJACENT = 0.1;

// For every code of a posting: its words weighted by field, and how well title or authors hold the word.
function tables({ title, authors, abstract, venue, tags }) {
  const weights = new Float64Array(CODES), places = new Float64Array(CODES);
  for (let code = 0; code < CODES; code++) {
    const bit = (at) => (code >> at) & 1, inTitle = (code >> 3) & 3;
    weights[code] = title * (inTitle || bit(6)) + authors * (bit(5) + bit(8)) + abstract * (code & 7) +
      tags * bit(7) + venue * bit(9);
    places[code] = bit(6) || bit(8) ? 1 : bit(5) ? OTHER : inTitle ? STEMMED : 0;
  }
  return { weights, places };
}

// A paper's length from its byte: a small float of three bits mantissa.
const length = (code) => ((8 + (code & 7)) * 2 ** (code >> 3)) / 8;

export function ranker({ papers, boosts, k1, b, average }, lengths) {
  const { weights, places } = tables(boosts);
  const norms = Float64Array.from({ length: 256 }, (_, code) => k1 * (1 - b + (b * length(code)) / average));

  // Calls back with every paper of a clause once: its weighted count of words and its place.
  function each({ field, postings }, found) {
    const counts = new Float64Array(papers), best = new Float64Array(papers), seen = [];
    const marked = new Uint8Array(papers), mask = field ? MASKS[field] : CODES - 1;
    for (const { papers: list, codes } of postings) {
      for (let i = 0; i < list.length; i++) {
        const code = codes[i] & mask, paper = list[i];
        if (!code) continue;
        if (!marked[paper]) marked[paper] = seen.push(paper) && 1;
        counts[paper] += weights[code];
        if (places[code] > best[paper]) best[paper] = places[code];
      }
    }
    const idf = Math.log(1 + (papers - seen.length + 0.5) / (seen.length + 0.5));
    for (const paper of seen) found(paper, counts[paper], best[paper], idf);
    return idf;
  }

  // -> { scored, share }: [paper, score] of every match that `allowed` lets through, best first, the newer first among
  // equals; share: the most of the query that one title with its authors holds.
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
      total += each(clause, (paper, count, place, idf) => {
        scores[paper] += (clause.boost * idf * count * (k1 + 1)) / (count + norms[lengths[paper]]);
        shares[paper] += idf * place;
        hits[paper] = 1;
        needs[paper] += must;
      });
    }
    const found = [];
    let top = 0, share = 0;
    for (let paper = 0; paper < papers; paper++) {
      if ((positive && !hits[paper]) || needs[paper] < required || barred[paper] || !allowed(paper)) continue;
      found.push(paper);
      if (total) shares[paper] /= total;
      top = Math.max(top, scores[paper]);
      share = Math.max(share, shares[paper]);
    }
    const keys = Float64Array.from(found, (paper) => {
      const score = (top ? scores[paper] / top : 0) + BONUS * shares[paper] * shares[paper];
      return Math.floor(score * 1e6 + 0.5) * papers + paper;
    }).sort().reverse();
    const scored = Array.from(keys, (key) => [key % papers, Math.floor(key / papers) / 1e6]);
    return { scored, share };
  };
}

// A second look at the best papers, whose cards are known: titles that say what the query says, and neighbours. The more
// of the query one title holds (share), the surer it is that this paper is meant and not its topic.
export function lift(best, cards, clauses, share, { stem, isStop }) {
  const asked = clauses.filter(({ presence }) => presence !== "-").map(({ found }) => new Set(found));
  const link = LINKED * (1 - share), place = new Map(best.map(([paper], at) => [paper, at]));
  const extra = best.map(() => 0);
  best.forEach(([paper, score], at) => {
    for (const gap of cards[at].neighbours) {
      const other = place.get(paper - gap);
      if (other === undefined) continue;
      extra[other] += link * score;
      extra[at] += link * best[other][1];
    }
  });
  const lifted = best.map(([paper, score], at) => {
    const title = words(cards[at].title).flatMap(forms).filter((form) => !isStop(form)).map(stem);
    const covered = title.filter((term) => asked.some((terms) => terms.has(term))).length;
    const meets = (terms, i) => title.some((term, j) => terms.has(term) && asked[i + 1].has(title[j + 1]));
    const adjacent = asked.slice(0, -1).filter(meets).length;
    const more = extra[at] + (COVERED * covered) / Math.max(1, title.length) +
      (ADJACENT * adjacent) / Math.max(1, asked.length - 1);
    return [paper, Math.floor((score + more) * 1e6 + 0.5) / 1e6];
  });
  return lifted.sort((a, b) => b[1] - a[1] || b[0] - a[0]);
}
