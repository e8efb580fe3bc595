// This project's engine as the search page asks it for the first results: open() -> ask(query) -> ids of the ten best.

const root = new URL("./", import.meta.url);

export async function open() {
  const worker = new Worker(new URL("assets/js/search/worker.js", root), { type: "module" });
  return (text) => new Promise((resolve, reject) => {
    worker.onmessage = ({ data: { result, error } }) => (error ? reject(new Error(error)) : resolve(result.hits.map(({ id }) => id)));
    worker.postMessage({ id: 0, base: new URL("search/", root).href, text, options: { facets: false, excerpts: false } });
  });
}
