"""References in any style of the Citation Style Language (CSL 1.0.2), by citeproc-py: plain text, written only."""

import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from citeproc import (
    PRIMARY_DIALECTS,
    VARIABLES,
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from lxml import etree

from papershelf.formats import csl_json
from papershelf.model.paper import Paper

_CSL = "{http://purl.org/net/xbiblio/csl}"
_KNOWN = {"id", "type", *VARIABLES}


def write(papers: Iterable[Paper], style: Path, language: str) -> Iterator[str]:
    """Return a reference to each paper, one a line, in the order that the style asks for, else in that of the papers.

    ``language`` (BCP 47) is for styles that have none of their own. Raises ``ValueError`` where the file is no style.
    """
    made = _style(style, language)
    items = [_item(paper) for paper in papers]
    bibliography = CitationStylesBibliography(made, CiteProcJSON(items), formatter.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    bibliography.sort()
    for reference in bibliography.bibliography():
        yield " ".join(str(reference).split()) + "\n"


def _item(paper: Paper) -> dict[str, Any]:
    """Return a CSL item with the variables that citeproc-py knows."""
    item = csl_json.item(paper, abstract=False)
    if "event-title" in item:
        item["event"] = item["event-title"]  # its name before CSL 1.0.2
    return {key: value for key, value in item.items() if key.replace("-", "_") in _KNOWN}


def _style(file: Path, language: str) -> CitationStylesStyle:
    try:
        root = etree.parse(file, etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
    except (OSError, etree.XMLSyntaxError) as error:
        raise ValueError(f"cannot be read as XML ({error})") from None
    if root.tag != f"{_CSL}style":
        raise ValueError("is no style of CSL")
    if root.find(f"{_CSL}bibliography") is None:
        parent = root.find(f"{_CSL}info/{_CSL}link[@rel='independent-parent']")
        known = f": it depends on {parent.get('href')}, which has one" if parent is not None else ""
        raise ValueError(f"says how to cite, but has no bibliography{known}")
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        style = CitationStylesStyle(str(file), locale=root.get("default-locale") or _locale(language))
    if found:
        raise ValueError(f"is no style of CSL 1.0: {str(found[0].message).splitlines()[-1]}")
    return style


def _locale(language: str) -> str:
    return str(PRIMARY_DIALECTS.get(language.split("-")[0].lower(), "en-US"))
