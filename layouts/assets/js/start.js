// Runs before the first paint of every page: sets the theme the reader chose, then loads what scripts add to pages.
try {
  const theme = localStorage.getItem("papershelf-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is switched off: the system's theme it is.
}
const icon = document.createElement("link"), { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
icon.rel = "icon";
icon.href = new URL("../icons/icon.svg", src).href;
document.head.append(icon);
import("./ui/site.js");
