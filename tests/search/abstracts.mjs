// Reads abstracts as the engine does: `node abstracts.mjs SITE` reads a list of papers on stdin and writes their texts.

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { openFiles } from "../../layouts/assets/js/search/files.js";

const files = await openFiles(async (path) => new Uint8Array(await readFile(`${process.argv[2]}/search/${path}`)).buffer);
/** @type {string[]} */
const papers = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(await Promise.all(papers.map((paper) => files.abstract(paper)))));
