// The reading list, kept in this browser: what is in storage or in a file is checked before it is believed.

import { root } from "../routes.js";

// Sites of one host share its storage, so the key holds the site's path.
const KEY = `papershelf-reading-list:${root.pathname}`;
const FORMAT = "papershelf reading list";
const ID = /^[a-z0-9]+([.-]+[a-z0-9]+)*$/;
const MOST = 10_000;

/** @type {ShelfEntry[]} */
let unkept = []; // stands in where storage is switched off

// Entries, the newest first.
export function entries() {
  try {
    const text = localStorage.getItem(KEY);
    return text ? understood(text) : [];
  } catch {
    return unkept;
  }
}

/** @param {string} id */
export const isSaved = (id) => entries().some((entry) => entry.id === id);

/** @param {ListedPaper | ShelfEntry} paper */
export function save(paper) {
  const entry = { saved: new Date().toISOString().slice(0, 10), read: false, note: "", ...paper };
  keep([entry, ...entries().filter(({ id }) => id !== paper.id)]);
}

/** @param {string} id */
export const remove = (id) => keep(entries().filter((entry) => entry.id !== id));

/**
 * @param {string} id
 * @param {Partial<ShelfEntry>} changes
 */
export const change = (id, changes) => keep(entries().map((entry) => (entry.id === id ? { ...entry, ...changes } : entry)));

/**
 * Runs whenever the list changes, in this page or another.
 * @param {() => void} run
 */
export function onChange(run) {
  addEventListener("storage", ({ key }) => key === KEY && run());
  addEventListener("reading-list", run);
}

/** @param {ShelfEntry[]} list */
function keep(list) {
  unkept = list;
  try {
    localStorage.setItem(KEY, written(list));
  } catch {
    // Storage is full or switched off: the list lasts as long as the page.
  }
  dispatchEvent(new Event("reading-list"));
}

/** @param {ShelfEntry[]} list */
export const written = (list) => JSON.stringify({ format: FORMAT, version: 1, papers: list }, null, 1) + "\n";

/**
 * A file's entries, checked; throws an Error with a sentence for the reader.
 * @param {string} text
 */
export function understood(text) {
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    throw new Error("This file is not JSON.");
  }
  if (data?.format !== FORMAT || !Array.isArray(data.papers)) throw new Error("This file is not a reading list.");
  const papers = /** @type {unknown[]} */ (data.papers), seen = new Set();
  return papers.slice(0, MOST).map(entry).filter(({ id }) => ID.test(id) && !seen.has(id) && seen.add(id));
}

/**
 * @param {unknown} value
 * @returns {string}
 */
const line = (value, most = 1000) => (typeof value === "string" ? value.slice(0, most) : "");

/**
 * @param {unknown} value
 * @param {RegExp} form
 */
const date = (value, form) => (form.test(line(value)) ? line(value) : "");

/**
 * @param {unknown} value
 * @returns {ShelfEntry}
 */
function entry(value) {
  const { id, title, authors, venue, date: day, saved, read, note } = /** @type {Record<string, unknown>} */ (Object(value));
  return {
    id: line(id, 200),
    title: line(title) || line(id, 200),
    authors: Array.isArray(authors) ? authors.slice(0, 100).map((name) => line(name, 200)).filter(Boolean) : [],
    venue: line(venue),
    date: date(day, /^\d{4}(-\d\d){0,2}$/),
    saved: date(saved, /^\d{4}-\d\d-\d\d$/),
    read: read === true,
    note: line(note, 20_000),
  };
}

/**
 * Adds entries of a file: nothing that is here is lost, and adding them again changes nothing.
 * @param {ShelfEntry[]} added
 */
export function merge(added) {
  const list = entries();
  const here = new Map(list.map((each) => [each.id, each]));
  const fresh = added.filter(({ id }) => !here.has(id));
  for (const { id, read, note } of added) {
    const own = here.get(id);
    if (own) Object.assign(own, { read: own.read || read, note: joined(own.note, note) });
  }
  keep([...fresh, ...list]);
  return fresh.length;
}

/**
 * @param {string} own
 * @param {string} other
 */
function joined(own, other) {
  if (own.includes(other)) return own;
  return other.includes(own) ? other : `${own}\n\n${other}`;
}
