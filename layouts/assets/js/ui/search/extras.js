// What stands around the results, loaded after the first of them: tips, filters and their chips, the export, the buttons
// of the reading list.

import { link } from "../../routes.js";
import { ask } from "../ask.js";
import { element } from "../dom.js";
import { exportRow } from "../export.js";
import { saveButton } from "../save-buttons.js";
import { queryText } from "./address.js";
import { chips, facetPanel, withoutYear } from "./facets.js";
import { help } from "./help.js";

/** @typedef {import("../../search/filters.js").Facets} Facets */

/** @type {[filter: "year" | "venue" | "tag", facet: "years" | "venues" | "tags"][]} */
const FACETS = [["year", "years"], ["venue", "venues"], ["tag", "tags"]];
const EVERYTHING = "year:..9999";
const EXPORTED = 10_000; // papers in one file at most
const BATCH = 100; // papers asked for at once

/** @param {string} q */
const fileName = (q) => q.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "papers";

// Its styles are there before it is.
await new Promise((resolve) => document.head.append(
  element("link", { rel: "stylesheet", href: link("asset", "css/facets.css"), load: resolve, error: resolve })));

/**
 * The counts of facets in use, each among the papers found without it: what else could be chosen.
 * @param {SearchState} state
 * @returns {Promise<Partial<Facets>>}
 */
async function counts(state) {
  const used = FACETS.filter(([filter]) => state[filter]?.length);
  return Object.fromEntries(await Promise.all(used.map(async ([filter, facet]) => {
    const without = queryText({ ...state, [filter]: filter === "year" ? null : [] });
    const { facets } = await ask(without || EVERYTHING, { limit: 0 });
    return [facet, facets?.[facet]];
  })));
}

/**
 * The ids of the papers found, some at a time.
 * @param {SearchState} state
 */
async function* batches(state) {
  for (let offset = 0; offset < EXPORTED; offset += BATCH) {
    const { hits } = await ask(queryText(state), { limit: BATCH, offset, sort: state.sort, facets: false, excerpts: false });
    yield hits.map(({ id }) => id);
    if (hits.length < BATCH) return;
  }
}

/**
 * The row that exports what was found.
 * @param {number} total
 * @param {SearchState} state
 */
function exportRows(total, state) {
  if (!total) return [];
  const many = total > EXPORTED, label = many ? `Export the first ${EXPORTED.toLocaleString("en")}:` : "Export these papers:";
  const row = exportRow(label, fileName(state.q), () => batches(state));
  if (many) row.append(" ", element("a", { href: link("data") }, "All papers of the archive"));
  return [row];
}

/** @typedef {ReturnType<typeof addExtras>} Extras */

/**
 * Adds them to the page, around the form and what is found.
 * @param {HTMLElement} form
 * @param {HTMLElement} found
 * @param {Choose} choose
 */
export function addExtras(form, found, choose) {
  const chosen = element("div", { class: "chips" }), foot = element("div", {});
  const panel = facetPanel(choose);
  const venueNames = new Map();
  form.after(help(), chosen);
  found.prepend(panel.node);
  found.append(foot);

  /**
   * @param {number} total
   * @param {Facets} facets
   * @param {SearchState} state
   */
  function update(total, facets, state) {
    for (const { slug, name } of facets.venues) venueNames.set(slug, withoutYear(name));
    chosen.replaceChildren(...chips(state, (slug) => venueNames.get(slug) ?? slug, choose));
    panel.update(facets, state);
    foot.replaceChildren(...exportRows(total, state));
  }

  function hide() {
    panel.node.hidden = true;
    chosen.replaceChildren();
    foot.replaceChildren();
  }

  return { counts, saveButton, update, hide };
}
