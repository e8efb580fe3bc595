// Files of citations made in the browser from the papers' own CSL-JSON files.

import { link } from "../routes.js";
import { button, element, papers } from "./dom.js";

/** @type {[title: string, suffix: string][]} */
const FILES = [["BibTeX", ".bib"], ["RIS", ".ris"], ["CSL-JSON", ".json"]];
const AT_ONCE = 16;

/**
 * A paper's CSL item.
 * @param {string} id
 * @returns {Promise<CslItem>}
 */
export async function item(id) {
  const answer = await fetch(link("paper_json", id));
  if (!answer.ok) throw new Error(`The record of ${id} could not be read (${answer.status}).`);
  return (await answer.json())[0];
}

/** @param {string[]} ids */
async function items(ids) {
  /** @type {CslItem[]} */
  const found = [];
  const queue = ids.entries();
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

/** @typedef {{ write: (item: CslItem) => string, join: (texts: string[]) => string }} Writer */

/**
 * How a CSL item is written in a file, and a file of those.
 * @param {string} suffix
 * @returns {Promise<Writer>}
 */
async function writer(suffix) {
  if (suffix === ".json") return { write: (paper) => JSON.stringify(paper, null, 1), join: (texts) => `[\n${texts.join(",\n")}\n]\n` };
  const { FORMATS } = await import("../cite.js"), [{ write }] = FORMATS.filter((format) => format.suffix === suffix);
  return { write, join: (texts) => texts.join("") };
}

/**
 * @param {string} name
 * @param {string} text
 */
export function download(name, text, type = "text/plain") {
  const url = URL.createObjectURL(new Blob([text], { type }));
  element("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * "Export: BibTeX RIS CSL-JSON" for the papers whose ids `batches` gives, some at a time, when one is pressed.
 * @param {string} label
 * @param {string} name of the file, without suffix
 * @param {() => Iterable<string[]> | AsyncIterable<string[]>} batches
 */
export function exportRow(label, name, batches) {
  const said = element("span", { role: "status" });
  let turn = 0;
  const stop = button("Stop", () => show(++turn, "Stopped; nothing was exported."), { hidden: true });

  /** @type {(mine: number, text: string, running?: boolean) => void} */
  function show(mine, text, running = false) {
    if (mine !== turn) return;
    said.textContent = text;
    stop.hidden = !running;
  }

  /** @param {string} suffix */
  async function make(suffix) {
    const mine = ++turn;
    show(mine, "Preparing …", true);
    try {
      const { write, join } = await writer(suffix), texts = [];
      for await (const ids of batches()) {
        texts.push(...(await items(ids)).map(write));
        if (mine !== turn || !said.isConnected) return; // stopped, or the reader went on to something else
        show(mine, `${papers(texts.length)} so far`, true);
      }
      download(name + suffix, join(texts));
      show(mine, `${papers(texts.length)} exported`);
    } catch (error) {
      show(mine, `${/** @type {Error} */ (error).message} Nothing was exported; try again.`);
    }
  }
  const choices = FILES.flatMap(([title, suffix]) => [button(title, () => make(suffix)), " "]);
  return element("p", { class: "export" }, `${label} `, choices, said, " ", stop);
}
