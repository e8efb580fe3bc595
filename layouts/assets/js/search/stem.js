// English stems by Porter's algorithm (Program 14(3), 1980) with lunr.py's departures: -bli, -logi, two letters stay.

const STEP2 = pairs("ational ate tional tion enci ence anci ance izer ize bli ble alli al entli ent eli e ousli ous " +
  "ization ize ation ate ator ate alism al iveness ive fulness ful ousness ous aliti al iviti ive biliti ble logi log");
const STEP3 = pairs("icate ic ative - alize al iciti ic ical ic ful - ness -");
const STEP4 = "al ance ence er ic able ible ant ement ment ent ion ou ism ate iti ous ive ize".split(" ");

/**
 * @param {string} text
 * @returns {[string, string][]}
 */
function pairs(text) {
  const words = text.split(" ").map((word) => word.replace("-", ""));
  return words.flatMap((word, at) => (at % 2 ? [] : [[word, words[at + 1]]]));
}

/**
 * A word as c(onsonants) and v(owels); y is a vowel after a consonant.
 * @param {string} word
 */
function shape(word) {
  let out = "";
  for (const letter of word) {
    const vowel = "aeiou".includes(letter) || (letter === "y" && out.endsWith("c"));
    out += vowel ? "v" : "c";
  }
  return out;
}

const measure = (/** @type {string} */ word) => shape(word).split("vc").length - 1;
const double = (/** @type {string} */ word) => /(.)\1$/.test(word) && shape(word).endsWith("c");
const short = (/** @type {string} */ word) => shape(word).endsWith("cvc") && !/[wxy]$/.test(word);

/** @param {string} word */
function plural(word) {
  if (word.endsWith("sses") || word.endsWith("ies")) return word.slice(0, -2);
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

/** @param {string} word */
function past(word) {
  if (word.endsWith("eed")) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const stem = word.replace(/(ed|ing)$/, "");
  if (stem === word || !shape(stem).includes("v")) return word;
  if (/(at|bl|iz)$/.test(stem)) return stem + "e";
  if (double(stem)) return /[lsz]$/.test(stem) ? stem : stem.slice(0, -1);
  return measure(stem) === 1 && short(stem) ? stem + "e" : stem;
}

/**
 * @param {string} word
 * @param {[string, string][]} table
 */
function replaced(word, table) {
  const found = table.find(([suffix]) => word.endsWith(suffix));
  if (!found) return word;
  const stem = word.slice(0, -found[0].length);
  return measure(stem) > 0 ? stem + found[1] : word;
}

/** @param {string} word */
function suffix(word) {
  const found = STEP4.find((ending) => word.endsWith(ending) && (ending !== "ion" || /[st]ion$/.test(word)));
  const stem = found ? word.slice(0, -found.length) : word;
  return found && measure(stem) > 1 ? stem : word;
}

/** @param {string} word */
function last(word) {
  const count = measure(word);
  if (word.endsWith("e") && (count > 1 || (count === 1 && !short(word.slice(0, -1))))) word = word.slice(0, -1);
  return word.endsWith("ll") && count > 1 ? word.slice(0, -1) : word;
}

/** @param {string} word */
export function stem(word) {
  if (word.length < 3) return word;
  word = past(plural(word));
  if (word.endsWith("y") && shape(word.slice(0, -1)).includes("v")) word = word.slice(0, -1) + "i";
  return last(suffix(replaced(replaced(word, STEP2), STEP3)));
}
