"""An index's files: equal for equal papers, whatever was stored; one more paper changes few of them."""

import random
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from papershelf.search import neighbours, postings
from papershelf.search.document import Document, SearchSettings
from papershelf.search.index import FEW, build

from tests.search.archive import document, papers_of, random_documents

DOCUMENTS = random_documents(300, seed=1)
SETTINGS = SearchSettings()


def files(documents: list[Document], store: Path | None = None) -> dict[str, bytes]:
    return dict(build(papers_of(documents), SETTINGS, store))


def test_order_of_documents_does_not_matter() -> None:
    shuffled = random.Random(4).sample(DOCUMENTS, len(DOCUMENTS))
    assert files(shuffled) == files(DOCUMENTS)


@pytest.mark.parametrize("module", [postings, neighbours])
def test_documents_may_be_worked_on_in_parts(module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = files(DOCUMENTS)
    monkeypatch.setattr(module, "AT_ONCE", 70)
    assert files(DOCUMENTS) == whole


@pytest.mark.parametrize("seed", range(8))
def test_build_from_store_equals_a_clean_one(tmp_path: Path, seed: int) -> None:
    source, store = random.Random(seed), tmp_path / "store"
    now = list(DOCUMENTS)
    for step in range(4):
        assert files(now, store) == files(now)
        for _ in range(source.randint(0, 3)):
            now.pop(source.randrange(len(now)))
        added = f"20{source.randint(18, 22)}-03-01"
        now.append(document(1000 + 10 * seed + step, f"New zyx{step} network", added=added))
        at = source.randrange(len(now))
        now[at] = replace(now[at], title=f"Changed {seed} {step}", digest=f"{seed} {step}".encode())


@pytest.mark.parametrize("seed", range(4))
def test_edited_papers_get_neighbours_as_in_a_clean_build(tmp_path: Path, seed: int) -> None:
    source, store = random.Random(seed), tmp_path / "store"
    words = [f"word{number}" for number in range(300)]

    def abstract() -> str:
        return " ".join(source.sample(words, 12))

    now = [document(number, "Paper", added="2020", abstract=abstract()) for number in range(400)]
    for step in range(6):
        assert files(now, store) == files(now)
        for at in source.sample(range(len(now)), source.randint(1, 3)):
            now[at] = replace(now[at], abstract=abstract(), digest=f"{seed} {step} {at}".encode())
        if step % 2:
            now.append(document(1000 + step, "Paper", added="2021", abstract=abstract()))


def test_few_other_papers_are_not_stored(tmp_path: Path) -> None:
    store = tmp_path / "store"
    files(DOCUMENTS, store)
    before = store.read_bytes()
    files([*DOCUMENTS[:-4], *(document(1000 + number, "New") for number in range(FEW - 4))], store)
    assert store.read_bytes() == before
    files([*DOCUMENTS[:-4], *(document(1000 + number, "New") for number in range(FEW - 3))], store)
    assert store.read_bytes() != before


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "foreign"])
def test_damaged_store_is_ignored(tmp_path: Path, damage: str) -> None:
    store = tmp_path / "store"
    expected = files(DOCUMENTS, store)
    data = store.read_bytes()
    at = len(data) // 2
    store.write_bytes({
        "cut": data[:at],
        "flipped": data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :],
        "empty": b"",
        "foreign": b"[]\n",
    }[damage])  # fmt: skip
    assert files(DOCUMENTS, store) == expected


def test_other_settings_do_not_use_the_store(tmp_path: Path) -> None:
    other = SearchSettings(boosts=SETTINGS.boosts | {"title": 9.0})
    files(DOCUMENTS, tmp_path / "store")
    assert dict(build(papers_of(DOCUMENTS), other, tmp_path / "store")) == dict(
        build(papers_of(DOCUMENTS), other)
    )


@pytest.mark.slow
def test_a_paper_at_the_end_changes_few_files() -> None:
    documents = random_documents(3000, seed=9)
    words = [f"word{number}" for number in range(4000)]
    source = random.Random(3)
    documents = [replace(each, abstract=" ".join(source.sample(words, 60))) for each in documents]
    before = files(documents)
    after = files([*documents, document(9999, "One more", added="2030", abstract="word17 word18")])
    slices = [path for path in after if path.startswith("search/terms/")]
    assert len([path for path in slices if path not in before]) <= max(4, len(slices) // 20)
    cards = [path for path in after if path.startswith("search/cards/") and path not in before]
    assert len(cards) <= 64


def test_files_of_one_name_have_the_same_bytes_in_every_archive() -> None:
    before, after = files(DOCUMENTS), files([*DOCUMENTS, document(9999, "One more network", added="2030")])
    both = before.keys() & after.keys()
    assert {path for path in both if before[path] != after[path]} == {"search/manifest.json"}
    assert {"search/lengths", "search/columns"} <= {path.partition("-")[0] for path in after.keys() - both}


@pytest.mark.parametrize("count", [0, 1])
def test_tiny_archives_build(count: int) -> None:
    assert "search/manifest.json" in files([document(1, "…")][:count])
