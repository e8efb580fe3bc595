// A CSL item as an RIS reference.
import { date, tags, two, workType } from "./item.js";

const name = ({ literal, family, given, suffix }) =>
  literal?.replaceAll(",", "") ?? [family, given, suffix].filter(Boolean).join(", ");

export function ris(item) {
  const custom = item.custom ?? {};
  const work = workType(item);
  const [year, ...rest] = date(item).map(two);
  const [first, ...last] = (item.page ?? "").split("-");
  const lines = [
    ["TY", work.ris],
    ["M3", item.genre],
    ["ID", item.id],
    ...(item.author ?? []).map((author) => ["AU", name(author)]),
    ...(item.editor ?? []).map((editor) => ["A2", name(editor)]),
    ["TI", item.title],
    [work.risContainer, item["container-title"]],
    ["PY", year],
    ["DA", rest.length && [year, ...rest, "", ""].slice(0, 3).join("/") + "/"],
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
    ...tags(item.keyword).map((tag) => ["KW", tag]),
    ["AB", item.abstract],
  ];
  const text = lines.filter(([, value]) => value)
    .map(([tag, value]) => `${tag}  - ${value.replace(/\r\n|\r|\n/g, " ")}\r\n`);
  return text.join("") + "ER  - \r\n";
}
