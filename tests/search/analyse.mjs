// The JavaScript twin's analysis: reads { language, stop, endings, texts } on stdin, writes [words, terms] of every text.

import { readFileSync } from "node:fs";
import { analyser, forms, words } from "../../layouts/assets/js/search/text.js";

/** @type {{ language: string, stop: string, endings: string, texts: string[] }} */
const { texts, ...settings } = JSON.parse(readFileSync(0, "utf8"));
const { stem, isStop } = analyser(settings);
const analysed = texts.map((text) => {
  const found = words(text);
  return [found, found.flatMap(forms).filter((form) => !isStop(form)).map(stem)];
});
process.stdout.write(JSON.stringify(analysed));
