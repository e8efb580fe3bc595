// Runs the engine under Node: `node ask.mjs SITE` reads [{ text, options }, ...] on stdin and writes what each query
// answers, costs in bytes on the wire, and takes in milliseconds; a `cold` one opens the index anew.

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { openIndex } from "../../layouts/assets/js/search/engine.js";

let bytes = 0;

/** @param {string} path */
async function read(path) {
  const data = await readFile(`${process.argv[2]}/search/${path}`);
  bytes += path.endsWith(".json") ? gzipSync(data).length : data.length; // as a static host sends them
  return new Uint8Array(data).buffer;
}

let index = await openIndex(read);
/** @type {{ text: string, options: import("../../layouts/assets/js/search/engine.js").SearchOptions, cold?: boolean }[]} */
const asked = JSON.parse(readFileSync(0, "utf8"));
const answers = [];
for (const { text, options, cold } of asked) {
  bytes = 0;
  const begun = performance.now();
  if (cold) index = await openIndex(read);
  const result = await index.search(text, options);
  answers.push({ result, milliseconds: performance.now() - begun, bytes });
}
process.stdout.write(JSON.stringify(answers));
