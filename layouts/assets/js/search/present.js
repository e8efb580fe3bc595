// Titles and excerpts with the words of the query marked.

import { forms, words } from "./text.js";

const WINDOW = 240; // characters of an excerpt
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’‐‑-][\p{L}\p{N}\p{M}]+)*/gu;

/**
 * A test whether a printed word is one of the query's.
 * @param {import("./clauses.js").MatchedClause[]} clauses
 * @param {import("./text.js").Analysis} analysis
 */
export function marker(clauses, { stem }) {
  const terms = new Set(clauses.filter(({ presence }) => presence !== "-").flatMap(({ found }) => found));
  return (/** @type {string} */ printed) =>
    words(printed).some((word) => forms(word).some((form) => terms.has(form) || terms.has(stem(form))));
}

/**
 * A text as [plain, marked, plain, ...].
 * @param {string} text
 * @param {(printed: string) => boolean} isHit
 */
export function marked(text, isHit) {
  const parts = [""];
  let at = 0;
  for (const match of text.matchAll(WORD)) {
    if (!isHit(match[0])) continue;
    parts[parts.length - 1] += text.slice(at, match.index);
    parts.push(match[0], "");
    at = match.index + match[0].length;
  }
  parts[parts.length - 1] += text.slice(at);
  return parts;
}

/**
 * The passage of a text with most different words of the query.
 * @param {string} text
 * @param {(printed: string) => boolean} isHit
 * @param {import("./text.js").Analysis} analysis
 */
export function excerpt(text, isHit, { stem }) {
  const found = [...text.matchAll(WORD)].filter(([word]) => isHit(word));
  let best = 0, most = 0;
  found.forEach(({ index }, first) => {
    const inside = found.slice(first).filter((match) => match.index < index + WINDOW * 0.8);
    const different = new Set(inside.map(([word]) => stem(word.toLowerCase()))).size;
    if (different > most) [best, most] = [index, different];
  });
  let begin = best > WINDOW * 0.6 ? text.lastIndexOf(" ", Math.max(0, best - 40)) + 1 : 0;
  if (begin < 40) begin = 0;
  const end = text.length <= begin + WINDOW ? text.length : text.lastIndexOf(" ", begin + WINDOW);
  const stop = end > begin ? end : begin + WINDOW;
  return (begin ? "… " : "") + text.slice(begin, stop) + (stop < text.length ? " …" : "");
}
