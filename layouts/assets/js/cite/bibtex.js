// A CSL item as a BibTeX entry.
import { date, splitParticle, two, workType } from "./item.js";
import { MONTHS } from "./tables.js";

const MATH = /((?<!\\)\$(?:\\.|[^\\$])+\$)/su; // splitting by it leaves formulas at the odd places
/** @type {Record<string, string>} */
const WORDS = { "~": "textasciitilde", "^": "textasciicircum", "\\": "textbackslash", "{": "textbraceleft", "}": "textbraceright", "\x60": "textasciigrave" };
/** @param {string} char */
const one = (char) => (char in WORDS ? `\\${WORDS[char]}{}` : "\\" + char);
const escape = (text = "") => text.replace(/[%&#_~^$\\{}\x60]/g, one);

/** @param {string} word */
function hasCase(word) {
  const rest = [...word].slice(1).join("");
  return rest ? rest !== rest.toLowerCase() : word !== word.toLowerCase() && word !== "A";
}

/**
 * Capitals that styles would lower (BERT, 3D, Q) go in braces.
 * @param {string} title
 */
function protect(title) {
  if (title === title.toUpperCase() && title !== title.toLowerCase()) return title;
  return title.split(MATH).map((part, i) => {
    let depth = 0;
    return i % 2 ? part : part.replace(/[{}]|(?:\\textasciicircum\{\}|\\_)[\p{L}\p{N}_]+|\\[A-Za-z]+|\\.|[\p{L}\p{N}_]+|[^\p{L}\p{N}_{}\\]+/gsu, (piece) => {
      depth += Number(piece === "{") - Number(piece === "}");
      return depth === 0 && /[\p{L}\p{N}_]$/u.test(piece) && hasCase(piece) ? `{${piece}}` : piece;
    });
  }).join("");
}

/** @param {CslName} name */
function name({ literal, family, given, suffix = "" }) {
  if (literal !== undefined) return `{${escape(literal)}}`;
  const [particle, rest] = splitParticle(family);
  const lower = rest.split(" ").some((word) => [...word][0] !== [...word][0].toUpperCase());
  const last = (particle ? guard(particle) + " " : "") + guard(rest, lower);
  return [last, guard(suffix), guard(given)].filter(Boolean).join(", ");
}

/**
 * A part of a name as BibTeX keeps it whole.
 * @param {string} part
 */
function guard(part, lower = false) {
  const text = escape(part);
  return lower || part.includes(",") || part.toLowerCase().split(" ").includes("and") ? `{${text}}` : text;
}

/**
 * @param {WorkType} work
 * @param {CslItem} item
 */
const told = (work, { genre }) => work.bibtexType || (work.citation === "thesis" && escape(genre));

/** @typedef {[field: string, value: string | number | false | undefined]} Field */

/**
 * Where it stands: a paper in a journal that counts no pages has a number.
 * @param {CslItem} item
 * @param {string} [number]
 * @returns {Field[]}
 */
const extent = ({ page = "" }, number) => [["eid", escape(number)], ["pages", page !== number && page.replaceAll("-", "--")]];

/**
 * Fields of its type of work.
 * @param {WorkType} work
 * @param {CslItem} item
 * @returns {Field[]}
 */
const further = (work, item) => work.bibtexFields.map(([field, variable]) => [field, escape(item[variable])]);

/** @param {CslItem} item */
export function bibtex(item) {
  const custom = item.custom ?? {};
  if (custom.bibtex) return custom.bibtex + "\n";
  const work = workType(item);
  const [year, month, day] = date(item);
  const event = work.bibtexEvent && item["event-title"];
  /** @type {Field[]} */
  const fields = [
    ["author", (item.author ?? []).map(name).join(" and ")],
    ["editor", (item.editor ?? []).map(name).join(" and ")],
    ["title", protect(custom.tex ?? escape(item.title))],
    ["origtitle", escape(item["original-title"])],
    ["subtitle", escape(custom.subtitle)],
    ["shorttitle", escape(item["title-short"])],
    [work.bibtexContainer, escape(item["container-title"])],
    ["year", String(year)],
    ["month", month && MONTHS[month - 1]],
    ["day", day && String(day)],
    ...further(work, item),
    ["type", told(work, item)],
    ["eventtitle", event && escape(event)],
    ["venue", event && escape(item["event-place"])],
    ["eventdate", event && (item["event-date"]?.["date-parts"] ?? []).map((parts) => parts.map(two).join("-")).join("/")],
    ...(work.bibtexPages ? extent(item, custom.article_number) : []),
    ["doi", item.DOI],
    ["eprint", custom.arxiv],
    ["eprinttype", custom.arxiv && "arxiv"],
    ["url", item.URL],
    ["language", item.language],
    ["pubstate", item.status],
    ["keywords", escape(item.keyword)],
    ["note", escape(item.note)],
    ["version", work.bibtexVersion && escape(item.version)],
    ["abstract", escape(item.abstract)],
  ];
  const lines = fields.filter(([, value]) => value)
    .map(([field, value]) => `  ${field} = ${field === "month" ? value : `{${value}}`},\n`);
  return `@${work.bibtex}{${item["citation-key"] ?? item.id},\n${lines.join("")}}\n`;
}
