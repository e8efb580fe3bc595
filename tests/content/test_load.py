"""Loading with a cache_dir: the same content as without one, whatever happened in between."""

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from papershelf.content import store
from papershelf.content.load import Content, Loaded, load
from papershelf.content.parse import parse
from papershelf.content.source import Kind, Source, find
from papershelf.model.people import Person

from tests.conftest import MakeArchive
from tests.stress import examples

PAPER = "---\ntitle: {}\ndate: 2024\nauthors: [Ada Lovelace]\n---\nText.\n"


def fresh(root: Path, cache_dir: Path | None) -> Loaded:
    loaded = load(find(root, root / "content"), cache_dir=cache_dir)
    loaded.remember()
    return loaded


def age(root: Path) -> None:
    """Make all files an hour old, as they are when nobody has touched them for a while."""
    for file in root.rglob("*"):
        if file.is_file():
            past = file.stat().st_mtime_ns - 3_600_000_000_000
            os.utime(file, ns=(past, past))


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that were parsed, in order."""
    paths: list[str] = []

    def watched(path: str, data: bytes) -> Any:
        paths.append(path)
        return parse(path, data)

    monkeypatch.setattr("papershelf.content.records.parse", watched)
    return paths


def test_reads_everything(archive: MakeArchive) -> None:
    root = archive(
        {
            "site.yaml": "title: T\nper_page: 7\n",
            "content/papers/2024/a.md": PAPER.format("A"),
            "content/people.yaml": "ada:\n  name: Ada Lovelace\n  variants: [A. Lovelace]\n",
            "content/venues.yaml": "jx: {title: Journal of X, kind: journal, issn: 0306-4573}\n",
            "content/pages/about.md": "---\ntitle: About\nnav: false\n---\n*Body*\n",
            "content/static/a.pdf": b"%PDF",
        }
    )
    loaded = fresh(root, None)
    assert loaded.problems == ()
    content = loaded.content
    assert (content.config.title, content.config.per_page) == ("T", 7)
    assert [record.id for record in content.records] == ["a"]
    assert (content.people[0].slug, content.people[0].variants) == ("ada", ("A. Lovelace",))
    assert (content.venues[0].slug, content.venues[0].kind) == ("jx", "journal")
    page = content.pages[0]
    assert (page.slug, page.title, page.nav, page.body) == ("about", "About", False, "*Body*")
    assert [static.path for static in content.statics] == ["a.pdf"]
    assert Path(content.statics[0].source).read_bytes() == b"%PDF"


def test_what_is_wrong_in_one_file_hides_nothing_in_others(archive: MakeArchive) -> None:
    root = archive(
        {
            "site.yaml": "titel: T\n",
            "content/a.md": PAPER.format("A"),
            "content/b.md": "x",
            "content/people.yaml": "Ada: {name: A}\nada: {nam: A}\n",
            "content/venues.yaml": "- a\n",
            "content/pages/Über uns.md": "---\ntitle: A\n---\n",
        }
    )
    loaded = fresh(root, None)
    assert [record.id for record in loaded.content.records] == ["a"]
    told = sorted(f"{problem.location}: {problem.message}" for problem in loaded.problems)
    assert [line[:60] for line in told] == [
        "content/b.md:1:1: there is no front matter",
        "content/pages/Über uns.md:2: the file's name 'über uns' cannot be an address"[:60],
        "content/people.yaml:1:1: 'Ada' cannot be an id (want lower-case"[:60],
        'content/people.yaml:2:7: unknown key "nam"',
        "content/venues.yaml:1:1: is a mapping of slugs to entries",
        'site.yaml:1:1: unknown key "titel"',
    ]


def test_a_slug_is_the_key_of_its_entry_alone(archive: MakeArchive) -> None:
    root = archive(
        {"content/venues.yaml": "jx: {title: X, slug: y}\n", "content/people.yaml": "a: {name: A}\n"}
    )
    loaded = fresh(root, None)
    assert [f"{problem.location}: {problem.message}" for problem in loaded.problems] == [
        "content/venues.yaml:1:22: slug: is the key above the entry: remove this line"
    ]
    assert loaded.content.people == (Person(slug="a", name="A"),)


def test_only_what_changed_is_parsed(archive: MakeArchive, tmp_path: Path, parsed: list[str]) -> None:
    root = archive({f"content/{name}.md": PAPER.format(name) for name in "abc"})
    cache_dir = tmp_path / "memory"
    age(root)
    first = fresh(root, cache_dir)
    assert len(parsed) == 3
    assert all(map(store.read(cache_dir).digest, find(root, root / "content").sources))
    assert fresh(root, cache_dir) == first
    assert len(parsed) == 3
    archive({"content/b.md": PAPER.format("changed"), "content/d.md": PAPER.format("d")})
    assert not all(map(store.read(cache_dir).digest, find(root, root / "content").sources))
    (root / "content/c.md").unlink()
    again = fresh(root, cache_dir)
    assert parsed[3:] == ["content/b.md", "content/d.md"]
    assert again == fresh(root, None)


def test_what_is_held_vouches_for_old_files_only(
    archive: MakeArchive, tmp_path: Path, parsed: list[str]
) -> None:
    root = archive({f"content/{name}.md": PAPER.format(name) for name in "abc"})
    age(root)
    first = load(find(root, root / "content"), cache_dir=None)
    archive({"content/b.md": PAPER.format("changed"), "content/d.md": PAPER.format("d")})
    (root / "content/c.md").unlink()
    second = load(find(root, root / "content"), cache_dir=None, before=first.papers)
    assert parsed[3:] == ["content/b.md", "content/d.md"]
    assert second == fresh(root, None)
    assert second.content.records[0] is first.content.records[0]


def test_a_file_that_is_only_touched_is_not_parsed(
    archive: MakeArchive, tmp_path: Path, parsed: list[str]
) -> None:
    root = archive({"content/a.md": PAPER.format("A")})
    first = fresh(root, tmp_path / "memory")
    age(root)
    assert fresh(root, tmp_path / "memory") == first
    assert parsed == ["content/a.md"]


@pytest.mark.parametrize(("began", "trusted"), [(0, False), (1, False), (10**9, True)])
def test_a_stat_is_trusted_only_if_it_is_older_than_the_store(began: int, trusted: bool) -> None:
    """A file saved twice within one tick of the clock has the same stat both times."""
    now = 1_700_000_000_000_000_000
    source = Source("content/a.md", Kind.RECORD, (5, now, now, 1))
    remembered = store.Store(
        path=Path(), began=now + began, stat_cache={source.path: (source.stat, b"digest")}
    )
    assert remembered.digest(source) == (b"digest" if trusted else b"")
    touched = source._replace(stat=(5, now, now + 1, 1))
    assert not remembered.digest(touched)


@pytest.mark.parametrize("part", [10, 60, -30])
def test_a_damaged_store_is_read_as_none(archive: MakeArchive, tmp_path: Path, part: int) -> None:
    root = archive({f"content/{name}.md": PAPER.format(name) for name in "abc"})
    cache_dir = tmp_path / "memory"
    age(root)
    first = fresh(root, cache_dir)
    data = bytearray(cache_dir.read_bytes())
    data[part] ^= 255
    cache_dir.write_bytes(data)
    assert fresh(root, cache_dir) == first
    cache_dir.write_bytes(bytes(data[: len(data) // 2]))
    assert fresh(root, cache_dir) == first


def test_other_code_reads_anew(
    archive: MakeArchive, tmp_path: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = archive({"content/a.md": PAPER.format("A")})
    age(root)
    fresh(root, tmp_path / "memory")
    monkeypatch.setattr(store, "code_digest", lambda: b"other")
    fresh(root, tmp_path / "memory")
    assert len(parsed) == 2


NAMES = st.sampled_from(["a", "b", "c"])
EDITS = st.lists(st.tuples(NAMES, st.sampled_from(["A", "B", ""]), st.booleans()), min_size=1, max_size=6)


@pytest.mark.slow
@given(EDITS)
@settings(
    max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_no_history_of_edits_makes_a_difference(
    archive: MakeArchive, tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str, bool]]
) -> None:
    root = archive({"content/first.md": PAPER.format("first")})
    cache_dir = tmp_path_factory.mktemp("memory") / "store"
    for name, title, aged in edits:
        file = root / f"content/{name}.md"
        if title:
            file.write_text(PAPER.format(title))
        else:
            file.unlink(missing_ok=True)
        if aged:
            age(root)
        content: Content = fresh(root, cache_dir).content
        assert content == fresh(root, None).content
