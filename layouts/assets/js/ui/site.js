// What scripts add to every page; each part is loaded when the page has a place for it.

import { button, one } from "./dom.js";
import { shortcuts } from "./settings.js";
import { themeSwitch } from "./theme.js";

const LETTERS = ["j", "k", "o", "s", "c", "?"]; // keys.js says what they do

function add() {
  const box = searchBox();
  one(".top nav", HTMLElement).append(themeSwitch());
  box.ariaLabel = box.placeholder;
  if (matchMedia("(hover: hover)").matches) box.placeholder += "  /"; // there is a keyboard
  const suggest = () => import("./suggest.js").then((module) => module.suggest(box));
  if (document.activeElement === box) suggest();
  else box.addEventListener("focus", suggest, { once: true });
  document.addEventListener("keydown", onKey);
  document.querySelector("footer")?.append(" ", button("Keyboard shortcuts", () => press("?")));
  if (document.querySelector(".card, .rows, article.paper")) import("./save-buttons.js").then(({ addSaveButtons }) => addSaveButtons());
  const cite = document.getElementById("cite");
  if (cite) import("./cite-block.js").then(({ addCitations }) => addCitations(cite));
  const listed = [...document.querySelectorAll("main > .rows > li, main > .card")], last = listed.at(-1);
  if (last && listed.length > 1) whenNear(last, () => import("./list-export.js").then(({ addExport }) => addExport(last)));
  if (document.querySelector("math")) import("./copy-formulas.js");
  if (document.getElementById("not-found")) import("./not-found.js");
}

const searchBox = () => one(".top form input", HTMLInputElement);

/**
 * @param {Element} place
 * @param {() => void} run
 */
function whenNear(place, run) {
  const observer = new IntersectionObserver(([{ isIntersecting }]) => {
    if (!isIntersecting) return;
    observer.disconnect();
    run();
  }, { rootMargin: "500px" });
  observer.observe(place);
}

/** @type {Promise<typeof import("./keys.js")> | undefined} */
let keys;

// One promise for all, so that keys do their work in the order in which they were pressed.
/** @param {string} key */
const press = (key) => (keys ??= import("./keys.js")).then((module) => module.press(key));

/** @param {KeyboardEvent} event */
function onKey(event) {
  const writes = event.target instanceof Element && event.target.closest("input, textarea, select, dialog, [contenteditable]");
  if (writes || event.ctrlKey || event.metaKey || event.altKey || !shortcuts()) return;
  if (LETTERS.includes(event.key)) press(event.key);
  else if (event.key === "/") {
    event.preventDefault();
    focusSearch();
  }
}

// The search box of the page, if it has its own.
function focusSearch() {
  const own = document.getElementById("q"), box = own instanceof HTMLInputElement ? own : searchBox();
  box.focus();
  box.select();
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", add);
else add();
