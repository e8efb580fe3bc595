// The terms that a clause of a query stands for: as typed, by pattern or edits, completed, corrected.

import { maskOf } from "./codes.js";
import { byPapers, corrections, matcher, within } from "./expand.js";

/** @typedef {import("./files.js").Files} Files */
/** @typedef {import("./binary.js").Postings} Postings */
/** @typedef {import("./query.js").Clause} Clause */
/** @typedef {import("./query.js").Note} Note */
/** @typedef {Clause & { found: string[], postings: Postings[], note?: Note }} MatchedClause */

const VERSION = /^(\p{L}{2,}?)v?\d+\p{L}*$/u; // a name with a version, as YOLOv7 or ResNet50

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
   * The terms that a pattern or edits allow, those of most papers first; null where too many words would have to be read.
   * @param {Clause} clause
   */
  async function fitting({ pattern, edits, terms, word }) {
    const parts = pattern?.split("*") ?? [], first = parts[0], last = parts.at(-1), test = pattern ? matcher(pattern) : null;
    const some = first ? await files.longer(first) : last ? await files.ending(last) : await files.everyTerm();
    const all = some ?? (test ? null : [...await files.like(word)]);
    const fits = all?.filter(([term]) => (test ? test(term) : terms.some((typed) => within(typed, term, edits))));
    return fits && byPapers(fits);
  }

  /**
   * A clause with its terms that are in the index; of those that a pattern or edits allow, the ones of most papers, with a
   * note, where all would cost too much.
   * @param {Clause} clause
   */
  async function expanded(clause) {
    const { pattern, edits, terms, word } = clause;
    if (!pattern && !edits) return having(clause, await files.postings(terms), [word]);
    const fits = await fitting(clause);
    let used = fits ?? [];
    while (files.cost(used) > files.affordable) used = used.slice(0, used.length >> 1);
    return having(clause, await files.postings(used), used, used === fits ? undefined : { kind: "wide", word: pattern || word });
  }

  /**
   * @param {string[]} used
   * @param {string[]} [but]
   */
  const meant = (used, but = []) =>
    files.postings([...new Set(used.flatMap((each) => [stem(each), each]))].filter((term) => !but.includes(term)));

  /**
   * The words that one may be a typo for, those of one paper only where there are no others.
   * @param {string} word
   * @param {(term: string, size: number) => boolean} fits
   */
  async function meantBy(word, fits) {
    const like = [...word].length > 2 ? [...await files.like(word)].filter(([term, size]) => fits(term, size)) : [];
    const used = corrections(word, like.filter(([, size]) => size > 1), tuning);
    return used.length ? used : corrections(word, like, tuning);
  }

  /** @param {Clause} clause */
  const isPlain = ({ word, presence, pattern, edits }) => presence !== "-" && !pattern && !edits && [...word].length > 1;

  return {
    /**
     * A clause with its terms. A word that no paper has is tried as the beginning of words, then as the likeliest words it
     * could be a typo for; a note says so.
     * @param {Clause} clause
     * @param {boolean} typos whether that is tried
     * @returns {Promise<MatchedClause>}
     */
    async matched(clause, typos) {
      const { word } = clause, found = await expanded(clause);
      if (found.found.length || !typos || !isPlain(clause)) return found;
      if (/^\d+$/.test(word)) return { ...found, note: { kind: "unknown", word } };
      const longer = byPapers(await files.longer(word)).slice(0, tuning.completions);
      if (longer.length) return having(clause, await files.postings(longer), longer, { kind: "completed", word });
      const version = word.match(VERSION);
      for (const used of [version ? [version[1]] : [], await meantBy(word, () => true)]) {
        const tried = having(clause, await meant(used), used, { kind: "corrected", word, used });
        if (tried.found.length) return tried;
      }
      return { ...found, note: { kind: "unknown", word } };
    },

    /**
     * A clause with what else its word may be a typo for: of a word in few papers, the words of more papers within one edit,
     * though not as names; of one that was completed, any.
     * @param {MatchedClause} clause
     * @returns {Promise<MatchedClause>}
     */
    async widened(clause) {
      const { word, found, postings, presence, note } = clause, most = Math.max(0, ...postings.map(({ papers }) => papers.length));
      const size = most.toString(2).length, known = !note;
      if (presence !== "?" || !isPlain(clause) || note?.used || /^\d+$/.test(word)) return clause;
      if (known && (word.length < tuning.doubted || most > tuning.rare)) return clause;
      const used = await meantBy(word, (term, other) => !found.includes(term) && (!known || (other > size && within(word, term, 1))));
      const more = having(clause, await meant(used, found), known ? [] : used);
      if (!more.found.length) return clause;
      return { ...more, found: [...found, ...more.found], postings: [...postings, ...more.postings], note: { kind: known ? "widened" : "corrected", word, used } };
    },
  };
}
