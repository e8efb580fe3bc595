// Documents on stdin, the index of MiniSearch over them on stdout.

import { readFileSync } from "node:fs";
import MiniSearch from "minisearch";

const index = new MiniSearch({ fields: ["title", "authors", "abstract", "tags"] });
index.addAll(JSON.parse(readFileSync(0, "utf8")));
process.stdout.write(JSON.stringify(index));
