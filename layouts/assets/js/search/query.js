// A query as typed to clauses, phrases and filters: lunr's language and more. Nothing a reader types can fail.
// The twin of generator/papershelf/search/query.py.

import { fold, forms, words } from "./text.js";

export const FIELDS = ["title", "authors", "abstract", "venue", "tags"];
const FILTERS = { venue: "venue", tag: "tags", year: "", has: "", before: "", after: "" };
const TOKEN = /(?:[^\s"]|"[^"]*")+|"/g;
const SHAPE = /^([+-]?)(?:(\p{L}+):)?(.*?)((?:[~^]\d*)*)$/su;

// `exact`: quoted words are phrases, else words like others. -> { clauses: [{ word, exact, pattern, field, presence, edits, boost }], phrases, filters, notes }
export function parse(text, analyser, exact = true) {
  const query = { clauses: [], phrases: [], filters: [], notes: [] };
  const plain = text.slice(0, 2000).replace(/\\([^\p{L}\p{N}])/gu, "\u0001");
  if (plain.length < text.length) query.notes.push({ kind: "cut" });
  if ((plain.split('"').length - 1) % 2) query.notes.push({ kind: "quote" });
  for (const [token] of plain.matchAll(TOKEN)) read(exact ? token : token.replace(/"/g, " "), query, analyser);
  query.clauses = query.clauses.slice(0, 200);
  return query;
}

function read(token, query, analyser) {
  let [, sign, name, body, marks] = token.match(SHAPE);
  name = name?.toLowerCase();
  if (name === "author") [name, sign] = ["authors", sign || "+"];
  const isFilter = Object.hasOwn(FILTERS, name ?? ""), known = FIELDS.includes(name) || isFilter;
  if (name && !known) {
    body = name + " " + body;
    if (!body.includes("//")) query.notes.push({ kind: "field", name });
  }
  const value = body.replace(/"/g, " ").trim();
  if (!value) return;
  if (isFilter) query.filters.push({ name, field: FILTERS[name], value, sign });
  else add(body, { ...modifiers(marks), field: known ? name : null, presence: sign || "?" }, query, analyser);
}

function modifiers(marks) {
  const edits = marks.match(/~(\d*)/), boost = marks.match(/\^(\d+)/);
  return { edits: edits ? Math.min(2, edits[1] || 1) : 0, boost: boost ? Math.min(1000, +boost[1]) : 1 };
}

function add(body, options, query, analyser) {
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
  for (const word of quoted) clauses(word, options, query, analyser);
}

// The forms of a joined word are clauses of their own; only the whole word can be required or prohibited.
function clauses(word, options, query, { stem, isStop }) {
  forms(word).forEach((form, at) => {
    const cjk = !/[-']/.test(word);
    if (isStop(form) && options.field !== "authors") return;
    if (at && !cjk && options.presence === "-") return;
    const presence = at && !cjk ? "?" : options.presence;
    query.clauses.push({ ...options, presence, word: form, terms: [...new Set([stem(form), form])] });
  });
}
