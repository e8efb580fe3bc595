// What the engine has to say about a query: spelling, odd input.

import { element } from "../dom.js";
import { write } from "./address.js";

const DATE = "it is written like 2020, 2020-05 or 2020-05-01";
const FORMS = {
  year: `${DATE}, or as a span like 2019..2022`, added: `${DATE}, or as a span like 2019..2022`, before: DATE, after: DATE,
  has: "has: takes code, data, pdf, demo or video",
};

const WORDS = {
  cut: () => ["Only the first 2,000 characters were searched."],
  quote: () => ["A quotation mark is missing its partner."],
  phrase: () => ["The quoted words were not found together; showing papers with these words."],
  unknown: ({ word }) => ["No paper has ", element("b", {}, word), "."],
  id: ({ value }) => ["No paper here has the identifier ", element("b", {}, value), "."],
  field: ({ name }) => ["There is no field ", element("b", {}, name), "; it was searched as a word."],
  value: ({ name, value }) => ["No paper can have ", element("b", {}, `${name}:${value}`), ...(FORMS[name] ? [`; ${FORMS[name]}`] : []), "."],
  completed: ({ word }) => ["No paper has the word ", element("b", {}, word), "; showing results for words that begin so."],
  stopped: ({ used }) => ["These words are too common to search for: ", element("b", {}, used.join(" ")), "."],
  unread: ({ value }) => [`None of the best ${value} papers with these words has them together; the others were not read.`],
};

function corrected({ word, used }, state) {
  const said = ["No paper has ", element("b", {}, word), "; showing results for "];
  const links = used.map((each) => {
    const q = state.q.replace(new RegExp(word.replace(/[^\p{L}\p{N}]/gu, "\\$&"), "iu"), () => each);
    return q === state.q ? element("b", {}, each) : element("a", { href: write({ ...state, q, page: 1 }), "data-query": q }, each);
  });
  return [...said, ...links.flatMap((link, at) => (at ? [", ", link] : [link])), "."];
}

const MOST = 5;

// One block of sentences, or null where there is nothing to say.
export function notes(found, state) {
  const lines = found.slice(0, MOST).map((note) => (note.kind === "corrected" ? corrected(note, state) : WORDS[note.kind](note)));
  return lines.length ? element("div", { class: "note" }, lines.map((line) => element("p", {}, line))) : null;
}
