"""RIS as programs write it: numbered, without closing lines, with other spaces; and the tags of Web of Science."""

import re
from collections.abc import Iterator

from papershelf.formats import ris
from papershelf.problems import Location
from papershelf.sources.dates import read_date
from papershelf.sources.decode import decode
from papershelf.sources.entry import Document, Entry, Found, skipped

_LINE = re.compile(r"\s{0,3}([A-Z][A-Z0-9])\s{0,2}-(?:\s?(.*))?")
_NUMBER = re.compile(r"\s*\d{1,6}\.\s*")
_SCIENCE_LINE = re.compile(r"([A-Z][A-Z0-9])(?: (.*))?")
# Tags of Web of Science -> tags of RIS.
_SCIENCE = {
    "AF": "AU", "TI": "TI", "SO": "T2", "AB": "AB", "DE": "KW", "PY": "PY", "VL": "VL", "IS": "IS", "BP": "SP",
    "EP": "EP", "AR": "C7", "DI": "DO", "SN": "SN", "PU": "PB", "LA": "LA", "PI": "CY", "SE": "T3", "PD": "PD",
    "UR": "UR", "BN": "SN",
}  # fmt: skip
_SCIENCE_TYPES = {"J": "JOUR", "C": "CONF", "B": "BOOK", "S": "CHAP", "P": "PAT"}


def read(document: Document) -> Found:
    """Read every reference that can be read."""
    text = decode(document.data)
    blocks = _science(text) if re.search(r"^PT [A-Z]\b", text, re.MULTILINE) else _blocks(text)
    none = True
    for line, tags in blocks:
        none = False
        if len(tags) < 2:
            yield skipped(document.path, line, "is no reference of RIS: it has one line")
            continue
        lines = "".join(f"{tag}  - {value}\r\n" for tag, value in tags)
        try:
            values = ris.read(f"{lines}ER  - \r\n")[0]
        except (ValueError, IndexError) as error:
            yield skipped(document.path, line, str(error))
            continue
        one = dict(reversed(tags))
        values["date"] = next(filter(None, (read_date(one.get(tag)) for tag in ("DA", "PY", "Y1", "Y2"))), "")
        values["authors"] = values.get("authors") or [value for tag, value in tags if tag in ("A1", "A3")]
        values["title"] = values.get("title") or one.get("CT") or one.get("BT") or ""
        values["abstract"] = one.get("AB") or one.get("N2") or ""
        values["pages"] = values.get("pages") or one.get("C7") or ""
        values["doi"] = values.get("doi") or one.get("M3") or one.get("L3") or ""
        yield Entry(location=Location(path=document.path, line=line), values=values)
    if none:
        yield skipped(document.path, 1, "has no line that begins with 'TY  -'")


def _blocks(text: str) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    """Return the references with their first lines: each from its ``TY`` to ``ER``, the next ``TY`` or the end."""
    tags: list[tuple[str, str]] = []
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        match = _LINE.fullmatch(_NUMBER.sub("", line, count=1) if _NUMBER.match(line) and not tags else line)
        if match and match[1] == "TY":
            if tags:
                yield start, tags
            tags, start = [("TY", (match[2] or "").strip())], number
        elif match and match[1] == "ER":
            if tags:
                yield start, tags
            tags = []
        elif match:
            if not tags:  # of an unknown type: its first line is lost
                tags, start = [("TY", "")], number
            tags.append((match[1], (match[2] or "").strip()))
        elif tags and line.strip():
            tags[-1] = (tags[-1][0], f"{tags[-1][1]} {line.strip()}".strip())
    if tags:
        yield start, tags


def _science(text: str) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    """Return the references of a Web of Science export, with tags of RIS."""
    lines: list[tuple[str, str]] = []
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        match = _SCIENCE_LINE.fullmatch(line.rstrip())
        if match and match[1] == "PT":
            lines, start = [("TY", _SCIENCE_TYPES.get(match[2] or "", "JOUR"))], number
        elif match and match[1] == "ER":
            yield start, _translated(lines)
            lines = []
        elif match and lines:
            lines.append((match[1], match[2] or ""))
        elif lines and line.startswith("   ") and line.strip():
            tag, value = lines[-1]
            if tag in ("AU", "AF"):
                lines.append((tag, line.strip()))
            else:
                lines[-1] = (tag, f"{value} {line.strip()}")
    if lines:
        yield start, _translated(lines)


def _translated(lines: list[tuple[str, str]]) -> list[tuple[str, str]]:
    has_full_names = any(tag == "AF" for tag, _ in lines)
    out: list[tuple[str, str]] = []
    for tag, value in lines:
        ours = "TY" if tag == "TY" else "AU" if tag == "AU" and not has_full_names else _SCIENCE.get(tag, "")
        parts = value.split(";") if ours == "KW" else [value]
        out += [(ours, part.strip()) for part in parts if ours]
    return out
