// The files of an index, each read once and only when a query needs it.

import { inflated, Reader, slice } from "./binary.js";

const CHUNK = 8; // hex digits of a digest
const SHORT = 7; // letters of a word that need share but two with another
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " " };

export async function openFiles(read) {
  const string = (buffer) => new TextDecoder().decode(buffer), json = (buffer) => JSON.parse(string(buffer));
  const manifest = json(await read("manifest.json"));
  if (manifest.format !== 3) throw new Error("The search index has another format than this page: reload the page.");
  const cut = (names, at) => names.slice(at * CHUNK, at * CHUNK + CHUNK);
  const address = (name, id) => manifest.routes[name].replaceAll("{0}", id);
  const kept = new Map();

  // A failed read is forgotten, so that asking again tries again.
  function once(key, load) {
    if (!kept.has(key)) {
      const promise = load();
      kept.set(key, promise);
      promise.catch(() => kept.delete(key));
    }
    return kept.get(key);
  }
  const file = (path, decode) => once(path, async () => decode(await inflated(await read(path))));
  const named = (name, decode) => file(`${name}-${manifest.files[name]}.bin`, decode);

  // A sorted list in files, given what each begins with and how it is named.
  function list(folder, decode) {
    const { firsts, names } = manifest[folder], begins = firsts.split(" ");
    const load = async (at) => (names ? file(`${folder}/${cut(names, at)}.bin`, decode) : new Map());
    function numberOf(term) {
      let low = 0, high = begins.length;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (begins[middle] <= term) low = middle;
        else high = middle;
      }
      return low;
    }
    return {
      one: (term) => load(numberOf(term)),
      // All that begin with `prefix`; `near` looks no further than the file where they begin.
      async all(prefix, near) {
        const first = numberOf(prefix), count = near ? 1 : numberOf(prefix + "\uffff") - first + 1;
        const parts = await Promise.all(Array.from({ length: count }, (_, at) => load(first + at)));
        return parts.flatMap((part) => [...part].filter(([term]) => term.startsWith(prefix)));
      },
    };
  }
  const terms = list("terms", slice), forwards = list("forwards", sizes), backwards = list("backwards", sizes);

  return {
    manifest,

    // Every term of `wanted` that exists, as Map(term -> postings).
    async postings(wanted) {
      const found = await Promise.all(wanted.map(async (term) => [term, (await terms.one(term)).get(term)]));
      return new Map(found.filter(([, postings]) => postings));
    },

    prefixed: terms.all,
    everyTerm: async () => (await forwards.all("")).map(([term]) => term),

    // The terms that share their first or last letters with `word`, as Map(term -> binary digits of its papers' number).
    async like(word) {
      const letters = [...word], most = letters.length < SHORT ? 2 : 3;
      const [same, other] = await Promise.all([
        forwards.all(letters.slice(0, most).join("")), backwards.all(reversed(letters.slice(-most).join("")))]);
      return new Map([...same, ...other.map(([term, size]) => [reversed(term), size])]);
    },

    lengths: () => named("lengths", (bytes) => bytes),
    columns: () => named("columns", (bytes) => columns(bytes, manifest.papers)),
    tags: () => named("tags", tags),

    async card(paper) {
      const at = Math.floor(paper / manifest.group), block = Math.floor(at / manifest.block);
      const path = `cards/${cut(manifest.cards, block)}/${at % manifest.block}.bin`;
      const cards = await file(path, (bytes) => json(bytes));
      const [id, title, authors, venue, date, neighbours] = cards[paper % manifest.group];
      return { id, url: address("paper", id), title, authors, venue, date, neighbours };
    },

    // A paper's abstract, from its page or from the CSL-JSON beside it; empty where that cannot be had.
    abstract: (id) => once(id, async () => manifest.texts === "page"
      ? shown(string(await read(`${manifest.root}${address("paper", id)}index.html`)))
      : [json(await read(manifest.root + address("paper_json", id)))].flat()[0]?.abstract ?? "").catch(() => ""),
  };
}

// The text of the element below a page's heading "Abstract".
function shown(page) {
  const html = page.match(/<h2>Abstract<\/h2>[^]*?<div class="?text"?>([^]*?)<\/div>/)?.[1] ?? "";
  return html.replace(/<(?:"[^"]*"|[^">])*>/g, "").replace(/&(?:#(x?)(\w+)|(\w+));/gi, (all, hex, number, name) =>
    name ? (ENTITIES[name] ?? all) : String.fromCodePoint(parseInt(number, hex ? 16 : 10))).replace(/\s+/g, " ").trim();
}

const reversed = (text) => [...text].reverse().join("");

function sizes(bytes) {
  const reader = new Reader(bytes);
  return new Map(reader.words().map((term, at) => [term, bytes[reader.at + at]]));
}

function columns(bytes, papers) {
  const reader = new Reader(bytes);
  let date = 0;
  const dates = reader.varints(papers).map((step) => (date += step % 2 ? -(step + 1) / 2 : step / 2));
  return { dates, venues: reader.varints(papers), flags: reader.varints(papers), votes: reader.varints(papers) };
}

function tags(bytes) {
  const reader = new Reader(bytes), names = JSON.parse(reader.line());
  return names.map((name) => {
    let paper = 0;
    return { name, papers: reader.varints(reader.varint()).map((gap) => (paper += gap)) };
  });
}
