// What the engine has to say about a query: spelling, odd input.

import { element } from "../dom.js";
import { write } from "./address.js";

/** @typedef {import("../../search/query.js").Note} Note */

const MOST = 5;
const DATE = "it is written like 2020, 2020-05 or 2020-05-01";
/** @type {Record<string, string>} */
const FORMS = {
  year: `${DATE}, or as a span like 2019..2022`, in: `${DATE}, or as a span like 2019..2022`, added: `${DATE}, or as a span like 2019..2022`, before: DATE, after: DATE,
  has: "has: takes code, data, pdf, demo or video",
};

/** @param {string | undefined} text */
const bold = (text) => element("b", {}, text);

/** @type {Record<string, (note: Note, state: SearchState) => ElementChild[]>} */
const SENTENCES = {
  cut: () => ["Only the first 2,000 characters were searched."],
  long: () => ["Of so long a query, the words in very many papers were left out."],
  quote: () => ["A quotation mark is missing its partner."],
  phrase: () => ["The quoted words were not found together; showing papers with these words."],
  unknown: ({ word }) => ["No paper has ", bold(word), "."],
  id: ({ value = "" }) => ["No paper here has the identifier ", bold(value), ". ", ...suggestion(value)],
  field: ({ name }) => ["There is no field ", bold(name), "; it was searched as a word."],
  value: ({ name = "", value }) => ["No paper can have ", bold(`${name}:${value}`), FORMS[name] && `; ${FORMS[name]}`, "."],
  completed: ({ word }) => ["No paper has the word ", bold(word), "; showing results for words that begin so."],
  stopped: ({ used }) => ["These words are too common to search for: ", bold(used?.join(" ")), "."],
  understood: (note, state) => [note.name === "year" ? "Published in " : "Appeared at ", asWords(note, state)],
  misfit: ({ name, used }) => ["No paper fits with ", bold(used?.join(" ")), ` as the ${name}; it was searched as a word.`],
  wide: ({ word }) => ["Too many words are like ", bold(word), " to search them all; a letter more makes them fewer."],
  corrected,
  widened: corrected,
  unread: ({ value }) => [`None of the best ${value} papers with these words has them together; the others were not read.`],
};

/**
 * The way to the form for papers that are missing, filled in, where the page's foot has one.
 * @param {string} id
 * @returns {ElementChild[]}
 */
function suggestion(id) {
  const form = document.querySelector('footer a[href*="template=add-paper.yml"]')?.getAttribute("href");
  return form ? [element("a", { href: `${form}&identifier=${encodeURIComponent(id)}` }, "Suggest it"), "."] : [];
}

/**
 * A chip that searches for the words instead of what they were taken for.
 * @param {Note} note
 * @param {SearchState} state
 */
function asWords({ used = [] }, state) {
  const words = used.join(" "), q = state.q.replace(words, used.map((word) => `"${word}"`).join(" "));
  return element("a", { class: "chip", href: write({ ...state, q, page: 1 }), "data-query": q, "aria-label": `Search for the words ${words} instead` }, `${words} ×`);
}

/**
 * @param {Note} note
 * @param {SearchState} state
 * @returns {ElementChild[]}
 */
function corrected({ kind, word = "", used = [] }, state) {
  const typed = new RegExp(word.replace(/[^\p{L}\p{N}]/gu, "\\$&"), "iu");
  const links = used.map((each) => {
    const q = state.q.replace(typed, () => each);
    return q === state.q ? bold(each) : element("a", { href: write({ ...state, q, page: 1 }), "data-query": q }, each);
  });
  const tried = links.flatMap((link, at) => (at ? [", ", link] : [link]));
  return kind === "widened"
    ? ["Few papers have ", bold(word), ", none with the other words; showing results for ", ...tried, " too."]
    : ["No paper has ", bold(word), "; showing results for ", ...tried, "."];
}

/**
 * One block of sentences.
 * @param {Note[]} found
 * @param {SearchState} state
 */
export function notes(found, state) {
  const lines = found.slice(0, MOST).map((note) => SENTENCES[note.kind](note, state));
  return element("div", { class: "note" }, lines.map((line) => element("p", {}, line)));
}
