// The terms that a clause of a query stands for: as typed, by pattern or edits, completed, corrected.

import { corrections, matcher, within } from "./expand.js";

/** @typedef {import("./files.js").Files} Files */
/** @typedef {import("./binary.js").Postings} Postings */
/** @typedef {import("./query.js").Clause} Clause */
/** @typedef {Clause & { found: string[], postings: Postings[], note?: import("./query.js").Note, free?: boolean }} MatchedClause */

/**
 * A clause with the terms found for it, in their order.
 * @param {MatchedClause | Clause} clause
 * @param {Map<string, Postings>} found
 * @returns {MatchedClause}
 */
function having(clause, found) {
  const order = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...clause, found: order.map(([term]) => term), postings: order.map(([, postings]) => postings) };
}

/**
 * @param {Files} files
 * @param {import("./text.js").Analysis} analysis
 */
export function clauseMatcher(files, { stem }) {
  const { papers, tuning } = files.manifest, rare = Math.max(tuning.rare, papers / tuning.rarer);

  /**
   * The terms of a clause that are in the index; `typing`: its word may go on.
   * @param {Clause} clause
   * @param {boolean} typing
   * @returns {Promise<Map<string, Postings>>}
   */
  async function expanded({ pattern, edits, terms, word }, typing) {
    if (pattern) {
      const test = matcher(pattern), prefix = pattern.split("*")[0];
      if (prefix) return new Map((await files.prefixed(prefix)).filter(([term]) => test.test(term)));
      return files.postings((await files.everyTerm()).filter((term) => test.test(term)));
    }
    if (edits) return files.postings((await files.everyTerm()).filter((term) => terms.some((typed) => within(typed, term, edits))));
    if (!typing) return files.postings(terms);
    const longer = (await files.prefixed(word, true)).sort(([, a], [, b]) => b.papers.length - a.papers.length);
    return new Map([...longer.slice(0, tuning.completions), ...(await files.postings(terms))]);
  }

  /** @param {string[]} used */
  const meant = (used) => files.postings([...new Set(used.flatMap((word) => [stem(word), word]))]);

  /**
   * What a word may be a typo for; nothing where it is a number.
   * @param {string} word
   * @param {(candidate: [string, number]) => boolean} fits
   */
  const typos = async (word, fits) => (/\D/.test(word) ? corrections(word, [...await files.like(word)].filter(fits), tuning) : []);

  return {
    /**
     * A clause with its terms; a word without matches is tried as the likeliest words it could mean.
     * @param {Clause} clause
     * @param {boolean} typing
     * @param {boolean} helps whether typos are looked for
     * @returns {Promise<MatchedClause>}
     */
    async matched(clause, typing, helps) {
      const { word, pattern, edits, presence } = clause, found = await expanded(clause, typing);
      const helped = helps && presence !== "-" && !pattern && !edits && word.length > 2;
      const free = helped && presence === "?";
      if (found.size || !helped) return { ...having(clause, found), free: free && !typing };
      const used = await typos(word, ([, size]) => size > 1);
      const note = used.length ? { kind: "corrected", word, used } : { kind: "unknown", word };
      return { ...having(clause, await meant(used)), note, free };
    },

    /**
     * A rare word with the words it could be a typo for.
     * @param {MatchedClause} clause
     * @returns {Promise<MatchedClause>}
     */
    async widened(clause) {
      const { word, found, postings, note, free } = clause;
      if (!free || postings.some((list) => list.papers.length > rare)) return clause;
      const used = await typos(word, ([term]) => !found.includes(term));
      const more = await meant(used);
      if (!more.size) return clause;
      found.forEach((term, at) => more.set(term, postings[at]));
      const kind = note || !found.length ? "corrected" : "widened";
      return { ...having(clause, more), note: { kind, word, used: [...(note?.used ?? []), ...used] } };
    },
  };
}
