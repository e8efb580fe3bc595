// Help for the query language, folded away until wanted.

import { element } from "../dom.js";

const ROWS = [
  ["sparse attention", "either word, papers with both first"],
  ['"state space model"', "these words in this order"],
  ["+graph -vision", "must have, must not have"],
  ["title:diffusion", "in the title; also authors, abstract, venue, tags"],
  ['author:"ada lovelace"', "by this author"],
  ["venue:neurips venue:icml", "at either; also tag"],
  ["+tag:vision +tag:robotics", "on both topics"],
  ["lovelace 2020", "a year, or a venue's name, is taken as such; in quotes it is a word"],
  ["year:2020..2022", "published then; also before:2020, after:2021-06"],
  ["added:2024-05", "added to the archive then"],
  ["arxiv:1706.03762", "the paper with this identifier; also DOIs, BibTeX keys and addresses"],
  ["has:code", "with code; also pdf, data, demo, video"],
  ["trans*", "words that begin so"],
  ["atention~1", "words one letter away"],
  ["graph^2 kernel", "the first word counts twice"],
];

export const help = () => element("details", { class: "help" },
  element("summary", {}, "Search tips"),
  element("dl", {}, ROWS.flatMap(([query, meaning]) => [
    element("dt", {}, element("a", { href: `?${new URLSearchParams({ q: query })}`, "data-query": query }, query)),
    element("dd", {}, meaning),
  ])),
  element("p", {}, "Keys: / to the box, ↑ ↓ through the results, Enter opens."));
