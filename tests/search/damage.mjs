// Damages every file that a query reads: `node damage.mjs SITE QUERY` writes which these are and
// what was answered wrongly.

import { readFile } from "node:fs/promises";
import { openIndex } from "../../layouts/assets/js/search/engine.js";

const [, , site, query] = process.argv;

/** @type {Record<string, (bytes: Uint8Array) => Uint8Array>} */
const DAMAGES = {
  flipped: (bytes) => bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte)),
  begun: (bytes) => bytes.map((byte, at) => (at === 2 ? byte ^ 4 : byte)),
  ended: (bytes) => bytes.map((byte, at) => (at === bytes.length - 2 ? byte ^ 1 : byte)),
  cut: (bytes) => bytes.subarray(0, bytes.length - 1),
  empty: () => new Uint8Array(),
  page: () => new TextEncoder().encode("<!DOCTYPE html><title>Not found</title>"),
};

/**
 * @param {string} damaged file, "" for none
 * @param {(bytes: Uint8Array) => Uint8Array} damage
 * @param {boolean} lasting whether it is there past caches, too
 */
async function answer(damaged, damage, lasting) {
  /** @type {Set<string>} */
  const files = new Set();
  const index = await openIndex(async (path, fresh) => {
    const bytes = new Uint8Array(await readFile(`${site}/search/${path}`));
    if (!path.startsWith("../")) files.add(path);
    return new Uint8Array(path === damaged && (lasting || !fresh) ? damage(bytes) : bytes).buffer;
  });
  return { files, text: JSON.stringify(await index.search(query)) };
}

const whole = await answer("", (bytes) => bytes, false), unnoticed = [];
for (const path of whole.files) {
  for (const [name, damage] of Object.entries(DAMAGES)) {
    const once = await answer(path, damage, false).then(({ text }) => text, String);
    if (once !== whole.text) unnoticed.push([path, name, once.slice(0, 100)]);
    const always = await answer(path, damage, true).then(({ text }) => text, String);
    const told = `Error: A file of the search index is damaged (${path}).`;
    if (always !== whole.text && always !== told) unnoticed.push([path, name, always.slice(0, 100)]);
  }
}
process.stdout.write(JSON.stringify({ files: [...whole.files], unnoticed }));
