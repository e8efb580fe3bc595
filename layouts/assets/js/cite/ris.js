// A CSL item as an RIS reference.
import { date, tags, two, workType } from "./item.js";

/** @param {CslName} name */
const name = ({ literal, family, given, suffix }) =>
  literal?.replaceAll(",", "") ?? [family, given, suffix].filter(Boolean).join(", ");

/**
 * A line for each value.
 * @param {string} tag
 * @param {string[]} values
 * @returns {[tag: string, value: string][]}
 */
const under = (tag, values) => values.map((value) => [tag, value]);

/** @param {CslItem} item */
export function ris(item) {
  const custom = item.custom ?? {};
  const work = workType(item);
  const [year, ...rest] = date(item).map(two);
  const [first, ...last] = (item.page ?? "").split("-");
  /** @type {[tag: string, value: string | false | undefined][]} */
  const lines = [
    ["TY", work.ris],
    ["M3", item.genre],
    ["ID", item.id],
    ...under("AU", (item.author ?? []).map(name)),
    ...under("A2", (item.editor ?? []).map(name)),
    ["TI", item.title],
    [work.risContainer, item["container-title"]],
    ["PY", year],
    ["DA", rest.length > 0 && [year, ...rest, "", ""].slice(0, 3).join("/") + "/"],
    ["VL", item.volume],
    ["IS", item.issue],
    ["T3", item["collection-title"]],
    ["ET", item.edition],
    ["CY", item["publisher-place"]],
    ["DO", item.DOI],
    ["LA", item.language],
    ["ST", item["title-short"]],
    ["OP", item["original-title"]],
    ["N1", item.note],
    ["SP", first.trim()],
    ["EP", last.join("-").replace(/^[- ]+|[- ]+$/g, "")],
    ["C7", custom.article_number],
    ["PB", item.publisher],
    [work.risNumber, item.number],
    ["SN", (work.risNumber !== "SN" || !item.number) && (item.ISBN ?? item.ISSN)],
    ["AN", custom.arxiv && "arXiv:" + custom.arxiv],
    ["UR", item.URL],
    ["L1", custom.pdf?.includes("://") && custom.pdf],
    ...under("KW", tags(item.keyword)),
    ["AB", item.abstract],
  ];
  const text = lines.map(([tag, value]) => value ? `${tag}  - ${value.replace(/\r\n|\r|\n/g, " ")}\r\n` : "");
  return text.join("") + "ER  - \r\n";
}
