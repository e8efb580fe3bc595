"""Identifiers, addresses, languages and licences in any form that sources write, each in ours or empty."""

import re
from collections.abc import Callable
from urllib.parse import unquote

from papershelf.lib.fields import language_tag, web_address
from papershelf.model import identifiers
from papershelf.model.licenses import license_text

_DOI_IN_TEXT = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_ARXIV_IN_TEXT = re.compile(
    r"(?:arxiv(?:\.org)?(?:/(?:abs|pdf|html|format))?[\s/:]*|^)"
    r"(?P<id>\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?(?![\d.]*\d)",
    re.IGNORECASE,
)
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.", re.IGNORECASE)
_TRAILING = ".,;:)]}>\"'"
_ISBN = re.compile(r"97[89][\d -]{10,14}\d|\d[\d -]{8,11}[\dXx]")
_CREATIVE_COMMONS = re.compile(
    r"(?:https?://)?creativecommons\.org/(?:licenses/(?P<kind>by[a-z-]*)/(?P<version>\d\.\d)|(?P<zero>publicdomain/zero)/)",
    re.IGNORECASE,
)
_OPEN_SOURCE = re.compile(
    r"https?://(?:www\.)?opensource\.org/licenses?/([\w.-]+?)(?:\.php|/)?", re.IGNORECASE
)
_SPDX = re.compile(r"cc[ -](by(?:[ -](?:nc|nd|sa))*)[ -](\d\.\d)", re.IGNORECASE)
# Three-letter codes (ISO 639-2) and English names, each as a two-letter code (ISO 639-1).
_LANGUAGES = {
    name: code
    for code, names in {
        "ar": "ara arabic", "cs": "cze ces czech", "da": "dan danish", "de": "ger deu german deutsch",
        "el": "gre ell greek",
        "en": "eng english", "es": "spa spanish español", "fi": "fin finnish", "fr": "fre fra french français",
        "he": "heb hebrew", "hi": "hin hindi", "hu": "hun hungarian", "id": "ind indonesian", "it": "ita italian",
        "ja": "jpn japanese", "ko": "kor korean", "la": "lat latin", "nl": "dut nld dutch", "no": "nor norwegian",
        "pl": "pol polish", "pt": "por portuguese", "ro": "rum ron romanian", "ru": "rus russian", "sv": "swe swedish",
        "th": "tha thai", "tr": "tur turkish", "uk": "ukr ukrainian", "vi": "vie vietnamese", "zh": "chi zho chinese",
    }.items()
    for name in names.split()
}  # fmt: skip


def valid(check: Callable[[str], str], text: str) -> str:
    """Return what an identifier's check makes of a text; empty where it refuses."""
    try:
        return check(text) if text else ""
    except ValueError:
        return ""


def find_doi(text: str) -> str:
    """Return the DOI in a text or address, however it is encoded and whatever follows it; empty where there is none."""
    if "<" in text and (doi := valid(identifiers.doi, text.strip())):
        return doi
    match = _DOI_IN_TEXT.search(text) or _DOI_IN_TEXT.search(unquote(text))
    if not match:
        return ""
    found = unquote(match[0]) if "%" in match[0] else match[0]
    if not identifiers.SICI.search(found):
        found = re.split(r"[<>\"]", found)[0]
    while found:
        if found[-1] in _TRAILING and not _is_balanced(found):
            found = found[:-1]
        elif doi := valid(identifiers.doi, found):
            return doi
        else:
            found = found[:-1]
    return ""


def _is_balanced(text: str) -> bool:
    """Return whether the last sign of an identifier closes what it opened: ``10.1/x(2)`` but not ``10.1/x)``."""
    pair = {")": "(", "]": "[", "}": "{", ">": "<"}.get(text[-1])
    return pair is not None and text.count(pair) >= text.count(text[-1])


def find_arxiv(text: str) -> str:
    """Return the arXiv id in a text or address, without its version; empty where there is none."""
    match = _ARXIV_IN_TEXT.search(_ARXIV_DOI.sub("arxiv:", text))
    return valid(identifiers.arxiv, match["id"]) if match else ""


def arxiv_of_doi(doi: str) -> str:
    """Return the arXiv id that a DOI of arXiv's own stands for; empty for any other DOI."""
    return find_arxiv(doi) if _ARXIV_DOI.match(doi) else ""


def find_isbn(text: str) -> str:
    """Return the first ISBN in a text, one of 13 digits before one of 10."""
    found = [valid(identifiers.isbn, match.strip(" -")) for match in _ISBN.findall(text)]
    return max(filter(None, found), key=lambda isbn: sum(map(str.isdigit, isbn)), default="")


def find_issn(text: str) -> str:
    """Return the first ISSN in a text."""
    found = re.findall(r"\b\d{4}-?\d{3}[\dXx]\b", text)
    return next(filter(None, (valid(identifiers.issn, f"{issn[:4]}-{issn[-4:]}") for issn in found)), "")


def read_url(text: str) -> str:
    """Return a web address; empty for anything else."""
    bare = (
        re.sub(r"^\\url\{(.*)\}$", r"\1", text.strip())
        .replace("\\_", "_")
        .replace("\\%", "%")
        .replace("\\&", "&")
    )
    if bare.startswith("www."):
        bare = "https://" + bare
    return valid(web_address, bare)


def read_language(text: str) -> str:
    """Return a language as BCP 47 has it: ``eng``, ``English`` and ``en_US`` are ``en``, ``en`` and ``en-US``."""
    bare = text.strip().replace("_", "-")
    if code := _LANGUAGES.get(bare.lower()):
        return code
    return valid(language_tag, bare) if len(bare.split("-")[0]) == 2 else ""


def read_license(text: str) -> str:
    """Return a licence as an SPDX id where it is one of Creative Commons, else as written."""
    if match := _CREATIVE_COMMONS.search(text):
        return "CC0-1.0" if match["zero"] else f"CC-{match['kind'].upper()}-{match['version']}"
    if match := _OPEN_SOURCE.fullmatch(text.strip()):
        return valid(license_text, match[1]) or text.strip()
    if match := _SPDX.fullmatch(text.strip()):
        return f"CC-{match[1].upper().replace(' ', '-')}-{match[2]}"
    return text.strip()
