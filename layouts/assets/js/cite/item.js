// What all formats read of a CSL item: its type of work, names, date, tags, addresses.
import { PARTICLES, WORK_TYPES } from "./tables.js";

const ARTICLE = WORK_TYPES.find(({ csl }) => csl === "article-journal");

export const workType = ({ type, genre: told = "" }) =>
  WORK_TYPES.find(({ csl, genre }) => csl === type && genre === told) ??
  WORK_TYPES.find(({ csl, genre }) => csl === type && !genre) ?? ARTICLE;

// "van der Maaten" -> ["van der", "Maaten"]
export function splitParticle(family) {
  const words = family.split(" ");
  let count = 0;
  while (count < words.length - 1 && PARTICLES.includes(words[count])) count++;
  return [words.slice(0, count).join(" "), words.slice(count).join(" ")];
}

export const date = (item) => item.issued["date-parts"][0];

export const two = (number) => String(number).padStart(2, "0");

export const tags = (text = "") =>
  text.split(text.includes(";") ? ";" : ",").map((tag) => tag.trim()).filter(Boolean);

export const doiAddress = (doi) => "https://doi.org/" + encodeURI(doi).replace(/[?#]/g, encodeURIComponent);

export const filled = (...parts) => parts.filter(Boolean);
