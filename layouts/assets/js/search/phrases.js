// Which papers hold the phrases of a query: the index has no positions, so the papers themselves are read.

import { forms, words } from "./text.js";

/** @typedef {import("./query.js").Phrase} Phrase */
/** @typedef {import("./files.js").Files} Files */
/** @typedef {import("./rank.js").Scored} Scored */

const AT_ONCE = 10; // papers read

/**
 * Papers whose title, authors, venue or abstract hold (or, negative, lack) every phrase: the best are read until `wanted`
 * are found, or as many as is reasonable. The rest are left as they are if there are enough; `unread` is how many.
 * @param {Files} files
 * @param {Scored} scored
 * @param {Phrase[]} phrases
 * @param {number} wanted
 * @returns {Promise<{ scored: Scored, unread: number }>}
 */
export async function withPhrases(files, scored, phrases, wanted) {
  const kept = [], most = Math.max(files.manifest.tuning.phrases, wanted);
  let at = 0;
  for (; at < Math.min(scored.length, most) && kept.length < wanted; at += AT_ONCE) {
    const batch = scored.slice(at, at + AT_ONCE);
    const fits = await Promise.all(batch.map(([paper]) => holdsAll(files, paper, phrases)));
    kept.push(...batch.filter((_, i) => fits[i]));
  }
  const rest = scored.slice(at);
  return { scored: kept.length < wanted ? kept : [...kept, ...rest], unread: rest.length };
}

/**
 * @param {Files} files
 * @param {number} paper
 * @param {Phrase[]} phrases
 */
async function holdsAll(files, paper, phrases) {
  const card = await files.card(paper);
  /** @type {Record<string, string[]>} */
  const texts = { title: [card.title], authors: card.authors, venue: [card.venue], abstract: [] };
  if (phrases.some(({ field }) => !field || field === "abstract")) texts.abstract = [await files.abstract(card.id)];
  return phrases.every(({ words: phrase, field, negative }) => {
    const places = (field ? (texts[field] ?? []) : Object.values(texts).flat()).map(words);
    // Names are not written in one way: all words have to be in one of them.
    const holds = (/** @type {string[]} */ place) => field === "authors"
      ? phrase.flatMap(forms).every((form) => place.flatMap(forms).includes(form))
      : ` ${place.join(" ")} `.includes(` ${phrase.join(" ")} `);
    return places.some(holds) !== negative;
  });
}
