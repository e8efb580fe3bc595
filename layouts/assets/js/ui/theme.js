// The theme switch: as the system has it, light or dark. start.js sets what was chosen before the first paint.

import { button, say } from "./dom.js";
import { keep } from "./settings.js";

const KEY = "papershelf-theme";
/** @type {Record<string, string>} */
const SIGNS = { system: "◐", light: "○", dark: "●" };
const THEMES = Object.keys(SIGNS);

export function themeSwitch() {
  let theme = document.documentElement.dataset.theme ?? "system";
  const made = button("", () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
    show(made, theme);
    keep(KEY, theme === "system" ? null : theme);
    say(`Theme: ${theme}`);
  }, { class: "theme" });
  show(made, theme);
  return made;
}

/**
 * @param {HTMLElement} made
 * @param {string} theme
 */
function show(made, theme) {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  made.textContent = SIGNS[theme];
  made.title = `Theme: ${theme}`;
  made.setAttribute("aria-label", made.title);
}
