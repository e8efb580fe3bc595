// A query as typed to clauses, phrases and filters: lunr's language and more. Nothing a reader types can fail.
// The twin of generator/papershelf/search/query.py.

import { fold, forms, words } from "./text.js";

/** @typedef {import("./files.js").Manifest} Manifest */
/** @typedef {import("./text.js").Analysis & { others: (word: string) => string[] }} Analysis */
/** @typedef {{ edits: number, boost: number, field: string | null, presence: string }} Options */
/** @typedef {Options & { word: string, terms: string[], pattern?: string }} Clause */
/** @typedef {{ words: string[], field: string | null, negative: boolean }} Phrase */
/** @typedef {{ name: string, field: string, value: string, sign: string }} Filter */
/** @typedef {{ kind: string, word?: string, used?: string[], name?: string, value?: string }} Note */
/**
 * stopped: words left out as too common.
 * @typedef {{ clauses: Clause[], phrases: Phrase[], filters: Filter[], stopped: string[], notes: Note[] }} Query
 */

export const TOKEN = /(?:[^\s"]|"[^"]*")+|"/g;
const SHAPE = /^([+-]?)(?:(\p{L}+):)?(.*?)((?:[~^]\d*)*)$/su;

/**
 * @param {string} text
 * @param {Manifest} manifest
 * @param {Analysis} analysis
 * @param {boolean} [exact] whether quoted words are phrases, else they are words like others
 * @returns {Query}
 */
export function parse(text, manifest, analysis, exact = true) {
  /** @type {Query} */
  const query = { clauses: [], phrases: [], filters: [], stopped: [], notes: [] };
  const { longest } = manifest.tuning;
  // Letters of formulas: $\ell_1$ is ℓ1.
  const plain = text.slice(0, longest).replace(/\$([^$]{1,200})\$/g, (_, formula) => formula
    .replace(/\\([A-Za-z]+)\s*/g, (/** @type {string} */ _, /** @type {string} */ name) => manifest.symbols[name] ?? ` ${name} `)
    .replace(/[{}_^]/g, "")).replace(/\\([^\p{L}\p{N}])/gu, "\u0001");
  if (text.length > longest) query.notes.push({ kind: "cut" });
  if ((plain.split('"').length - 1) % 2) query.notes.push({ kind: "quote" });
  const tokens = plain.match(TOKEN) ?? [], apart = !exact || tokens.length > manifest.tuning.quoting;
  for (const token of tokens) readToken(!apart ? token : token.replace(/"/g, " "), query, manifest, analysis);
  query.clauses = query.clauses.slice(0, manifest.tuning.clauses);
  return query;
}

/**
 * @param {string} token
 * @param {Query} query
 * @param {Manifest} manifest
 * @param {Analysis} analysis
 */
function readToken(token, query, { fields, filters }, analysis) {
  let [, sign, name = "", body, marks] = /** @type {RegExpMatchArray} */ (token.match(SHAPE));
  if (/^\p{L}$/u.test(body) && /^\^\d+$/.test(marks)) [body, marks] = [body + marks.slice(1), ""]; // x^2 is a formula
  name = name.toLowerCase();
  // A name needs its value right behind the colon: in a pasted title a space follows.
  if (name && !body.replace(/[" ]/g, "")) [name, body] = ["", name];
  if (name === "author") [name, sign] = ["authors", sign || "+"];
  const isFilter = Object.hasOwn(filters, name), known = fields.includes(name) || isFilter;
  if (name && !known) {
    if (!body.includes("//")) query.notes.push({ kind: "field", name });
    body = name + " " + body;
  }
  const value = body.replace(/"/g, " ").trim();
  if (!value) return;
  if (isFilter) query.filters.push({ name, field: filters[name], value, sign });
  else addWords(body, { ...modifiers(marks), field: known ? name : null, presence: sign || "?" }, query, analysis);
}

/** @param {string} marks */
function modifiers(marks) {
  const edits = marks.match(/~(\d*)/), boost = marks.match(/\^(\d+)/);
  return { edits: edits ? Math.min(2, Number(edits[1] || 1)) : 0, boost: boost ? Math.min(1000, Number(boost[1])) : 1 };
}

/**
 * @param {string} body
 * @param {Options} options
 * @param {Query} query
 * @param {Analysis} analysis
 */
function addWords(body, options, query, analysis) {
  const quoted = words(body);
  if (body.includes('"') && quoted.length > 1) {
    query.phrases.push({ words: quoted, field: options.field, negative: options.presence === "-" });
    if (options.presence === "-") return;
    options = { ...options, presence: "+" };
  }
  if (body.includes("*")) {
    const pattern = fold(body).replace(/[^\p{L}\p{N}\p{M}*]+/gu, "").replace(/\*+/g, "*");
    query.clauses.push({ ...options, word: pattern, pattern, terms: [pattern], edits: 0 });
    return;
  }
  const found = quoted.flatMap((word) => clausesOf(word, options, analysis)), last = query.clauses.at(-1);
  if (last && found.length === 1 && areOne(last, found[0])) last.terms.push(last.word + found[0].word);
  query.clauses.push(...found);
  if (!found.length) query.stopped.push(...quoted.flatMap(forms));
}

/**
 * Whether letters and a number may be one word elsewhere: YOLO v7, ResNet 50.
 * @param {Clause} first
 * @param {Clause} second
 */
const areOne = (first, second) => [first, second].every(({ presence, field }) => presence === "?" && !field) &&
  /^\p{L}+$/u.test(first.word) && /^v?\d{1,3}[a-z]?$/.test(second.word);

/**
 * A clause for every form of a word; of a joined word only the whole can be required or prohibited.
 * @param {string} word
 * @param {Options} options
 * @param {Analysis} analysis
 * @returns {Clause[]}
 */
export function clausesOf(word, options, { stem, isStop, others }) {
  const joined = /[-']/.test(word);
  return forms(word).flatMap((form, at) => {
    const part = at > 0 && joined;
    if (isStop(form) && options.field !== "authors") return [];
    if (part && options.presence === "-") return [];
    const terms = new Set([stem(form), form, ...(options.field === "authors" ? [] : others(form))]);
    return [{ ...options, presence: part ? "?" : options.presence, word: form, terms: [...terms] }];
  });
}
