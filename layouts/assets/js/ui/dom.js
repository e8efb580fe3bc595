// Finding and making elements, and words that several show. Text always becomes a text node, so nothing a record or a
// reader says is ever markup.

/**
 * The first element of a selector, of a kind, which the layouts promise (see their README).
 * @template {Element} Kind
 * @param {string} selector
 * @param {new () => Kind} kind
 * @param {ParentNode} [place]
 */
export function one(selector, kind, place = document) {
  const found = place.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`This page has no ${selector}.`);
}

/**
 * An element; properties are attributes (true: present, false and null: absent) or, as functions, listeners.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {ElementProperties} [properties]
 * @param {(ElementChild | ElementChild[])[]} children
 */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === "function") made.addEventListener(key, /** @type {EventListener} */ (value));
    else if (value !== false && value != null) made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...children.flat().flatMap((child) => child || []));
  return made;
}

/**
 * @param {ElementChild | ElementChild[]} label
 * @param {(event: MouseEvent) => void} click
 * @param {ElementProperties} [properties]
 */
export const button = (label, click, properties) => element("button", { type: "button", click, ...properties }, label);

/**
 * [plain, marked, plain, ...], as the engine gives titles and excerpts.
 * @param {string[]} parts
 */
export const marked = (parts) => parts.map((part, at) => (at % 2 ? element("mark", {}, part) : part));

/**
 * A text in the form in which two are compared: lower case without diacritics.
 * @param {string} text
 */
export const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

/** @param {number} count */
export const papers = (count) => `${count.toLocaleString("en")} ${count === 1 ? "paper" : "papers"}`;

const MONTHS = "January February March April May June July August September October November December".split(" ");

/**
 * "2020-03-01" as the pages write it: "1 March 2020".
 * @param {string} date
 */
export function spoken(date) {
  const [year, month, day] = date.split("-");
  return [day && Number(day), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
}

/**
 * "Ada Lovelace, Alan Turing, Grace Hopper and 4 more · NeurIPS 2020 · 1 March 2020"
 * @param {Pick<ListedPaper, "authors" | "venue" | "date">} paper
 */
export function byline({ authors, venue, date }) {
  const more = authors.length > 4 ? ` and ${authors.length - 3} more` : "";
  const names = authors.slice(0, more ? 3 : 4).join(", ") + more;
  return [names, venue, date && spoken(date)].filter(Boolean).join(" · ");
}

/** @type {HTMLElement | undefined} */
let region;

/**
 * Tells screen readers what a glance would show.
 * @param {string} text
 */
export function say(text) {
  if (!region) document.body.append((region = element("p", { class: "unseen", role: "status" })));
  region.textContent = text;
}

/**
 * What a button says for a moment after it did its work.
 * @param {HTMLElement} button
 * @param {string} text
 */
export function flash(button, text) {
  const before = (button.dataset.label ??= button.textContent ?? "");
  button.textContent = text;
  say(text);
  clearTimeout(Number(button.dataset.timer));
  button.dataset.timer = String(setTimeout(() => (button.textContent = before), 2000));
}
