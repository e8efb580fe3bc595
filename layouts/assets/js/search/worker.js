// The engine in a module worker. The page sends { id, base, text, options }: a number of its own, the address of search/,
// the query and search()'s options. It gets { id, result }, or { id, error } with a sentence for the reader; sending the
// query again tries again. The index is opened by the first message; an empty text only opens it.

import { openIndex } from "./engine.js";

/** @type {ReturnType<typeof openIndex> | null} */
let opened = null;

/**
 * @param {string} base
 * @param {string} path
 * @param {boolean} [fresh]
 */
async function read(base, path, fresh) {
  const cache = fresh ? "reload" : path === "manifest.json" ? "no-cache" : "default";
  const response = await fetch(new URL(path, base), { cache }).catch(() => null);
  if (!response?.ok) throw new Error(`The search index could not be read (${path}: ${response?.status ?? "no connection"}).`);
  return response.arrayBuffer();
}

onmessage = async (/** @type {MessageEvent<SearchQuestion>} */ { data: { id, base, text, options } }) => {
  try {
    opened ??= openIndex((path, fresh) => read(base, path, fresh));
    const index = await opened;
    postMessage({ id, result: await index.search(text, options) });
  } catch (error) {
    opened = null; // a new deploy renames files: read the manifest again
    postMessage({ id, error: /** @type {Error} */ (error).message });
  }
};
