// What the engine has to say about a query: spelling, odd input.

import { element } from "../dom.js";
import { write } from "./address.js";

const WORDS = {
  cut: () => ["Only the first 2,000 characters were searched."],
  quote: () => ["A quotation mark is missing its partner."],
  phrase: () => ["The quoted words were not found together; showing papers with these words."],
  unknown: ({ word }) => ["No paper has ", element("b", {}, word), "."],
  field: ({ name }) => ["There is no field ", element("b", {}, name), "; it was searched as a word."],
  filter: ({ name, value }) => [element("b", {}, `${name}:${value}`), " means nothing here and was left out."],
};

function corrected({ kind, word, used }, state) {
  const few = kind === "widened", said = [few ? "Few papers have " : "No paper has ", element("b", {}, word), "; showing results "];
  said.push(few ? "also for " : "for ");
  const links = used.map((each) => {
    const q = state.q.replace(new RegExp(word.replace(/[^\p{L}\p{N}]/gu, "\\$&"), "iu"), () => each);
    return q === state.q ? element("b", {}, each) : element("a", { href: write({ ...state, q, page: 1 }), "data-query": q }, each);
  });
  return [...said, ...links.flatMap((link, at) => (at ? [", ", link] : [link])), "."];
}

const MOST = 5;

// One block of sentences, or null where there is nothing to say.
export function notes(found, state) {
  const lines = found.slice(0, MOST).map((note) => (note.used ? corrected(note, state) : WORDS[note.kind](note)));
  return lines.length ? element("div", { class: "note" }, lines.map((line) => element("p", {}, line))) : null;
}
