// Text to index terms: the twin of generator/papershelf/search/analysis.py; both answer one case file.

import { stem } from "./stem.js";

/** @type {Record<string, string>} */
const LETTERS = { ø: "o", ł: "l", đ: "d", ð: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th", ی: "ي", ک: "ك", ى: "ي" };
/** @type {Record<string, string>} */
const SUFFIXES = { "++": "plusplus", "#": "sharp" };
const SUFFIXED = /(?<![A-Za-z0-9])([A-Za-z])(\+\+|#)(?![A-Za-z0-9+#])/g;
// Scripts without spaces between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese; and Korean, whose words join.
const CJK = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af";
const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u200c\u200d]+/g;
const RUNS = new RegExp(`([${CJK}]+)|[^${CJK}]+`, "g");

/**
 * Lower case without diacritics: Schölkopf is scholkopf.
 * @param {string} text
 */
export function fold(text) {
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase();
  const apart = text.normalize("NFKC").toLowerCase().normalize("NFD");
  return apart.replace(MARKS, "").normalize("NFC");
}

/**
 * The words of a text, folded; a joined word stays one: ["pre-trained", "author's"]. Names of programming languages keep
 * what tells them apart: C++ is cplusplus, C# csharp.
 * @param {string} text
 */
export function words(text) {
  const named = text.replace(SUFFIXED, (_, letter, suffix) => letter + SUFFIXES[suffix]);
  const plain = fold(named).replace(/[\u2019\u02bc\uff07]/g, "'").replace(/[\u2010\u2011]/g, "-");
  const found = plain.match(/[\p{L}\p{N}\p{M}'-]+/gu) ?? [];
  return found.map((word) => word.replace(/[øłđðıßæœþیکى]/g, (letter) => LETTERS[letter]));
}

/**
 * The forms a word is found by: itself without joiners, then its parts of more than one letter; CJK as pairs.
 * @param {string} word
 */
export function forms(word) {
  let pieces = word.split(/[-']+/).filter(Boolean);
  if (pieces.length > 1) pieces = [pieces.join(""), ...pieces.filter((piece) => [...piece].length > 1)];
  return pieces.flatMap((piece) => [...piece.matchAll(RUNS)].flatMap(([run, cjk]) => grams(run, cjk)));
}

/**
 * @param {string} run
 * @param {string | undefined} cjk
 */
function grams(run, cjk) {
  if (!cjk || run.length < 2) return [run];
  return [...run.slice(1)].map((letter, at) => run[at] + letter);
}

/** @typedef {{ stem: (word: string) => string, isStop: (form: string) => boolean }} Analysis */

/**
 * What analysis of one archive needs, from its manifest: other languages than English lose the longest of their endings.
 * @param {{ language: string, stop: string, endings: string }} manifest
 * @returns {Analysis}
 */
export function analyser({ language, stop, endings }) {
  const stops = new Set(stop.split(" ")), list = endings.split(" ");
  const light = (/** @type {string} */ word) =>
    word.slice(0, word.length - (list.find((end) => word.endsWith(end) && word.length - end.length > 2) ?? "").length);
  return { stem: language === "en" ? stem : light, isStop: (form) => stops.has(form) };
}
