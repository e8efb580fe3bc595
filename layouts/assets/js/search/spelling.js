// English words that are spelt in two ways: the twin of generator/papershelf/search/spelling.py, whose pairs the manifest has.

/** @typedef {{ beginnings: string, endings: string, root: number, whole: string }} Spellings */

/**
 * @param {string} text
 * @returns {[string, string][]}
 */
const twos = (text) => [...text.matchAll(/(\S+) (\S+)/g)].map(([, one, other]) => [one, other]);

/** @type {(text: string) => [string, string][]} */
const both = (text) => twos(text).flatMap(([one, other]) => [[one, other], [other, one]]);

/**
 * A function from a word to its terms in its other spelling, if it has one.
 * @param {Spellings} spellings
 * @param {(word: string) => string} stem
 */
export function speller({ beginnings, endings, root, whole }, stem) {
  const known = new Map(twos(whole)), begins = both(beginnings), ends = both(endings);
  /** @type {(word: string) => string[]} */
  return (word) => {
    const begin = begins.find(([one]) => word.startsWith(one)), end = ends.find(([one]) => word.endsWith(one) && word.length >= one.length + root);
    const term = known.get(word), other = begin ? begin[1] + word.slice(begin[0].length) : end ? word.slice(0, -end[0].length) + end[1] : "";
    return term ? [term] : other ? [stem(other), other] : [];
  };
}
