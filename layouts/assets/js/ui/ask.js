// Asks the search engine, which runs in a worker that the first question starts.

import { link } from "../routes.js";

/** @typedef {import("../search/engine.js").Answer} Answer */

/** @type {Map<number, { resolve: (answer: Answer) => void, reject: (error: Error) => void }>} */
const waiting = new Map();
/** @type {Worker | null} */
let worker = null;
let asked = 0;

/**
 * What engine.js's search() answers; rejects with an Error whose message is a sentence for the reader.
 * @param {string} text
 * @param {import("../search/engine.js").SearchOptions} [options]
 * @returns {Promise<Answer>}
 */
export function ask(text, options = {}) {
  const started = (worker ??= start()), id = ++asked;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    started.postMessage({ id, base: link("search").href, text, options });
  });
}

function start() {
  const made = new Worker(new URL("../search/worker.js", import.meta.url), { type: "module" });
  made.onmessage = (/** @type {MessageEvent<SearchReply>} */ { data: { id, result, error } }) => {
    const question = waiting.get(id);
    waiting.delete(id);
    if (result) question?.resolve(result);
    else question?.reject(new Error(error));
  };
  // The worker's own code could not be loaded: the next question tries again.
  made.onerror = () => {
    made.terminate();
    worker = null;
    for (const { reject } of waiting.values()) reject(new Error("The search could not be loaded."));
    waiting.clear();
  };
  return made;
}
