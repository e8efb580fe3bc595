// Which papers match, and how well: the twin of generator/search/rank.py, operation by operation.

const MASKS = { title: 0b001011000, authors: 0b000100000, abstract: 0b000000111, tags: 0b010000000, venue: 0b100000000 };
const STEMMED = 0.7; // what a title word counts for the bonus when only its stem is the same
const BONUS = 0.3;

// For every code of a posting: its words weighted by field, and whether title (as written or by stem) or authors hold it.
function tables({ title, authors, abstract, venue, tags }) {
  const weights = new Float64Array(512), places = new Float64Array(512);
  for (let code = 0; code < 512; code++) {
    const inTitle = (code >> 3) & 3, author = (code >> 5) & 1, exact = (code >> 6) & 1;
    weights[code] = title * (inTitle || exact) + authors * author + abstract * (code & 7) +
      tags * ((code >> 7) & 1) + venue * (code >> 8);
    places[code] = exact || author ? 1 : inTitle ? STEMMED : 0;
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
    const marked = new Uint8Array(papers), mask = field ? MASKS[field] : 511;
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

  // -> { papers, scores }: every matching paper that `allowed` lets through, best first, the newer first among equals.
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
    let top = 0;
    const found = [];
    for (let paper = 0; paper < papers; paper++) {
      if ((positive && !hits[paper]) || needs[paper] < required || barred[paper] || !allowed(paper)) continue;
      found.push(paper);
      if (scores[paper] > top) top = scores[paper];
    }
    const keys = Float64Array.from(found, (paper) => {
      const share = total ? shares[paper] / total : 0;
      const score = (top ? scores[paper] / top : 0) + BONUS * share * share;
      return Math.floor(score * 1e6 + 0.5) * papers + paper;
    }).sort().reverse();
    return { papers: Array.from(keys, (key) => key % papers), scores: keys.map((key) => Math.floor(key / papers) / 1e6) };
  };
}
