// Reads CSL items from standard input, writes what the site's scripts make of each: [{BibTeX, RIS, APA, IEEE}].
// The one argument is the address of `cite.js`.
import { readFileSync } from "node:fs";

/** @type {{ FORMATS: CitationFormat[] }} */
const { FORMATS } = await import(process.argv[2]);
/** @type {CslItem[]} */
const items = JSON.parse(readFileSync(0, "utf8"));
const made = items.map((item) => Object.fromEntries(FORMATS.map(({ name, write }) => [name, write(item)])));
process.stdout.write(JSON.stringify(made));
