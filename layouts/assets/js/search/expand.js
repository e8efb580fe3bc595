// Words that are not in the index as typed: wildcards, lunr's edit distance, typo help.

/**
 * A test of whole words by a pattern in which * is any run of characters.
 * @param {string} pattern
 */
export function matcher(pattern) {
  const [first, ...parts] = pattern.split("*"), last = parts.pop() ?? "";
  return (/** @type {string} */ word) => {
    let at = first.length;
    for (const part of parts) {
      const found = word.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return word.startsWith(first) && word.endsWith(last) && at <= word.length - last.length;
  };
}

/**
 * Whether `word` is at most `edits` changes from `typed`: a letter more, less, other, or two neighbours swapped, each made
 * from left to right as lunr makes them.
 * @param {string} typed
 * @param {string} word
 * @param {number} edits
 */
export function within(typed, word, edits) {
  if (Math.abs(typed.length - word.length) > edits) return false;
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at++;
  if (at === typed.length && at === word.length) return true;
  if (!edits) return false;
  return near(typed.slice(Math.max(0, at - edits)), word.slice(Math.max(0, at - edits)), edits);
}

/**
 * @param {string} typed
 * @param {string} word
 * @param {number} edits
 * @returns {boolean}
 */
function near(typed, word, edits) {
  if (!typed && !word) return true;
  if (typed && typed[0] === word[0] && near(typed.slice(1), word.slice(1), edits)) return true;
  if (!edits) return false;
  if (word && near(typed, word.slice(1), edits - 1)) return true;
  if (typed && near(typed.slice(1), word, edits - 1)) return true;
  if (typed && word && near(typed.slice(1), word.slice(1), edits - 1)) return true;
  return typed.length > 1 && word[0] === typed[1] && near(typed[0] + typed.slice(2), word.slice(1), edits - 1);
}

/**
 * The likeliest words meant by `typed` among [term, binary digits of its papers' number]: fewest changes, then in most
 * papers and with the same first letter.
 * @param {string} typed
 * @param {[string, number][]} candidates
 * @param {import("./files.js").Tuning} tuning
 */
export function corrections(typed, candidates, tuning) {
  for (const edits of typed.length > 5 ? [1, 2] : [1]) {
    const found = candidates.filter(([term]) => within(typed, term, edits))
      .map(([term, size]) => ({ term, rank: (term[0] === typed[0] ? tuning.same_first : 0) + size }));
    if (found.length) {
      found.sort((a, b) => b.rank - a.rank || (a.term < b.term ? -1 : 1));
      return found.slice(0, tuning.corrections).map(({ term }) => term);
    }
  }
  return [];
}

/**
 * The terms among [term, binary digits of its papers' number], those in most papers first.
 * @param {[string, number][]} candidates
 */
export const byPapers = (candidates) =>
  [...candidates].sort(([a, size], [b, other]) => other - size || (a < b ? -1 : 1)).map(([term]) => term);
