// What all formats read of a CSL item: its type of work, names, date, tags, addresses.
import { PARTICLES, WORK_TYPES } from "./tables.js";

const [ARTICLE] = WORK_TYPES.filter(({ csl }) => csl === "article-journal");

/** @param {CslItem} item */
export const workType = ({ type, genre: told = "" }) =>
  WORK_TYPES.find(({ csl, genre }) => csl === type && genre === told) ??
  WORK_TYPES.find(({ csl, genre }) => csl === type && !genre) ?? ARTICLE;

/**
 * "van der Maaten" -> ["van der", "Maaten"]
 * @param {string} family
 */
export function splitParticle(family) {
  const words = family.split(" ");
  let count = 0;
  while (count < words.length - 1 && PARTICLES.includes(words[count])) count++;
  return [words.slice(0, count).join(" "), words.slice(count).join(" ")];
}

/** @param {CslItem} item */
export const date = (item) => item.issued["date-parts"][0];

/** @param {number} number */
export const two = (number) => String(number).padStart(2, "0");

export const tags = (text = "") =>
  text.split(text.includes(";") ? ";" : ",").map((tag) => tag.trim()).filter(Boolean);

/** @param {string} doi */
export const doiAddress = (doi) => "https://doi.org/" + encodeURI(doi).replace(/[?#]/g, encodeURIComponent);

/** @param {(string | false | undefined)[]} parts */
export const filled = (...parts) => parts.flatMap((part) => part || []);
