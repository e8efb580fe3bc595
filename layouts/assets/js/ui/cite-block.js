// The cite section: the paper in each format, to copy or to download.

import { FORMATS } from "../cite.js";
import { button, element, flash } from "./dom.js";
import { download, item } from "./export.js";

const JSON_FILE = { name: "CSL-JSON", suffix: ".json", type: "application/json", write: (paper) => JSON.stringify([paper], null, 1) + "\n" };

export function addCitations(section) {
  const id = location.pathname.split("/").at(-2);
  const plain = section.querySelector("a[href$='.json']").parentElement;
  const panel = element("div", { id: "cite-panel", role: "tabpanel", hidden: true });
  const formats = [...FORMATS, JSON_FILE];
  const tabs = formats.map((format, at) =>
    button(format.name, () => choose(at), { id: `cite-${at}`, role: "tab", "aria-selected": "false", "aria-controls": "cite-panel", tabindex: at ? -1 : 0 }));
  let record;

  async function choose(at) {
    tabs.forEach((tab, each) => {
      tab.setAttribute("aria-selected", each === at);
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
    if (tabs[at].getAttribute("aria-selected") === "true") panel.replaceChildren(...shown(formats[at], record));
  }

  function shown({ write, suffix, type }, paper) {
    // What is shown is for a list of references; a file holds the abstract too.
    const text = write(suffix === ".json" ? paper : { ...paper, abstract: undefined }), pre = element("pre", { tabindex: 0 }, text);
    const copy = button("Copy", () => navigator.clipboard.writeText(text).then(() => flash(copy, "Copied"), () => getSelection().selectAllChildren(pre)));
    const get = suffix && button("Download", () => download(id + suffix, write(paper), type));
    return [pre, element("p", {}, copy, " ", get)];
  }

  const row = element("div", { role: "tablist", "aria-label": "Formats", keydown: (event) => move(event, tabs, choose) }, tabs);
  plain.replaceWith(row, panel);
}

function move(event, tabs, choose) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const at = (tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length;
  tabs[at].focus();
  choose(at);
}
