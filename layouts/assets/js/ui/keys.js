// Letters that are commands on every page: from paper to paper, open, save, cite. Loaded when one is first pressed.

import { button, element, say } from "./dom.js";
import { item } from "./export.js";
import { keep, SHORTCUTS, shortcuts } from "./settings.js";

const PAPERS = "main .card, main .rows > li";

/** @type {Record<string, [what: string, run: () => void]>} */
const KEYS = {
  j: ["Next paper", () => step(1)],
  k: ["Paper before", () => step(-1)],
  o: ["Open the paper", () => title(current())?.click()],
  s: ["Save it, or take it off the reading list", () => saves(current())?.click()],
  c: ["Copy its BibTeX entry", copy],
  "/": ["Search", () => {}],
  "?": ["This list of keys", explain],
};

/** @param {string} key */
export const press = (key) => KEYS[key][1]();

const shown = () => [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(PAPERS))].filter((paper) => paper.checkVisibility() && title(paper));

/** The paper that the reader is at: the page's own, or the one with the focus. */
const current = () => document.querySelector("article.paper") ?? document.activeElement?.closest(PAPERS) ?? null;

/** @param {Element | null} paper */
const title = (paper) => /** @type {HTMLAnchorElement | null | undefined} */ (paper?.querySelector("h2 a, :scope > a"));

/** @param {Element | null} paper */
const saves = (paper) => /** @type {HTMLElement | null | undefined} */ (paper?.querySelector("[data-saves]"));

/** @param {1 | -1} by */
function step(by) {
  const beside = /** @type {HTMLElement | null} */ (document.querySelector(`.paper ~ .steps [rel=${by > 0 ? "next" : "prev"}]`));
  if (beside) return beside.click();
  const papers = shown(), at = papers.findIndex((paper) => paper === current());
  // Nothing has the focus yet: the reader is at the first paper on the screen.
  const first = papers.findIndex((paper) => (title(paper)?.getBoundingClientRect().top ?? 0) >= 0);
  const next = papers[at < 0 ? Math.max(0, first) : Math.max(0, Math.min(papers.length - 1, at + by))];
  title(next)?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "center" });
}

async function copy() {
  const id = saves(current())?.dataset.saves;
  if (!id) return;
  try {
    const { FORMATS } = await import("../cite.js"), [{ write }] = FORMATS.filter(({ suffix }) => suffix === ".bib");
    await navigator.clipboard.writeText(write(await item(id)));
    tell("BibTeX entry copied");
  } catch (error) {
    tell(`Nothing was copied: ${/** @type {Error} */ (error).message}`);
  }
}

/** @param {string} text */
function tell(text) {
  const note = element("p", { class: "told", "aria-hidden": "true" }, text);
  document.body.append(note);
  say(text);
  setTimeout(() => note.remove(), 2500);
}

function explain() {
  const on = element("input", { type: "checkbox", checked: shortcuts(), change: () => keep(SHORTCUTS, on.checked ? null : "off") });
  const rows = Object.entries(KEYS).map(([key, [what]]) => [element("dt", {}, element("kbd", {}, key)), element("dd", {}, what)]);
  const dialog = element("dialog", { "aria-labelledby": "keys", close: () => dialog.remove() },
    element("h2", { id: "keys" }, "Keyboard shortcuts"),
    element("dl", { class: "facts" }, rows.flat()),
    element("p", {}, element("label", {}, on, " Single keys are commands")),
    button("Close", () => dialog.close()));
  document.body.append(dialog);
  dialog.showModal();
}
