// A second look at the best papers, whose cards are known: titles that say what the query says, and neighbours.
// The twin of generator/search/lift.py.

import { forms, words } from "./text.js";

export const LOOKED = 20; // papers looked at
const LINKED = 0.06, COVERED = 0.1, ADJACENT = 0.1;

// [[paper, score], ...] of the best papers in their new order; `share` as rank() gives it: the more of the query stands
// in one title, the surer it is that this paper is meant and not its topic.
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
