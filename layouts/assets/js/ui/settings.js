// What the reader chose about the pages themselves, kept in this browser.

/** @param {string} name */
export function kept(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null; // storage is switched off: a choice lasts as long as the page
  }
}

/**
 * @param {string} name
 * @param {string | null} value none: as at first
 */
export function keep(name, value) {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // As above.
  }
}

/** Whether single letters are commands; people who speak their texts, or press keys unmeant, switch that off. */
export const SHORTCUTS = "papershelf-shortcuts";
export const shortcuts = () => kept(SHORTCUTS) !== "off";
