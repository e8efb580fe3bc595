"""Every field of content, and every setting: changed, it changes what a clean build shows."""

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import pytest
from papershelf.config import SearchConfig, SiteConfig
from papershelf.lib import runs
from papershelf.model.people import Person
from papershelf.model.record import Record
from papershelf.model.venues import Venue
from papershelf.model.volumes import Volume

from tests.pipeline.archives import Files, paper, run, tree, write

Values = Mapping[str, tuple[str, str]]
"""Field -> two values it may have, as YAML."""

FROM_THE_FILE = {"source", "digest"}

RECORD: Values = {
    "id": ("the-engine", "an-engine"),
    "title": ("On *One* Engine", "On Two Engines"),
    "date": ("2024-05-03", "2023-04"),
    "type": ("article", "thesis"),
    "authors": (
        "[{name: Ada Lovelace, email: ada@example.org}, Charles Babbage]",
        "[Ada Lovelace, Luigi Menabrea]",
    ),
    "author_count": ("2", "2"),
    "editors": ("[Ed Itor]", "[Ed Iting]"),
    "language": ("de", "fr"),
    "tags": ("[looms, cards]", "[looms]"),
    "added": ("2024-05-04", "2024-06-01"),
    "updated": ("2024-07-01", "2024-08-01"),
    "venue": ("NeurIPS 2024", "VLDB 2024"),
    "pages": ("1-9", "1-10"),
    "event": ("{name: One, place: Here}", "{name: Two, place: There}"),
    "isbn": ("978-3-16-148410-0", "0-306-40615-2"),
    "issn": ("2049-3630", "0317-8471"),
    "doi": ("10.1000/1", "10.1000/2"),
    "arxiv": ("2302.06675", "2302.06676"),
    "ids": ("{openreview: HJeAbCdEf1}", "{openreview: HJeAbCdEf2}"),
    "url": ("https://example.org/1", "https://example.org/2"),
    "pdf": ("https://example.org/1.pdf", "https://example.org/2.pdf"),
    "links": ("{code: https://example.org/c}", "{project: https://example.org/p}"),
    "discussion": ("https://example.org/d1", "https://example.org/d2"),
    "image": ("https://example.org/1.png", "https://example.org/2.png"),
    "status": ("accepted", "corrected"),
    "notices": ("[{kind: erratum, text: One.}]", "[{kind: erratum, text: Two.}]"),
    "versions": ("[{id: v1}]", "[{id: v2}]"),
    "licenses": ("[{part: code, license: MIT}]", "[{part: data, license: MIT}]"),
    "license": ("CC-BY-4.0", "MIT"),
    "related": ("[{rel: extends, id: other}]", "[{rel: extends, id: third}]"),
    "funding": ("[{funder: A Fund}]", "[{funder: B Fund}]"),
    "results": (
        "[{task: T, dataset: D, metric: M, value: 1}]",
        "[{task: T, dataset: D, metric: M, value: 2}]",
    ),
    "comments": ("3", "4"),
    "upvotes": ("5", "6"),
    "stars": ("7", "8"),
    "citations": ("9", "10"),
    "bibkey": ("one1", "two2"),
    "bibtex": ('"@article{one1,title={One}}"', '"@article{one1,title={Two}}"'),
    "aliases": ("[/old/]", "[/older/]"),
    "draft": ("false", "true"),
    "featured": ("false", "true"),
    "extra": ("{lab: One}", "{lab: Two}"),
}
PERSON: Values = {
    "slug": ("ada-lovelace", "augusta"),
    "name": ("Ada Lovelace", "Augusta Ada King"),
    "variants": ("[A. Lovelace]", "[]"),
    "orcid": ("0000-0002-1825-0097", "0000-0001-5109-3700"),
    "homepage": ("https://example.org/ada", "https://example.org/king"),
    "same_as": ("[https://example.org/a]", "[https://example.org/b]"),
    "not_same_as": ("[charles-babbage]", "[]"),
}
VENUE: Values = {
    "slug": ("neurips", "nips"),
    "short": ("NeurIPS", "NIPS"),
    "kind": ("conference", "journal"),
    "issn": ("2049-3630", "0317-8471"),
    "url": ("https://example.org/v1", "https://example.org/v2"),
    "aliases": ("[Neural]", "[Neural, VLDB]"),
}
VOLUME: Values = {
    "year": ("2024", "2023"),
    "editors": ("[Ed Itor]", "[Ed Iting]"),
    "date": ("2024-05-03", "2023-04"),
    "event": ("{name: One, place: Here}", "{name: Two, place: There}"),
    "isbn": ("978-3-16-148410-0", "0-306-40615-2"),
    "doi": ("10.1000/v1", "10.1000/v2"),
    "url": ("https://example.org/w1", "https://example.org/w2"),
}
SETTINGS: Values = {
    "home": ("day", "month"),
    "emails": ("false", "true"),
    "contact": ("a@example.org", "b@example.org"),
    "url": ("https://example.org/one/", "https://example.org/two/"),
    "language": ("en", "de"),
    "accent": ("'#a00'", "'#b00'"),
    "repository": ("https://github.com/example/one", "https://github.com/example/two"),
    "per_page": ("2", "3"),
    "static_allow": ("[a.html]", "[b.html]"),
    "taxonomies": ("[{name: labs, title: Labs, field: extra.lab}]", "[]"),
    "subscribe": ("{action: https://example.org/s}", "{action: https://example.org/t}"),
    "digest": (
        "{sender: a@example.org, to: b@example.org, host: localhost}",
        "{sender: c@example.org, to: b@example.org, host: localhost}",
    ),
    "feeds": ("{entries: 5}", "{entries: 2}"),
    "search": ("{title: 3}", "{title: 4}"),
    "feeds.terms_from": ("", "9"),
    **{f"search.{each.name}": ("", "9") for each in fields(SearchConfig)},
}
WORDS = ("First words", "Second words")
"""Of every field that is a line of text, which the tables leave out."""

