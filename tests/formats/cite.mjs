// Reads CSL items from standard input, gives what the site's scripts make of each: [{BibTeX, RIS, APA, IEEE}].
import { FORMATS } from "../../layouts/assets/js/cite.js";

let text = "";
for await (const piece of process.stdin) text += piece;
const made = JSON.parse(text).map((item) => Object.fromEntries(FORMATS.map(({ name, write }) => [name, write(item)])));
process.stdout.write(JSON.stringify(made));
