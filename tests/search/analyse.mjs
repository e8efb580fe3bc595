// The JavaScript twin's analysis: reads { stop, texts } on stdin, writes [words, terms] of every text.

import { readFileSync } from "node:fs";
import { analyser, forms, words } from "../../layouts/assets/js/search/text.js";

const { stop, texts } = JSON.parse(readFileSync(0, "utf8"));
const { stem, isStop } = analyser({ language: "en", stop });
const analysed = texts.map((text) => {
  const found = words(text);
  return [found, found.flatMap(forms).filter((form) => !isStop(form)).map(stem)];
});
process.stdout.write(JSON.stringify(analysed));
