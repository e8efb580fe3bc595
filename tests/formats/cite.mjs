// Reads CSL items from standard input, writes what the site's scripts make of each: [{BibTeX, RIS, APA, IEEE}].
// The one argument is the address of `cite.js`.
const { FORMATS } = await import(process.argv[2]);

let text = "";
for await (const piece of process.stdin) text += piece;
const made = JSON.parse(text).map((item) => Object.fromEntries(FORMATS.map(({ name, write }) => [name, write(item)])));
process.stdout.write(JSON.stringify(made));
