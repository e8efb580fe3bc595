// Plain citations of a CSL item: APA (7th edition) and IEEE (reference guide of 2023).
import { date, doiAddress, filled } from "./item.js";

const MONTHS = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];
const GENRES = { dataset: "Data set", software: "Computer software" };
const MOST_APA = 20;
const MOST_IEEE = 6;

const stopped = (text) => (/[.?!]$/.test(text) || !text ? text : text + ".");
const range = (item) => (item.page ?? "").replaceAll("-", "–");
const pageWord = (pages) => (pages.includes("–") ? "pp." : "p.");
const inBook = (item) => item.type === "paper-conference" || item.type === "chapter";

// "Jean-Luc Q." -> "J.-L. Q."; scripts without case stay whole.
const initials = (given) =>
  given.split(" ").map((word) => word.split("-").map(initial).join("-")).join(" ");

function initial(name) {
  const letter = name.match(/\p{L}/u)?.[0] ?? "";
  return letter.toUpperCase() === letter.toLowerCase() ? name : letter.toUpperCase() + ".";
}

export function apa(item) {
  const names = apaNames((item.author ?? []).map((name) =>
    name.literal ?? filled(name.family, initials(name.given), name.suffix).join(", ")));
  const title = item.title + remark(item);
  const year = `(${date(item)[0]})`;
  const parts = filled(...(names ? [names, year, title] : [title, year]), source(item));
  return filled(...parts.map(stopped), item.DOI ? doiAddress(item.DOI) : item.URL).join(" ");
}

function apaNames(names) {
  if (names.length < 2) return names.join("");
  if (names.length > MOST_APA) return `${names.slice(0, MOST_APA - 1).join(", ")}, . . . ${names.at(-1)}`;
  return `${names.slice(0, -1).join(", ")}, & ${names.at(-1)}`;
}

function remark({ type, custom = {}, publisher, number, edition }) {
  if (type === "article" && custom.arxiv) return ` (arXiv:${custom.arxiv})`;
  if (type === "thesis") return ` [${filled("Thesis", publisher).join(", ")}]`;
  if (type === "report" && number) return ` (Report No. ${number})`;
  if (type === "book" && edition) return ` (${edition} ed.)`;
  return GENRES[type] ? ` [${GENRES[type]}]` : "";
}

function source(item) {
  const { type, custom = {}, publisher = "", volume = "", issue } = item;
  const container = item["container-title"] ?? "";
  const pages = range(item);
  if (type === "article-journal") return filled(container, volume + (issue ? `(${issue})` : ""), pages).join(", ");
  if (inBook(item)) {
    const where = pages ? ` (${pageWord(pages)} ${pages})` : "";
    return filled(container && `In ${container}${where}`, publisher).join(". ");
  }
  if (type === "article") return container || (custom.arxiv ? "arXiv" : publisher);
  return type === "thesis" ? "" : publisher;
}

export function ieee(item) {
  const { type, custom = {}, publisher, title } = item;
  const [year, month] = date(item);
  const names = ieeeNames((item.author ?? []).map((name) =>
    name.literal ?? filled(initials(name.given), name.family, name.suffix).join(" ")));
  const when = month && type === "article-journal" ? `${MONTHS[month - 1]} ${year}` : String(year);
  const container = item["container-title"];
  const pages = range(item);
  const page = pages && `${pageWord(pages)} ${pages}`;
  const volume = item.volume && `vol. ${item.volume}`;
  let parts = [type === "thesis" ? "thesis" : GENRES[type], publisher, when];
  if (type === "article-journal") parts = [container, volume, item.issue && `no. ${item.issue}`, page, when];
  else if (inBook(item)) parts = [container && `in ${container}`, volume, publisher, when, page];
  else if (type === "article") parts = [container, when, custom.arxiv && `arXiv:${custom.arxiv}`];
  else if (type === "report") parts = [publisher, item.number && `Rep. ${item.number}`, when];
  const quoted = /[?!]$/.test(title) ? `“${title}”` : `“${title},”`;
  const online = item.URL && !item.DOI ? ` [Online]. Available: ${item.URL}` : "";
  const rest = stopped(filled(...parts, item.DOI && `doi: ${item.DOI}`).join(", "));
  return `${filled(names, quoted).join(", ")} ${rest}${online}`;
}

function ieeeNames(names) {
  if (names.length > MOST_IEEE) return `${names[0]} et al.`;
  if (names.length < 3) return names.join(" and ");
  return `${names.slice(0, -1).join(", ")}, and ${names.at(-1)}`;
}
