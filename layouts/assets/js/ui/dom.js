// Making elements. Text always becomes a text node, so nothing a record or a reader says is ever markup.

// An element; properties are attributes (true: present, false and null: absent) or, as functions, listeners.
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value !== false && value != null) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child != null && child !== false));
  return made;
}

export const button = (label, click, properties = {}) => element("button", { type: "button", click, ...properties }, label);

// [plain, marked, plain, ...], as the engine gives titles and excerpts.
export const marked = (parts) => parts.map((part, at) => (at % 2 ? element("mark", {}, part) : part));

export const plural = (count, one, many = `${one}s`) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

const MONTHS = "January February March April May June July August September October November December".split(" ");

// "2020-03-01" as the pages write it: "1 March 2020".
export function spoken(date) {
  const [year, month, day] = date.split("-");
  return [day && Number(day), month && MONTHS[month - 1], year].filter(Boolean).join(" ");
}

// "Ada Lovelace, Alan Turing, Grace Hopper and 4 more · NeurIPS 2020 · 1 March 2020"
export function byline({ authors, venue, date }) {
  const more = authors.length > 4 ? ` and ${authors.length - 3} more` : "";
  const names = authors.slice(0, more ? 3 : 4).join(", ") + more;
  return [names, venue, date && spoken(date)].filter(Boolean).join(" · ");
}

let region;

// Tells screen readers what a glance would show.
export function say(text) {
  if (!region) document.body.append((region = element("p", { class: "unseen", role: "status" })));
  region.textContent = text;
}

// What a button says for a moment after it did its work.
export function flash(button, text) {
  const before = (button.dataset.label ??= button.textContent);
  button.textContent = text;
  say(text);
  clearTimeout(Number(button.dataset.timer));
  button.dataset.timer = setTimeout(() => (button.textContent = before), 2000);
}
