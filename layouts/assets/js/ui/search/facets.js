// Filters with counts beside the results, and the chosen ones as chips above them.

import { button, element } from "../dom.js";
import { yearFilter } from "./years.js";

const SHOWN = 8;
const HAS = { code: "Code", data: "Data", pdf: "PDF", demo: "Demo", video: "Video" };

// A venue's papers of all years are counted together, so its name goes without the year.
export const withoutYear = (name) => name.replace(/[\s,']+(19|20)\d\d$/, "");

const toggled = (list, value) => (list.includes(value) ? list.filter((each) => each !== value) : [...list, value]);

// -> { node, update(facets, state) }; `choose` is called with the changes of the state.
export function facetPanel(choose) {
  const years = yearFilter((year) => choose({ year }));
  const lists = element("div", {});
  const node = element("details", { class: "facets", hidden: true }, element("summary", {}, "Filter"), years.node, lists);
  const wide = matchMedia("(min-width: 80rem)");
  const unfold = () => (node.open = wide.matches);
  wide.addEventListener("change", unfold);
  unfold();

  function group(title, rows, isChosen, change) {
    if (!rows.length) return null;
    const row = ({ value, name, count }) => element("li", {},
      button([element("span", {}, name), element("small", {}, count.toLocaleString("en"))], () => choose(change(value)),
        { "aria-pressed": isChosen(value) ? "true" : "false", "data-facet": `${title} ${value}` }));
    const made = rows.map(row);
    return element("section", { "aria-label": title }, element("h2", {}, title), element("ul", {}, made.slice(0, SHOWN)),
      made.length > SHOWN && element("details", {}, element("summary", {}, `${made.length - SHOWN} more`), element("ul", {}, made.slice(SHOWN))));
  }

  function update(facets, state) {
    const focused = document.activeElement?.dataset.facet;
    const opened = [...lists.querySelectorAll("details[open]")].map((each) => each.parentElement.getAttribute("aria-label"));
    const venues = facets.venues.slice(0, 50).map(({ slug, name, count }) => ({ value: slug, name: withoutYear(name), count }));
    const tags = facets.tags.map(({ name, count }) => ({ value: name, name, count }));
    const has = Object.entries(HAS).filter(([flag]) => facets.has[flag]).map(([value, name]) => ({ value, name, count: facets.has[value] }));
    years.update(facets.years, state.year);
    lists.replaceChildren(...[
      group("Has", has, (value) => state.has.includes(value), (value) => ({ has: toggled(state.has, value) })),
      group("Venue", venues, (value) => state.venue.includes(value), (value) => ({ venue: toggled(state.venue, value) })),
      group("Tag", tags, (value) => state.tag.includes(value), (value) => ({ tag: toggled(state.tag, value) })),
    ].filter(Boolean));
    for (const each of lists.querySelectorAll("details")) each.open = opened.includes(each.parentElement.getAttribute("aria-label"));
    node.hidden = !lists.children.length && years.node.hidden;
    if (focused) [...lists.querySelectorAll("button")].find((each) => each.dataset.facet === focused)?.focus();
  }

  return { node, update };
}

// A chip per chosen filter, which removes it.
export function chips(state, venueName, choose) {
  const { year, venue, tag, has } = state;
  const chosen = [
    ...(year ? [[year[0] === year[1] ? `${year[0]}` : `${year[0]} – ${year[1]}`, { year: null }]] : []),
    ...venue.map((each) => [venueName(each), { venue: toggled(venue, each) }]),
    ...tag.map((each) => [`#${each}`, { tag: toggled(tag, each) }]),
    ...has.map((each) => [HAS[each] ?? each, { has: toggled(has, each) }]),
  ];
  if (chosen.length > 1) chosen.push(["Clear all", { year: null, venue: [], tag: [], has: [] }]);
  return chosen.map(([label, without]) =>
    button(`${label} ×`, () => choose(without), { class: "chip", "aria-label": label === "Clear all" ? label : `Remove filter ${label}` }));
}
