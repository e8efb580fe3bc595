// lunr.js's answers to queries over the documents' own terms: the second oracle of matching.

import { readFileSync } from "node:fs";
import lunr from "lunr";
import { analyser, forms, words } from "../../layouts/assets/js/search/text.js";

/** @type {{ documents: Record<string, string | string[]>[], queries: string[], stop: string }} */
const { documents, queries, stop } = JSON.parse(readFileSync(0, "utf8"));
const { stem, isStop } = analyser({ language: "en", stop, endings: "" });
const known = new Set();

/**
 * A required term that does not exist would empty lunr's answer though the word's other form exists.
 * @param {lunr.Token} token
 */
function analysed(token) {
  const found = words(token.toString()).flatMap(forms).filter((form) => !isStop(form));
  const kept = found.flatMap((form) => {
    const pair = [...new Set([stem(form), form])], there = pair.filter((term) => known.has(term));
    return there.length ? there : pair.slice(0, 1);
  });
  return kept.map((term) => token.clone(() => term));
}

lunr.Pipeline.registerFunction(analysed, "papershelf");
lunr.tokenizer.separator = /\s+/;
const index = lunr(function () {
  this.ref("id");
  for (const field of ["title", "authors", "abstract", "venue", "tags"]) this.field(field);
  this.pipeline.reset();
  this.searchPipeline.reset();
  this.searchPipeline.add(analysed);
  for (const document of documents) {
    for (const values of Object.values(document)) if (Array.isArray(values)) values.forEach((term) => known.add(term));
    this.add(document);
  }
});
const answers = queries.map((query) => index.search(query).map(({ ref }) => ref).sort());
process.stdout.write(JSON.stringify(answers));
