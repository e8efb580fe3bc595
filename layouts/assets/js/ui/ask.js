// Asks the search engine, which runs in a worker that the first question starts.

import { link } from "../routes.js";

const waiting = new Map();
let worker, asked = 0;

// -> what engine.js's search() gives; rejects with an Error whose message is a sentence for the reader.
export function ask(text, options = {}) {
  worker ??= start();
  const id = ++asked;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker.postMessage({ id, base: link("search").href, text, options });
  });
}

function start() {
  const made = new Worker(new URL("../search/worker.js", import.meta.url), { type: "module" });
  made.onmessage = ({ data: { id, result, error } }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(error));
    else resolve(result);
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
