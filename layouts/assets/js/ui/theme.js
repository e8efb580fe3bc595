// The theme switch: as the system has it, light or dark. start.js sets what was chosen before the first paint.

import { button, say } from "./dom.js";

const KEY = "papershelf-theme";
const THEMES = ["system", "light", "dark"];
const SIGNS = { system: "◐", light: "○", dark: "●" };

export function themeSwitch() {
  let theme = document.documentElement.dataset.theme ?? "system";
  const made = button("", () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
    show();
    keep();
    say(`Theme: ${theme}`);
  }, { class: "theme" });

  function show() {
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    made.textContent = SIGNS[theme];
    made.title = `Theme: ${theme}`;
    made.setAttribute("aria-label", `Theme: ${theme}`);
  }

  function keep() {
    try {
      if (theme === "system") localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, theme);
    } catch {
      // Storage is switched off: the choice lasts as long as the page.
    }
  }

  show();
  return made;
}
