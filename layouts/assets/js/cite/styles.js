// Plain citations of a CSL item: APA (7th edition) and IEEE (reference guide of 2023).
import { date, doiAddress, filled, workType } from "./item.js";

const MONTHS = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];
const MOST_APA = 20;
const MOST_IEEE = 6;

/** @param {string} text */
const stopped = (text) => (/[.?!]$/.test(text) || !text ? text : text + ".");
/** @param {CslItem} item */
const range = (item) => (item.page ?? "").replaceAll("-", "–");
/** @param {string} pages */
const pageWord = (pages) => (pages.includes("–") ? "pp." : "p.");

/**
 * "Jean-Luc Q." -> "J.-L. Q."; scripts without case stay whole.
 * @param {string} given
 */
const initials = (given) =>
  given.split(" ").map((word) => word.split("-").map(initial).join("-")).join(" ");

/** @param {string} name */
function initial(name) {
  const letter = name.match(/\p{L}/u)?.[0] ?? "";
  return letter.toUpperCase() === letter.toLowerCase() ? name : letter.toUpperCase() + ".";
}

/** @param {CslItem} item */
export function apa(item) {
  const names = apaNames((item.author ?? []).map((name) =>
    name.literal ?? filled(name.family, initials(name.given), name.suffix).join(", ")));
  const title = item.title + apaRemark(item);
  const year = `(${date(item)[0]})`;
  const parts = filled(...(names ? [names, year, title] : [title, year]), source(item));
  return filled(...parts.map(stopped), item.DOI ? doiAddress(item.DOI) : item.URL).join(" ");
}

/** @param {string[]} names */
function apaNames(names) {
  if (names.length < 2) return names.join("");
  if (names.length > MOST_APA) return `${names.slice(0, MOST_APA - 1).join(", ")}, . . . ${names.at(-1)}`;
  return `${names.slice(0, -1).join(", ")}, & ${names.at(-1)}`;
}

/** @param {CslItem} item */
function apaRemark(item) {
  const { custom = {}, publisher, number, edition } = item;
  const { citation, remark } = workType(item);
  if (citation === "preprint" && custom.arxiv) return ` (arXiv:${custom.arxiv})`;
  if (citation === "thesis") return ` [${filled("Thesis", publisher).join(", ")}]`;
  if (citation === "report" && number) return ` (Report No. ${number})`;
  if (citation === "book" && edition) return ` (${edition} ed.)`;
  return remark && ` [${remark}]`;
}

/** @param {CslItem} item */
function source(item) {
  const { custom = {}, publisher = "", volume = "", issue } = item;
  const { citation } = workType(item);
  const container = item["container-title"] ?? "";
  const pages = range(item);
  if (citation === "journal") return filled(container, volume + (issue ? `(${issue})` : ""), pages).join(", ");
  if (citation === "in-book") {
    const where = pages ? ` (${pageWord(pages)} ${pages})` : "";
    return filled(container && `In ${container}${where}`, publisher).join(". ");
  }
  if (citation === "preprint") return container || (custom.arxiv ? "arXiv" : publisher);
  return citation === "thesis" ? "" : publisher;
}

/** @param {CslItem} item */
export function ieee(item) {
  const { custom = {}, publisher, title } = item;
  const { citation, remark } = workType(item);
  const [year, month] = date(item);
  const names = ieeeNames((item.author ?? []).map((name) =>
    name.literal ?? filled(initials(name.given), name.family, name.suffix).join(" ")));
  const when = month && citation === "journal" ? `${MONTHS[month - 1]} ${year}` : String(year);
  const container = item["container-title"];
  const pages = range(item);
  const page = pages && `${pageWord(pages)} ${pages}`;
  const volume = item.volume && `vol. ${item.volume}`;
  let parts = [citation === "thesis" ? "thesis" : remark, publisher, when];
  if (citation === "journal") parts = [container, volume, item.issue && `no. ${item.issue}`, page, when];
  else if (citation === "in-book") parts = [container && `in ${container}`, volume, publisher, when, page];
  else if (citation === "preprint") parts = [container, when, custom.arxiv && `arXiv:${custom.arxiv}`];
  else if (citation === "report") parts = [publisher, item.number && `Rep. ${item.number}`, when];
  const quoted = /[?!]$/.test(title) ? `“${title}”` : `“${title},”`;
  const online = item.URL && !item.DOI ? ` [Online]. Available: ${item.URL}` : "";
  const rest = stopped(filled(...parts, item.DOI && `doi: ${item.DOI}`).join(", "));
  return `${filled(names, quoted).join(", ")} ${rest}${online}`;
}

/** @param {string[]} names */
function ieeeNames(names) {
  if (names.length > MOST_IEEE) return `${names[0]} et al.`;
  if (names.length < 3) return names.join(" and ");
  return `${names.slice(0, -1).join(", ")}, and ${names.at(-1)}`;
}
