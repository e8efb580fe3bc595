// What stands around the results, loaded after the first of them: tips, filters and their chips, the export.

import { ask } from "../ask.js";
import { element } from "../dom.js";
import { exportRow } from "../export.js";
import { queryText } from "./address.js";
import { chips, facetPanel, withoutYear } from "./facets.js";
import { help } from "./help.js";

const EXPORTED = 500; // papers in one file at most

const fileName = (q) => q.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "papers";

// Adds them to the page; -> { update(answer, counts by year, state), hide() }. `choose` is called with changes of the state.
export function addExtras(form, found, choose) {
  const chosen = element("div", { class: "chips" }), foot = element("div", {});
  const panel = facetPanel(choose);
  const venueNames = new Map();
  form.after(help(), chosen);
  found.prepend(panel.node);
  found.append(foot);

  function update({ total, facets }, years, state) {
    for (const { slug, name } of facets.venues) venueNames.set(slug, withoutYear(name));
    chosen.replaceChildren(...chips(state, (slug) => venueNames.get(slug) ?? slug, choose));
    panel.update(facets, years, state);
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

  return { update, hide };
}
