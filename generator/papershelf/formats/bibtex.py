"""BibTeX, as BibTeX 0.99d and biblatex's data model both take it: written; ``bibtex_reader`` reads it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from papershelf.formats.bibtex_ascii import in_ascii
from papershelf.formats.csl_json import item, work_type
from papershelf.markup.line import escape
from papershelf.model.names import split_particle
from papershelf.model.paper import Paper
from papershelf.model.work_type import WorkType

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NO_DATE: dict[str, list[list[int]]] = {"date-parts": []}

# A word behind ^ or _ is one piece with the sign: before a brace that would be read as a superscript.
_PART = re.compile(r"[{}]|(?:\\textasciicircum\{\}|\\_)\w+|\\[A-Za-z]+|\\.|\w+|[^\w{}\\]+", re.DOTALL)
_WORD = re.compile(r"\w+")
_FORMULA = re.compile(
    r"((?<!\\)\$(?:\\.|[^\\$])+\$)", re.DOTALL
)  # split by it, formulas are at the odd places
_REMEMBERED = 50_000  # words of titles: most come again


def write(papers: Iterable[Paper], *, abstract: bool = True, ascii: bool = False) -> Iterator[str]:
    """Return papers as BibTeX entries; their keys are ``bibkey`` or the record's id, which never changes."""
    return (entry(item(paper, abstract=abstract), ascii=ascii) + "\n" for paper in papers)


def entry(item: dict[str, Any], *, ascii: bool = False) -> str:
    """Return a CSL item as a BibTeX entry: its verbatim one where the record has one."""
    custom = item.get("custom", {})
    if verbatim := custom.get("bibtex"):
        return f"{in_ascii('', verbatim, _FORMULA) if ascii else verbatim}\n"
    work = work_type(item)
    lines = [f"@{work.bibtex}{{{item.get('citation-key') or item['id']},\n"]
    for field, value in _values(item, custom, work):
        if value:
            value = in_ascii(field, value, _FORMULA) if ascii else value
            lines.append(f"  {field} = {value if field == 'month' else '{' + value + '}'},\n")
    return "".join([*lines, "}\n"])


def _values(item: dict[str, Any], custom: dict[str, str], work: WorkType) -> Iterator[tuple[str, str]]:
    year, month, day = (*map(str, item["issued"]["date-parts"][0]), "", "")[:3]
    yield "author", " and ".join([_name(name) for name in item.get("author", ())])
    yield "editor", " and ".join([_name(name) for name in item.get("editor", ())])
    yield "title", protect(custom["tex"] if "tex" in custom else escape(item["title"]))
    yield "origtitle", escape(item.get("original-title", ""))
    yield "subtitle", escape(custom.get("subtitle", ""))
    yield "shorttitle", escape(item.get("title-short", ""))
    yield work.bibtex_container, escape(item.get("container-title", ""))
    yield "year", year
    yield "month", MONTHS[int(month) - 1] if month else ""
    yield "day", day
    for field, _, variable in work.bibtex_fields:
        if variable in item:
            yield field, escape(item[variable])
    yield "type", work.bibtex_type or (escape(item.get("genre", "")) if work.name == "thesis" else "")
    if work.bibtex_event and "event-title" in item:
        yield "eventtitle", escape(item["event-title"])
        yield "venue", escape(item.get("event-place", ""))
        yield "eventdate", "/".join(_iso(date) for date in item.get("event-date", NO_DATE)["date-parts"])
    number = custom.get("article_number", "")
    yield "eid", escape(number) if work.bibtex_pages else ""
    pages = item.get("page", "") if work.bibtex_pages else ""
    yield "pages", "" if pages == number else pages.replace("-", "--")
    yield "doi", item.get("DOI", "")
    yield "eprint", custom.get("arxiv", "")
    yield "eprinttype", "arxiv" if "arxiv" in custom else ""
    yield "url", item.get("URL", "")
    yield "language", item.get("language", "")
    yield "pubstate", item.get("status", "")
    yield "keywords", escape(item.get("keyword", ""))
    yield "note", escape(item.get("note", ""))
    yield "version", escape(item.get("version", "")) if work.bibtex_version else ""
    yield "abstract", escape(item.get("abstract", ""))


def _iso(parts: list[int]) -> str:
    return "-".join(f"{part:02d}" for part in parts)


def _name(name: dict[str, str]) -> str:
    """Return a name as ``von Family, Suffix, Given``, parts in braces where BibTeX would split them wrongly."""
    if "literal" in name:
        return "{" + escape(name["literal"]) + "}"
    particle, family = split_particle(name["family"])
    last = _guard(family, any(map(_is_lower, family.split())))
    if particle:
        last = f"{_guard(particle)} {last}"
    suffix = _guard(name["suffix"]) if "suffix" in name else ""
    return ", ".join(filter(None, (last, suffix, _guard(name["given"]))))


def _is_lower(word: str) -> bool:
    return word[0] != word[0].upper()


def _guard(part: str, lower: bool = False) -> str:
    text = escape(part)
    return "{" + text + "}" if lower or "," in part or "and" in part.lower().split() else text


def protect(title: str) -> str:
    """Return a title in TeX, capitals that styles would lower (``BERT``, ``3D``, ``Q``) in braces."""
    if title == title.upper() != title.lower():
        return title
    return "".join([part if i % 2 else _protected(part) for i, part in enumerate(_FORMULA.split(title))])


def _protected(text: str) -> str:
    if "{" not in text and "}" not in text and "\\" not in text:
        return " ".join([_word(word) for word in text.split(" ")])
    out, depth = [], 0
    for part in _PART.findall(text):
        depth += (part == "{") - (part == "}")
        out.append("{" + part + "}" if depth == 0 and has_case(part) else part)
    return "".join(out)


@lru_cache(_REMEMBERED)
def _word(text: str) -> str:
    return _WORD.sub(lambda match: "{" + match[0] + "}" if has_case(match[0]) else match[0], text)


def has_case(word: str) -> bool:
    """Return whether a word has capitals that must stay: behind its first letter, or alone (but for ``A``)."""
    return word[1:] != word[1:].lower() if len(word) > 1 else word != word.lower() and word != "A"
