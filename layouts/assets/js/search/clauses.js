// The terms that a clause of a query stands for: as typed, by pattern or edits, completed, corrected.

import { maskOf } from "./codes.js";
import { completions, corrections, matcher, within } from "./expand.js";

/** @typedef {import("./files.js").Files} Files */
/** @typedef {import("./binary.js").Postings} Postings */
/** @typedef {import("./query.js").Clause} Clause */
/** @typedef {import("./query.js").Note} Note */
/** @typedef {Clause & { found: string[], postings: Postings[], note?: Note }} MatchedClause */

/**
 * @param {Files} files
 * @param {import("./text.js").Analysis} analysis
 */
export function clauseMatcher(files, { stem }) {
  const { manifest } = files, { tuning } = manifest, names = maskOf(manifest, "authors");

  /**
   * A clause with those of its terms that a paper has, in their order; authors have only those that are `written` so, since
   * names are not stemmed.
   * @param {Clause} clause
   * @param {Map<string, Postings>} terms
   * @param {string[]} [written] all, if not given
   * @param {Note} [note]
   * @returns {MatchedClause}
   */
  function having(clause, terms, written, note) {
    const found = [...terms].sort(([a], [b]) => (a < b ? -1 : 1)).map(([term, { papers, codes }]) => {
      const as = !written || written.includes(term) ? codes : codes.map((code) => code & ~names);
      return { term, postings: { papers, codes: as } };
    }).filter(({ postings }) => postings.codes.some(Boolean));
    return { ...clause, found: found.map(({ term }) => term), postings: found.map(({ postings }) => postings), note };
  }

  /**
   * A clause with its terms that are in the index.
   * @param {Clause} clause
   */
  async function expanded(clause) {
    const { pattern, edits, terms, word } = clause;
    if (pattern) {
      const test = matcher(pattern), prefix = pattern.split("*")[0];
      if (prefix) return having(clause, new Map((await files.prefixed(prefix)).filter(([term]) => test.test(term))));
      return having(clause, await files.postings((await files.everyTerm()).filter((term) => test.test(term))));
    }
    if (edits) {
      const near = (await files.everyTerm()).filter((term) => terms.some((typed) => within(typed, term, edits)));
      return having(clause, await files.postings(near));
    }
    return having(clause, await files.postings(terms), [word]);
  }

  /**
   * A clause with its terms. A word that no paper has is tried as the beginning of words, then as the likeliest words it
   * could be a typo for; a note says so.
   * @param {Clause} clause
   * @param {boolean} typos whether that is tried
   * @returns {Promise<MatchedClause>}
   */
  return async function matched(clause, typos) {
    const { word, pattern, edits, presence } = clause, found = await expanded(clause);
    if (found.found.length || !typos || presence === "-" || pattern || edits || [...word].length < 2) return found;
    if (/^\d+$/.test(word)) return { ...found, note: { kind: "unknown", word } };
    const longer = completions(await files.longer(word), tuning);
    if (longer.length) return having(clause, await files.postings(longer), longer, { kind: "completed", word });
    const like = [...word].length > 2 ? [...await files.like(word)].filter(([, size]) => size > 1) : [];
    const used = corrections(word, like, tuning);
    if (!used.length) return { ...found, note: { kind: "unknown", word } };
    const meant = await files.postings([...new Set(used.flatMap((each) => [stem(each), each]))]);
    return having(clause, meant, used, { kind: "corrected", word, used });
  };
}
