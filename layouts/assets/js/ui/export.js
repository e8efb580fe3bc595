// Files of citations made in the browser from the papers' own CSL-JSON files.

import { link } from "../routes.js";
import { button, element, plural } from "./dom.js";

const FILES = [["BibTeX", ".bib"], ["RIS", ".ris"], ["CSL-JSON", ".json"]];
const AT_ONCE = 16;

// A paper's CSL item.
export async function item(id) {
  const answer = await fetch(link("paper_json", id));
  if (!answer.ok) throw new Error(`The record of ${id} could not be read (${answer.status}).`);
  return (await answer.json())[0];
}

async function items(ids) {
  const found = [], queue = ids.entries();
  let failed = false;
  const work = async () => {
    for (const [at, id] of queue) {
      if (failed) return;
      found[at] = await item(id).catch((error) => {
        failed = true;
        throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
}

// How a CSL item is written in a file, and a file of those.
async function writers(suffix) {
  if (suffix === ".json") return [(paper) => JSON.stringify(paper, null, 1), (papers) => `[\n${papers.join(",\n")}\n]\n`];
  const { FORMATS } = await import("../cite.js");
  return [FORMATS.find((format) => format.suffix === suffix).write, (papers) => papers.join("")];
}

export function download(name, text, type = "text/plain") {
  const url = URL.createObjectURL(new Blob([text], { type }));
  element("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

// "Export: BibTeX RIS CSL-JSON" for the papers whose ids `batches` gives, some at a time, when one is pressed.
export function exportRow(label, name, batches) {
  const said = element("span", { role: "status" });
  let turn = 0;
  const stop = button("Stop", () => show(++turn, "Stopped; nothing was exported."), { hidden: true });

  function show(mine, text, running = false) {
    if (mine !== turn) return;
    said.textContent = text;
    stop.hidden = !running;
  }

  const make = (suffix) => async () => {
    const mine = ++turn;
    show(mine, "Preparing …", true);
    try {
      const [write, file] = await writers(suffix), papers = [];
      for await (const ids of batches()) {
        papers.push(...(await items(ids)).map(write));
        if (mine !== turn || !said.isConnected) return; // stopped, or the reader went on to something else
        show(mine, `${plural(papers.length, "paper")} so far`, true);
      }
      download(name + suffix, file(papers));
      show(mine, `${plural(papers.length, "paper")} exported`);
    } catch (error) {
      show(mine, `${error.message} Nothing was exported; try again.`);
    }
  };
  const choices = FILES.map(([title, suffix]) => [button(title, make(suffix)), " "]).flat();
  return element("p", { class: "export" }, `${label} `, choices, said, " ", stop);
}
