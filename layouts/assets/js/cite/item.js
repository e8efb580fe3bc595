// What all formats read of a CSL item: its kind of work, names, date, tags, addresses.

// CSL type -> kind of work, BibTeX entry type, BibTeX field of the container, RIS type.
export const KINDS = {
  "article-journal": ["article", "article", "journal", "JOUR"],
  "paper-conference": ["inproceedings", "inproceedings", "booktitle", "CPAPER"],
  article: ["preprint", "misc", "howpublished", "UNPB"],
  thesis: ["thesis", "phdthesis", "titleaddon", "THES"],
  report: ["report", "techreport", "titleaddon", "RPRT"],
  book: ["book", "book", "titleaddon", "BOOK"],
  chapter: ["chapter", "incollection", "booktitle", "CHAP"],
  dataset: ["dataset", "misc", "howpublished", "DATA"],
  software: ["software", "misc", "howpublished", "COMP"],
};

const PARTICLES = new Set(
  ("af al am aus auf bin d da dal dalla dall' das de dei del della delle dello den der des di do dos du e el 't 's " +
    "la las le lo los op ten ter te ibn san santa vom von van y zu zum zur").split(" "),
);

// "van der Maaten" -> ["van der", "Maaten"]
export function splitParticle(family) {
  const words = family.split(" ");
  let count = 0;
  while (count < words.length - 1 && PARTICLES.has(words[count])) count++;
  return [words.slice(0, count).join(" "), words.slice(count).join(" ")];
}

export const date = (item) => item.issued["date-parts"][0];

export const two = (number) => String(number).padStart(2, "0");

export const tags = (text = "") =>
  text.split(text.includes(";") ? ";" : ",").map((tag) => tag.trim()).filter(Boolean);

export const doiAddress = (doi) => "https://doi.org/" + encodeURI(doi).replace(/[?#]/g, encodeURIComponent);

export const filled = (...parts) => parts.filter(Boolean);
