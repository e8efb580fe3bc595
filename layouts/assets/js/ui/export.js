// Files of citations made in the browser from the papers' own CSL-JSON files.

import { button, element, plural, root } from "./dom.js";

const FILES = [["BibTeX", ".bib"], ["RIS", ".ris"], ["CSL-JSON", ".json"]];
const AT_ONCE = 8;

// A paper's CSL item.
export async function item(id) {
  const answer = await fetch(new URL(`papers/${id}/${id}.json`, root));
  if (!answer.ok) throw new Error(`The record of ${id} could not be read (${answer.status}).`);
  return (await answer.json())[0];
}

async function items(ids, progress) {
  const found = [], queue = ids.entries();
  let done = 0, failed = false;
  const work = async () => {
    for (const [at, id] of queue) {
      if (failed) return;
      found[at] = await item(id).catch((error) => {
        failed = true;
        throw error;
      });
      progress(++done);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
}

// CSL items as the text of a file.
export async function citations(papers, suffix) {
  if (suffix === ".json") return JSON.stringify(papers, null, 1) + "\n";
  const { FORMATS } = await import("../cite.js");
  const { write } = FORMATS.find((format) => format.suffix === suffix);
  return papers.map(write).join("");
}

export function download(name, text, type = "text/plain") {
  const url = URL.createObjectURL(new Blob([text], { type }));
  element("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

// "Export: BibTeX RIS CSL-JSON" for the papers whose ids `list` finds when one is pressed.
export function exportRow(label, name, list) {
  const said = element("span", { role: "status" });
  const make = (suffix) => async () => {
    try {
      said.textContent = "Preparing …";
      const ids = await list();
      const papers = await items(ids, (done) => (said.textContent = `${done} of ${ids.length}`));
      download(name + suffix, await citations(papers, suffix));
      said.textContent = `${plural(ids.length, "paper")} exported`;
    } catch (error) {
      said.textContent = `${error.message} Nothing was exported; try again.`;
    }
  };
  return element("p", { class: "export" }, `${label} `, FILES.map(([title, suffix]) => [button(title, make(suffix)), " "]).flat(), said);
}