UNSEEN = {*(("settings", name) for name in ("digest", "contact", "static_allow")), ("record", "author_count")}
"""What no page shows, or may not differ from the number of names."""

TABLES = {"record": RECORD, "person": PERSON, "volume": VOLUME, "venue": VENUE, "settings": SETTINGS}
NAMES = {
    "record": [each.name for each in fields(Record) if each.name not in FROM_THE_FILE],
    "person": [each.name for each in fields(Person)],
    "volume": [each.name for each in fields(Volume)],
    "venue": [each.name for each in fields(Venue) if each.name != "volumes"],
    "settings": [each.name for each in fields(SiteConfig)],
}
CASES = [(kind, name) for kind, names in NAMES.items() for name in dict.fromkeys([*names, *TABLES[kind]])]


def entry(kind: str, changed: str) -> str:
    """Return what a file says of one record, person, volume, venue or site, one field with its second value."""
    values = {name: TABLES[kind].get(name, WORDS)[name == changed] for name in NAMES[kind]}
    if "." in changed:
        group, name = changed.split(".")
        values[group] = f"{{{name}: {TABLES[kind][changed][1]}}}"
    if kind == "volume":
        return "  volumes:\n  -\n" + "".join(f"    {name}: {value}\n" for name, value in values.items())
    if kind not in ("person", "venue"):
        return "".join(f"{name}: {value}\n" for name, value in values.items())
    slug = values.pop("slug")
    return f"{slug}:\n" + "".join(f"  {name}: {value}\n" for name, value in values.items())


def archive(kind: str, changed: str) -> Files:
    """Return an archive in which every field is given, one field of one kind with its second value."""
    texts = {each: entry(each, changed if each == kind else "") for each in TABLES}
    files: Files = {
        "site.yaml": texts["settings"],
        "content/people.yaml": texts["person"] + "charles-babbage:\n  name: Charles Babbage\n",
        "content/venues.yaml": texts["venue"] + texts["volume"],
        "content/papers/engine.yaml": texts["record"],
    }
    for number, name in enumerate(["other", "third", "fourth", "fifth"]):
        more = f"venue: {'VLDB' if number else 'NeurIPS'} 2024\ntags: [looms]\n"
        if number and changed not in ("id", "draft"):
            more += "related: [{rel: same, id: the-engine}]\n"
        files[f"content/papers/{name}.md"] = paper(
            f"The {name}", date=f"2024-05-0{number + 2}", authors="[A. Lovelace, Charles Babbage]", more=more
        )
    return files


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "changed"), CASES)
def test_a_changed_field_changes_what_a_clean_build_shows(
    kind: str, changed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "MEAN", 2)  # so that five papers make several runs
    first = archive(kind, changed) | {f: t for f, t in archive(kind, "").items() if "/papers/" not in f}
    first["content/papers/engine.yaml"] = entry("record", "")
    write(tmp_path, first)
    report = run(tmp_path)
    assert not report.failed, report.problems
    before = tree(tmp_path / "output")
    write(tmp_path, archive(kind, changed))
    report = run(tmp_path)
    assert not report.failed, report.problems
    clean = run(tmp_path, "clean", clean=True)
    after = tree(tmp_path / "output")
    assert after == tree(tmp_path / "clean")
    assert clean.total == report.total
    assert (after != before) is ((kind, changed) not in UNSEEN)
