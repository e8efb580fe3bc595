// A bare year and the name of a venue inside a query, taken as filters: the twin of generator/papershelf/search/understood.py.

import { TOKEN } from "./query.js";
import { words } from "./text.js";

/** @typedef {Omit<import("./query.js").Note, "kind"> & { used: string[] }} Taken */

const BARE = /^[\p{L}\p{N}]+(?:[&'-][\p{L}\p{N}]+)*[,;.]?$/u;
const YEAR = /^(?:19|20)\d\d[,;.]?$/;

/**
 * A query whose year and venues are written as filters, and what they were in words. A year is one of the archive's, alone, and first,
 * last or beside a venue; in long queries nothing is understood, nor is what is in quotes or has a sign or a field.
 * @param {string} text
 * @param {import("./files.js").Manifest} manifest
 * @returns {{ text: string, notes: Taken[] }}
 */
export function understood(text, { spoken, years, tuning }) {
  const tokens = text.match(TOKEN) ?? [], plain = tokens.map((token) => (BARE.test(token) ? words(token).join(" ") : ""));
  const bare = [...plain.keys()].filter((at) => plain[at]), meant = new Set();
  /** @type {Taken[]} */
  const notes = [];
  /** @type {(at: number, size: number) => string | undefined} */
  const venue = (at, size) => {
    const window = plain.slice(at, at + size), name = window.join(" ");
    return window.length === size && window.every(Boolean) && Object.hasOwn(spoken, name) ? spoken[name] : undefined;
  };
  /** @type {(name: string, value: string, at: number, size: number) => void} */
  function take(name, value, at, size) {
    for (let i = at; i < at + size; i++) meant.add(i);
    notes.push({ name, value, used: tokens.slice(at, at + size) });
  }
  for (let at = 0; at < tokens.length; at++) {
    for (let size = tuning.named; size; size--) {
      const slug = venue(at, size);
      if (slug === undefined) continue;
      take("venue", slug, at, size);
      at += size - 1;
      break;
    }
  }
  const dated = bare.filter((at) => YEAR.test(tokens[at]) && parseInt(tokens[at]) >= years[0] && parseInt(tokens[at]) <= years[1]);
  if (dated.length === 1 && !/(?:^|\s)[+-]?(?:year|in|before|after):/.test(text)) {
    const [at] = dated, edge = at === bare[0] || at === bare.at(-1);
    if (edge || meant.has(at - 1) || meant.has(at + 1)) take("year", tokens[at].slice(0, 4), at, 1);
  }
  if (!notes.length || bare.length - meant.size > tuning.typed) return { text, notes: [] };
  const rest = tokens.filter((_, at) => !meant.has(at));
  return { text: [...rest, ...notes.map(({ name, value }) => `${name === "year" ? "in" : name}:${value}`)].join(" "), notes };
}
