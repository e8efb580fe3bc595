// Filters with counts beside the results, and the chosen ones as chips above them.

import { button, element } from "../dom.js";
import { yearFilter } from "./years.js";

/** @typedef {import("../../search/filters.js").Facets} Facets */
/** @typedef {{ value: string, name: string, count: number }} Row */

const SHOWN = 8, MOST_VENUES = 50;
/** @type {Record<string, string>} */
const HAS = { code: "Code", data: "Data", pdf: "PDF", demo: "Demo", video: "Video" };

/**
 * A venue's papers of all years are counted together, so its name goes without the year.
 * @param {string} name
 */
export const withoutYear = (name) => name.replace(/[\s,']+(19|20)\d\d$/, "");

/** @type {(list: string[], value: string) => string[]} */
const toggled = (list, value) => (list.includes(value) ? list.filter((each) => each !== value) : [...list, value]);

/**
 * The rows of each list of filters.
 * @param {Facets} facets
 * @returns {[title: string, facet: "has" | "venue" | "tag", rows: Row[]][]}
 */
const lists = (facets) => [
  ["Has", "has", Object.entries(HAS).map(([value, name]) => ({ value, name, count: facets.has[value] })).filter(({ count }) => count)],
  ["Venue", "venue", facets.venues.slice(0, MOST_VENUES).map(({ slug, name, count }) => ({ value: slug, name: withoutYear(name), count }))],
  ["Tag", "tag", facets.tags.map(({ name, count }) => ({ value: name, name, count }))],
];

/**
 * A list of filters, each a button that chooses it or lets it go.
 * @param {string} title
 * @param {Row[]} rows
 * @param {string[]} chosen values
 * @param {(values: string[]) => void} choose
 * @param {boolean} open whether all rows are shown
 */
function group(title, rows, chosen, choose, open) {
  const made = rows.map(({ value, name, count }) => element("li", {},
    button([element("span", {}, name), element("small", {}, count.toLocaleString("en"))], () => choose(toggled(chosen, value)),
      { "aria-pressed": String(chosen.includes(value)), "data-facet": `${title} ${value}` })));
  const more = made.slice(SHOWN);
  return element("section", { "aria-label": title }, element("h2", {}, title), element("ul", {}, made.slice(0, SHOWN)),
    more.length > 0 && element("details", { open }, element("summary", {}, `${more.length} more`), element("ul", {}, more)));
}

/** @param {Choose} choose */
export function facetPanel(choose) {
  const years = yearFilter((year) => choose({ year }));
  const groups = element("div", {});
  const node = element("details", { class: "facets", hidden: true }, element("summary", {}, "Filter"), years.node, groups);
  const wide = matchMedia("(min-width: 80rem)");
  const unfold = () => (node.open = wide.matches);
  wide.addEventListener("change", unfold);
  unfold();

  /**
   * @param {Facets} facets
   * @param {SearchState} state
   */
  function update(facets, state) {
    const focused = document.activeElement?.getAttribute("data-facet");
    const opened = [...groups.querySelectorAll("details[open]")].map((each) => each.parentElement?.getAttribute("aria-label"));
    years.update(facets.years, state.year);
    groups.replaceChildren(...lists(facets).filter(([, , rows]) => rows.length).map(([title, facet, rows]) =>
      group(title, rows, state[facet], (values) => choose({ [facet]: values }), opened.includes(title))));
    node.hidden = !groups.children.length && years.node.hidden;
    if (focused) [...groups.querySelectorAll("button")].find((each) => each.dataset.facet === focused)?.focus();
  }

  return { node, update };
}

/**
 * A chip per chosen filter, which removes it.
 * @param {SearchState} state
 * @param {(slug: string) => string} venueName
 * @param {Choose} choose
 */
export function chips({ year, venue, tag, has }, venueName, choose) {
  /** @type {(label: string, without: Partial<SearchState>, about?: string) => HTMLElement} */
  const chip = (label, without, about = `Remove filter ${label}`) =>
    button(`${label} ×`, () => choose(without), { class: "chip", "aria-label": about });
  const chosen = [
    ...(year ? [chip(year[0] === year[1] ? `${year[0]}` : year.join(" – "), { year: null })] : []),
    ...venue.map((each) => chip(venueName(each), { venue: toggled(venue, each) })),
    ...tag.map((each) => chip(`#${each}`, { tag: toggled(tag, each) })),
    ...has.map((each) => chip(HAS[each] ?? each, { has: toggled(has, each) })),
  ];
  if (chosen.length > 1) chosen.push(chip("Clear all", { year: null, venue: [], tag: [], has: [] }, "Clear all"));
  return chosen;
}
