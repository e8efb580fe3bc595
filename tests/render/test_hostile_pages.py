"""Texts that would run a script stay texts, on every page."""

import json
import re
from urllib.parse import urlsplit

import pytest
from papershelf.model.names import Name
from papershelf.model.record import Record
from papershelf.model.record_parts import Link, Notice
from papershelf.model.venues import Venue
from papershelf.model.volumes import Volume

from tests.pages.sample import record, site
from tests.render.payloads import PAYLOADS
from tests.render.test_pages import Elements, pages, rendered

EVIL = "\"><script>alert(1)</script><img src=x onerror=alert(1)>' onload=alert(1) </title></script>"


@pytest.mark.slow
def test_hostile_text_stays_text() -> None:
    papers, venues = zip(
        *[_hostile(number, text) for number, text in enumerate([EVIL, *PAYLOADS])], strict=True
    )
    for path, text in pages(rendered(site(*papers, venues=list(venues)))).items():
        assert _harmless(text) == [], path


def _hostile(number: int, text: str) -> tuple[Record, Venue]:
    """Return a paper and a venue that say a text wherever they can."""
    name = Name(name=text, family=text, literal=True, affiliations=(text,))
    paper = record(
        f"evil-{number}",
        title=text,
        subtitle=text,
        abstract=text * 4,
        notes=text,
        tldr=text,
        tags=(text,),
        venue=text,
        awards=(text,),
        references=(text,),
        links=(Link(type="code", url="https://example.org/", title=text),),
        status="retracted",
        notices=(Notice(kind="retraction", text=text),),
        license=text,
        publisher=text,
        comments=1,
    )
    object.__setattr__(paper, "authors", (name, name))
    volume = Volume(
        year="2024", volume=text, title=text, editors=(name,), publisher=text, front_matter=text * 2
    )
    return paper, Venue(slug=f"evil-{number}", title=text, volumes=(volume,))


OURS = r"(?:(?:\.\./|\./)*|/archive/)assets/js/[\w/-]+\.js"
"""Addresses of scripts that pages load."""


def _harmless(page: str) -> list[object]:
    """Return the elements of a page that do more than a page of ours may do."""
    allowed = {"", "http", "https", "mailto"}
    found: list[object] = []
    for tag, attributes in Elements(page).found:
        if tag in (
            "img",
            "iframe",
            "object",
            "embed",
            "base",
            "svg",
            "style",
            "template",
            "textarea",
            "frame",
        ):
            found.append(tag)
        found += [(tag, key) for key in attributes if key.startswith("on") or key in ("style", "srcdoc")]
        if tag == "script" and attributes.get("type") != "application/ld+json":
            found += [] if re.fullmatch(OURS, attributes.get("src") or "") else [attributes]
        if tag == "meta" and (attributes.get("http-equiv") or "").lower() == "refresh":
            found.append(attributes)
        for key in ("href", "src", "action"):
            value = (attributes.get(key) or "").strip()
            if urlsplit(value).scheme not in allowed or (value.startswith("//") and tag != "a"):
                found.append((tag, value))
    for script in re.findall(r"<script type=application/ld\+json>(.*?)</script>", page, re.DOTALL):
        json.loads(script)
    return found
