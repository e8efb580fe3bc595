// The files of an index, each read once and only when a query needs it.

import { inflated, isWhole, Reader, slice } from "./binary.js";

/** @typedef {import("./binary.js").Postings} Postings */
/** @typedef {{ id: string, url: string, title: string, authors: string[], venue: string, date: string, neighbours: number[] }} Card */
/** @typedef {[id: string, title: string, authors: string[], venue: string, date: string, neighbours: number[]]} CardRow */
/** @typedef {{ dates: number[], venues: number[], flags: number[], votes: number[], added: number[] }} Columns */
/** @typedef {{ name: string, papers: number[] }[]} Tags */

/**
 * Numbers of matching and ranking: generator/papershelf/search/tuning.py says what each is.
 * @typedef {{ k1: number, b: number, bonus: number, stemmed: number, coauthor: number, reranked: number, linked: number,
 *   covered: number, adjacent: number, begins: number, corrections: number, rare: number, doubted: number, gain: number,
 *   same_first: number, completions: number, letters: number, short: number, phrases: number, longest: number,
 *   clauses: number, typed: number, named: number, files: number, share: number, quoting: number, pieces: number }} Tuning
 */
/** @typedef {{ firsts: string, names: string }} Listing */
/**
 * @typedef {{ format: number, papers: number, language: string, stop: string, endings: string, texts: string,
 *   average: number, boosts: Record<string, number>, tuning: Tuning, layout: [string, number][],
 *   parts: Record<string, string[]>, fields: string[], filters: Record<string, string>, flags: string[],
 *   symbols: Record<string, string>, spellings: import("./spelling.js").Spellings, spoken: Record<string, string>, years: [number, number],
 *   known: { mark: string, said: string[], guessed: string[], most: number }, venues: string[][], group: number, block: number, files: Record<string, string>, cards: string,
 *   root: string, routes: Record<string, string>, terms: Listing, sizes: string, forwards: Listing, backwards: Listing }} Manifest
 */
/** @typedef {Awaited<ReturnType<typeof openFiles>>} Files */

const FORMAT = 7; // of the index, as search/index.py writes it
const CHUNK = 8; // hex digits of a digest
/** @type {Record<string, string>} */
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " " };

/**
 * Reads a file of the index, past the browser's caches if `fresh`.
 * @typedef {(path: string, fresh?: boolean) => Promise<ArrayBuffer>} Read
 */

