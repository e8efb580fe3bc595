// MiniSearch on the same papers: { documents, queries } on stdin; { bytes, plain, fuzzy }: ids of the ten best per query.

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import MiniSearch from "minisearch";

const { documents, queries } = JSON.parse(readFileSync(0, "utf8"));
const index = new MiniSearch({ fields: ["title", "authors", "abstract", "tags"] });
index.addAll(documents);
const best = (options) => queries.map((query) => index.search(query, options).slice(0, 10).map(({ id }) => id));
process.stdout.write(JSON.stringify({
  bytes: gzipSync(JSON.stringify(index)).length,
  plain: best({ boost: { title: 3, authors: 2 } }),
  fuzzy: best({ boost: { title: 3, authors: 2 }, prefix: true, fuzzy: 0.2 }),
}));
