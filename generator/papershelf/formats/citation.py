"""Plain citations of a CSL item in two styles: APA (7th edition) and IEEE (reference guide of 2023).

``layouts/assets/js/cite/styles.js`` has the same rules for the browser; a case file holds both to them.
"""

from collections.abc import Callable, Mapping
from typing import Any

from papershelf.formats.csl_json import work_type
from papershelf.formats.names import doi_address

Item = Mapping[str, Any]

_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_MOST_APA = 20
_MOST_IEEE = 6


def apa(item: Item) -> str:
    """Return a CSL item as a reference in APA style, as plain text."""
    year, *_ = item["issued"]["date-parts"][0]
    names = _apa_names([_apa_name(name) for name in item.get("author", ())])
    title = item["title"] + _apa_remark(item)
    head = [names, f"({year})", title] if names else [title, f"({year})"]
    parts = [*head, _apa_source(item)]
    link = doi_address(item["DOI"]) if "DOI" in item else item.get("URL", "")
    return " ".join([*(_stopped(part) for part in parts if part), *([link] if link else [])])


def _apa_name(name: Mapping[str, str]) -> str:
    if "literal" in name:
        return name["literal"]
    return ", ".join(
        part for part in (name["family"], initials(name["given"]), name.get("suffix", "")) if part
    )


def _apa_names(names: list[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    if len(names) > _MOST_APA:
        return f"{', '.join(names[: _MOST_APA - 1])}, . . . {names[-1]}"
    return f"{', '.join(names[:-1])}, & {names[-1]}"


def _apa_remark(item: Item) -> str:
    """Return what stands behind the title, before the full stop."""
    work, custom = work_type(item), item.get("custom", {})
    kind = work.citation
    if kind == "preprint" and "arxiv" in custom:
        return f" (arXiv:{custom['arxiv']})"
    if kind == "thesis":
        return f" [Thesis{', ' + item['publisher'] if 'publisher' in item else ''}]"
    if kind == "report" and "number" in item:
        return f" (Report No. {item['number']})"
    if kind == "book" and "edition" in item:
        return f" ({item['edition']} ed.)"
    return f" [{work.remark}]" if work.remark else ""


def _apa_source(item: Item) -> str:
    kind, container, pages = work_type(item).citation, item.get("container-title", ""), _range(item)
    if kind == "journal":
        issue = f"({item['issue']})" if "issue" in item else ""
        return ", ".join(part for part in (container, item.get("volume", "") + issue, pages) if part)
    if kind == "in-book":
        where = f" ({_page_word(pages)} {pages})" if pages else ""
        source = f"In {container}{where}" if container else ""
        return ". ".join(part for part in (source, item.get("publisher", "")) if part)
    if kind == "preprint":
        return container or ("arXiv" if "arxiv" in item.get("custom", {}) else item.get("publisher", ""))
    return "" if kind == "thesis" else item.get("publisher", "")


def ieee(item: Item) -> str:
    """Return a CSL item as a reference in IEEE style, as plain text."""
    work, custom, pages = work_type(item), item.get("custom", {}), _range(item)
    kind = work.citation
    year, *rest = item["issued"]["date-parts"][0]
    when = f"{_MONTHS[rest[0] - 1]} {year}" if rest and kind == "journal" else str(year)
    names = _ieee_names([_ieee_name(name) for name in item.get("author", ())])
    container, publisher = item.get("container-title", ""), item.get("publisher", "")
    page = f"{_page_word(pages)} {pages}" if pages else ""
    volume = f"vol. {item['volume']}" if "volume" in item else ""
    if kind == "journal":
        parts = [container, volume, f"no. {item['issue']}" if "issue" in item else "", page, when]
    elif kind == "in-book":
        parts = [f"in {container}" if container else "", volume, publisher, when, page]
    elif kind == "preprint":
        parts = [container, when, f"arXiv:{custom['arxiv']}" if "arxiv" in custom else ""]
    elif kind == "report":
        parts = [publisher, f"Rep. {item['number']}" if "number" in item else "", when]
    else:
        parts = ["thesis" if kind == "thesis" else work.remark, publisher, when]
    parts.append(f"doi: {item['DOI']}" if "DOI" in item else "")
    title = item["title"]
    quoted = f"“{title}”" if title[-1] in "?!" else f"“{title},”"
    online = f" [Online]. Available: {item['URL']}" if "URL" in item and "DOI" not in item else ""
    head = f"{names}, {quoted}" if names else quoted
    return f"{head} {_stopped(', '.join(part for part in parts if part))}{online}"


def _ieee_name(name: Mapping[str, str]) -> str:
    if "literal" in name:
        return name["literal"]
    return " ".join(
        part for part in (initials(name["given"]), name["family"], name.get("suffix", "")) if part
    )


def _ieee_names(names: list[str]) -> str:
    if len(names) > _MOST_IEEE:
        return f"{names[0]} et al."
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"


def initials(given: str) -> str:
    """Return initials of given names: ``Jean-Luc Q.`` is ``J.-L. Q.``; scripts without case stay whole."""
    return " ".join("-".join(_initial(part) for part in word.split("-")) for word in given.split(" "))


def _initial(name: str) -> str:
    letter = next((char for char in name if char.isalpha()), "")
    return name if letter.upper() == letter.lower() else letter.upper() + "."


def _range(item: Item) -> str:
    return str(item.get("page", "")).replace("-", "–")


def _page_word(pages: str) -> str:
    return "pp." if "–" in pages else "p."


def _stopped(text: str) -> str:
    return text if text[-1:] in ("", ".", "?", "!") else text + "."


STYLES: Mapping[str, Callable[[Item], str]] = {"APA": apa, "IEEE": ieee}
"""Name of a style -> what writes a citation in it."""