/** @param {Read} read */
export async function openFiles(read) {
  /** @type {(buffer: ArrayBuffer | Uint8Array) => string} */
  const string = (buffer) => new TextDecoder().decode(buffer);
  /** @type {(buffer: ArrayBuffer | Uint8Array) => unknown} */
  const json = (buffer) => JSON.parse(string(buffer));

  /**
   * A file as `decode` makes it; one that is damaged is read once more, past caches.
   * @template T
   * @param {string} path
   * @param {(buffer: ArrayBuffer) => T | Promise<T>} decode
   */
  async function sound(path, decode) {
    const buffer = await read(path);
    try {
      return await decode(buffer);
    } catch {
      const again = await read(path, true);
      try {
        return await decode(again);
      } catch {
        throw new Error(`A file of the search index is damaged (${path}).`);
      }
    }
  }
  const manifest = await sound("manifest.json", (buffer) => {
    const read = /** @type {Manifest} */ (json(buffer));
    // One of an earlier format may have no checksum.
    if ((read.format === FORMAT || "checksum" in read) && !isWhole(new Uint8Array(buffer))) throw new Error();
    return read;
  });
  if (manifest.format !== FORMAT) throw new Error("The search index has another format than this page: reload the page.");
  /** @type {(names: string, at: number) => string} */
  const cut = (names, at) => names.slice(at * CHUNK, at * CHUNK + CHUNK);
  /** @type {(name: string, id: string) => string} */
  const address = (name, id) => manifest.routes[name].replaceAll("{0}", id);
  const kept = new Map();

  /**
   * A failed read is forgotten, so that asking again tries again.
   * @template T
   * @param {string} key
   * @param {() => Promise<T>} load
   * @returns {Promise<T>}
   */
  function once(key, load) {
    if (!kept.has(key)) {
      const promise = load();
      kept.set(key, promise);
      promise.catch(() => kept.delete(key));
    }
    return kept.get(key);
  }
  /**
   * @template T
   * @param {string} path
   * @param {(bytes: Uint8Array) => T} decode
   */
  const file = (path, decode) => once(path, () => sound(path, async (buffer) => decode(await inflated(buffer))));
  /**
   * @template T
   * @param {string} name
   * @param {(bytes: Uint8Array) => T} decode
   */
  const named = (name, decode) => file(`${name}-${manifest.files[name]}.bin`, decode);

  /**
   * A sorted list in files, given what each begins with and how it is named.
   * @template T
   * @param {"terms" | "forwards" | "backwards"} folder
   * @param {(bytes: Uint8Array) => Map<string, T>} decode
   */
  function list(folder, decode) {
    const { firsts, names } = manifest[folder], begins = firsts.split(" ");
    const load = async (/** @type {number} */ at) => (names ? file(`${folder}/${cut(names, at)}.bin`, decode) : new Map());
    function numberOf(/** @type {string} */ term) {
      let low = 0, high = begins.length;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (begins[middle] <= term) low = middle;
        else high = middle;
      }
      return low;
    }
    return {
      numberOf,
      one: async (/** @type {string} */ term) => (await load(numberOf(term))).get(term),
      /**
       * All that begin with `prefix`.
       * @param {string} prefix
       */
      async all(prefix) {
        const first = numberOf(prefix), count = numberOf(prefix + "\uffff") - first + 1;
        const parts = await Promise.all(Array.from({ length: count }, (_, at) => load(first + at)));
        return parts.flatMap((part) => [...part].filter(([term]) => term.startsWith(prefix)));
      },
    };
  }
  const terms = list("terms", slice), forwards = list("forwards", sizes), backwards = list("backwards", sizes);

  /** @type {(suffix: string) => Promise<[string, number][]>} */
  const ending = async (suffix) => (await backwards.all(reversed(suffix))).map(([term, size]) => [reversed(term), size]);

  return {
    manifest,

    /**
     * Every term of `wanted` that exists, with its postings.
     * @param {string[]} wanted
     */
    async postings(wanted) {
      const lists = await Promise.all(wanted.map(terms.one));
      return new Map(wanted.flatMap((term, at) => {
        const postings = lists[at];
        return postings ? [/** @type {const} */ ([term, postings])] : [];
      }));
    },

    affordable: manifest.tuning.files - Math.floor(manifest.sizes.length / manifest.tuning.share),

    /**
     * What it costs to read the files of postings that some terms are in.
     * @param {string[]} wanted
     */
    cost(wanted) {
      const places = new Set(wanted.map(terms.numberOf));
      return [...places].reduce((sum, place) => sum + (1 << Math.max(0, Number(manifest.sizes[place] ?? 0) - 1)), 0);
    },

    /**
     * The terms that begin with `prefix`, and the binary digits of the number of their papers.
     * @param {string} prefix
     */
    longer: forwards.all,
    /** All terms likewise, or null where they are too many to read. */
    everyTerm: async () => (manifest.forwards.names.length > manifest.tuning.pieces * CHUNK ? null : forwards.all("")),
    ending,

    /**
     * The terms that share their first or last letters with `word`, and the binary digits of the number of their papers.
     * @param {string} word
     * @returns {Promise<Map<string, number>>}
     */
    async like(word) {
      const { letters: long, short } = manifest.tuning;
      const letters = [...word], most = letters.length < short ? long - 1 : long;
      const [same, other] = await Promise.all([forwards.all(letters.slice(0, most).join("")), ending(letters.slice(-most).join(""))]);
      return new Map([...same, ...other]);
    },

    lengths: () => named("lengths", (bytes) => bytes),
    columns: () => named("columns", (bytes) => columns(bytes, manifest.papers)),
    tags: () => named("tags", tags),

    /**
     * @param {number} paper
     * @returns {Promise<Card>}
     */
    async card(paper) {
      const at = Math.floor(paper / manifest.group), block = Math.floor(at / manifest.block);
      const path = `cards/${cut(manifest.cards, block)}/${at % manifest.block}.bin`;
      const cards = await file(path, (bytes) => /** @type {CardRow[]} */ (json(bytes)));
      const [id, title, authors, venue, date, neighbours] = cards[paper % manifest.group];
      return { id, url: address("paper", id), title, authors, venue, date, neighbours };
    },

    /**
     * A paper's abstract, from its page or from the CSL-JSON beside it; empty where that cannot be had.
     * @param {string} id
     * @returns {Promise<string>}
     */
    abstract: (id) => once(id, async () => manifest.texts === "page"
      ? abstractIn(string(await read(`${manifest.root}${address("paper", id)}index.html`)))
      : /** @type {CslItem[]} */ ([json(await read(manifest.root + address("paper_json", id)))].flat())[0]?.abstract ?? "").catch(() => ""),
  };
}

/**
 * The text of the element below a page's heading "Abstract".
 * @param {string} page
 */
function abstractIn(page) {
  const html = page.match(/<h2>Abstract<\/h2>[^]*?<div class="?text"?>([^]*?)<\/div>/)?.[1] ?? "";
  return html.replace(/<(?:"[^"]*"|[^">])*>/g, "").replace(/&(?:#(x?)(\w+)|(\w+));/gi, (all, hex, number, name) =>
    name ? (ENTITIES[name] ?? all) : String.fromCodePoint(parseInt(number, hex ? 16 : 10))).replace(/\s+/g, " ").trim();
}

const reversed = (/** @type {string} */ text) => [...text].reverse().join("");

/** @param {Uint8Array} bytes */
function sizes(bytes) {
  const reader = new Reader(bytes);
  return new Map(reader.words().map((term, at) => /** @type {const} */ ([term, bytes[reader.at + at]])));
}

/**
 * @param {Uint8Array} bytes
 * @param {number} papers
 * @returns {Columns}
 */
function columns(bytes, papers) {
  const reader = new Reader(bytes);
  const dates = () => {
    let date = 0;
    return reader.varints(papers).map((step) => (date += step % 2 ? -(step + 1) / 2 : step / 2));
  };
  return { dates: dates(), venues: reader.varints(papers), flags: reader.varints(papers), votes: reader.varints(papers), added: dates() };
}

/**
 * @param {Uint8Array} bytes
 * @returns {Tags}
 */
function tags(bytes) {
  const reader = new Reader(bytes), names = /** @type {string[]} */ (JSON.parse(reader.line()));
  return names.map((name) => {
    let paper = 0;
    return { name, papers: reader.varints(reader.varint()).map((gap) => (paper += gap)) };
  });
}
