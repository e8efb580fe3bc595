// What stands around the results, loaded after the first of them: tips, filters and their chips, the export.

import { ask } from "../ask.js";
import { element } from "../dom.js";
import { exportRow } from "../export.js";
import { queryText } from "./address.js";
import { chips, facetPanel, withoutYear } from "./facets.js";
import { help } from "./help.js";

const FACETS = { year: "years", venue: "venues", tag: "tags" };
const EVERYTHING = "year:..9999";
const EXPORTED = 500; // papers in one file at most

const fileName = (q) => q.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "papers";

// The counts of facets in use, each among the papers found without it: what else could be chosen.
async function counts(state, typing) {
  const used = Object.keys(FACETS).filter((name) => state[name]?.length);
  const answers = await Promise.all(used.map((name) =>
    ask(queryText({ ...state, [name]: name === "year" ? null : [] }) || EVERYTHING, { limit: 0, typing })));
  return Object.fromEntries(used.map((name, at) => [FACETS[name], answers[at].facets[FACETS[name]]]));
}

// Adds them to the page; -> { counts(state), update(total, facets, state), hide() }. `choose` is called with changes of the state.
export function addExtras(form, found, choose) {
  const chosen = element("div", { class: "chips" }), foot = element("div", {});
  const panel = facetPanel(choose);
  const venueNames = new Map();
  form.after(help(), chosen);
  found.prepend(panel.node);
  found.append(foot);

  function update(total, facets, state) {
    for (const { slug, name } of facets.venues) venueNames.set(slug, withoutYear(name));
    chosen.replaceChildren(...chips(state, (slug) => venueNames.get(slug) ?? slug, choose));
    panel.update(facets, state);
    const ids = async () => {
      const { hits } = await ask(queryText(state), { limit: EXPORTED, sort: state.sort, facets: false, excerpts: false });
      return hits.map(({ id }) => id);
    };
    const label = total > EXPORTED ? `Export the first ${EXPORTED}:` : "Export these papers:";
    foot.replaceChildren(...(total ? [exportRow(label, fileName(state.q), ids)] : []));
  }

  function hide() {
    panel.node.hidden = true;
    chosen.replaceChildren();
    foot.replaceChildren();
  }

  return { counts, update, hide };
}
