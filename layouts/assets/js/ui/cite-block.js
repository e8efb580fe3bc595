// The cite section: the paper in each format, to copy or to download.

import { FORMATS } from "../cite.js";
import { button, element, flash, one } from "./dom.js";
import { download, item } from "./export.js";

/** @type {CitationFormat} */
const JSON_FILE = { name: "CSL-JSON", suffix: ".json", type: "application/json", write: (paper) => JSON.stringify([paper], null, 1) + "\n" };

/** @param {Element} section */
export function addCitations(section) {
  const id = location.pathname.split("/").at(-2) ?? "";
  const plain = one("a[href$='.json']", HTMLElement, section).parentElement;
  const panel = element("div", { id: "cite-panel", role: "tabpanel", hidden: true });
  const formats = [...FORMATS, JSON_FILE];
  const tabs = formats.map((format, at) =>
    button(format.name, () => choose(at), { id: `cite-${at}`, role: "tab", "aria-selected": "false", "aria-controls": "cite-panel", tabindex: at ? -1 : 0 }));
  /** @type {CslItem | undefined} */
  let record;

  /** @param {number} at */
  async function choose(at) {
    tabs.forEach((tab, each) => {
      tab.setAttribute("aria-selected", String(each === at));
      tab.tabIndex = each === at ? 0 : -1;
    });
    panel.setAttribute("aria-labelledby", `cite-${at}`);
    panel.hidden = false;
    try {
      record ??= await item(id);
    } catch {
      panel.replaceChildren(element("p", {}, "The record could not be read. ", button("Try again", () => choose(at))));
      return;
    }
    if (tabs[at].getAttribute("aria-selected") === "true") panel.replaceChildren(...citation(formats[at], record));
  }

  const row = element("div", { role: "tablist", "aria-label": "Formats", keydown: (event) => move(event, tabs, choose) }, tabs);
  plain?.replaceWith(row, panel);
}

/**
 * The text of a paper in a format, and the buttons below it.
 * @param {CitationFormat} format
 * @param {CslItem} paper
 */
function citation({ write, suffix, type }, paper) {
  // What is shown is for a list of references; a file holds the abstract too.
  const text = write(suffix === ".json" ? paper : { ...paper, abstract: undefined }), pre = element("pre", { tabindex: 0 }, text);
  const copy = button("Copy", () =>
    navigator.clipboard.writeText(text).then(() => flash(copy, "Copied"), () => getSelection()?.selectAllChildren(pre)));
  const get = suffix && button("Download", () => download(paper.id + suffix, write(paper), type));
  return [pre, element("p", {}, copy, " ", get)];
}

/**
 * Arrows lead from tab to tab.
 * @param {KeyboardEvent} event
 * @param {HTMLElement[]} tabs
 * @param {(at: number) => void} choose
 */
function move(event, tabs, choose) {
  const step = Number(event.key === "ArrowRight") - Number(event.key === "ArrowLeft");
  if (!step) return;
  event.preventDefault();
  const at = (tabs.findIndex((tab) => tab === document.activeElement) + step + tabs.length) % tabs.length;
  tabs[at].focus();
  choose(at);
}
