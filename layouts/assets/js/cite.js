// Citations of a paper, made in the reader's browser from its CSL-JSON (generator/papershelf/formats has the same rules in Python).
//
//   import { FORMATS } from "./cite.js";
//   const [item] = await (await fetch("a-paper.json")).json();
//   FORMATS[0].write(item)  // one text per paper; the texts of several papers joined make a file
import { bibtex } from "./cite/bibtex.js";
import { ris } from "./cite/ris.js";
import { apa, ieee } from "./cite/styles.js";

/** @type {CitationFormat[]} */
export const FORMATS = [
  { name: "BibTeX", write: bibtex, suffix: ".bib", type: "application/x-bibtex" },
  { name: "RIS", write: ris, suffix: ".ris", type: "application/x-research-info-systems" },
  { name: "APA", write: apa },
  { name: "IEEE", write: ieee },
];
