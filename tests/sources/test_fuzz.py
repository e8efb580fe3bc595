"""Damaged files of every kind: entries and problems, never a traceback; and whatever comes in passes `check`."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from papershelf.checks import CHECKS
from papershelf.config import SiteConfig
from papershelf.content.load import Content
from papershelf.content.parse import parse
from papershelf.model.record import Record
from papershelf.problems import Location, Problem, Severity
from papershelf.sources.collect import collect
from papershelf.sources.entry import Document, Entry
from papershelf.sources.store import record_text
from papershelf.sources.table import read_files, recognise

from tests.sources.samples import FILES
from tests.stress import examples

EMPTY = Content(config=SiteConfig(title="T"))
PIECES = [
    b"{",
    b"}",
    b'"',
    b"<",
    b">",
    b"&",
    b"\n",
    b"\\",
    b"$",
    b"#",
    b",",
    b"---",
    b"\xff",
    b"\0",
    b"[",
    b"null",
    b"9",
]


def hold(items: list[Entry | Problem]) -> None:
    """Check that what comes of entries is read back equal, and is nothing that a check calls an error."""
    found = collect(items, EMPTY)
    for record in found.records:
        parsed = parse(record.source, record_text(record).encode())
        assert not isinstance(parsed, list), parsed
        (again,) = parsed
        assert {name: getattr(again, name) for name in Record.__dataclass_fields__ if name != "digest"} == {
            name: getattr(record, name) for name in Record.__dataclass_fields__ if name != "digest"
        }
    content = Content(config=EMPTY.config, records=found.records, venues=found.venues)
    wrong = [finding for check in CHECKS for finding in check(content) if finding.severity is Severity.ERROR]
    assert wrong == []


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return a file with pieces cut out, put in or repeated, its end lost, its lines mixed, or in another encoding."""
    kind = chance.randrange(12)
    if kind == 0:
        return data[: chance.randrange(len(data) + 1)]
    if kind == 1:
        lines = data.split(b"\n")
        chance.shuffle(lines)
        return b"\n".join(lines)
    if kind == 2:
        data = data.decode().encode(chance.choice(("utf-16", "utf-16-be", "latin-1", "utf-8-sig")), "replace")
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.choice((0, 1, 5, 200)))
        put = chance.choice((b"", b"", chance.choice(PIECES), data[end : end + 30]))
        data = data[:start] + put + data[end:]
    return data


def damage_and_read(name: str, folder: Path, times: int) -> None:
    chance = random.Random(name)
    file = folder / name.replace("/", "-")
    for _ in range(times):
        file.write_bytes(damaged(FILES[name].encode(), chance))
        hold(list(read_files([file], {}, "2020")))


@pytest.mark.parametrize("name", FILES)
def test_damaged_files(name: str, tmp_path: Path) -> None:
    damage_and_read(name, tmp_path, 25)


@pytest.mark.long
@pytest.mark.parametrize("name", FILES)
def test_ten_thousand_damaged_files(name: str, tmp_path: Path) -> None:
    damage_and_read(name, tmp_path, 10_000)


TEXTS = st.text(max_size=20) | st.sampled_from(["2020", "Ann Doe", "10.5555/x", "<i>"])
PARTS = st.sampled_from(["name", "given", "family", "start"])
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PARTS, inner),
    max_leaves=6,
)
KEYS = sorted(set(Record.__dataclass_fields__) - {"source", "digest"})


@settings(max_examples=examples(100), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=8), st.text(min_size=1, max_size=20))
def test_any_values(values: dict[str, Any], title: str) -> None:
    entry = Entry(location=Location(path="x", line=1), values={"title": title, "date": "2020", **values})
    hold([entry])


JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                "message items DOI title author given family data attributes doi titles creators notes content value "
                "paper authors name id issued date-parts container-title externalIds type abstract license URL".split()
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=20,
)


@settings(max_examples=examples(100), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    value=JSON,
    name=st.sampled_from(["crossref.json", "datacite.json", "or.json", "hf.json", "s2.json", "csl.json"]),
)
def test_any_json(value: Any, name: str) -> None:
    source = recognise(Path(name), FILES[name].encode())
    assert source is not None
    try:
        items = list(source.read(Document(path=name, data=json.dumps(value).encode())))
    except ValueError:
        return
    hold(items)
