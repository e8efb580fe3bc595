"""One file as records: where the id, the abstract and the notes come from; what a file may not say."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papershelf.content.parse import parse
from papershelf.model.names import parse_name
from papershelf.model.record import Record

PATH = "content/papers/2024/some-paper.md"


def record(text: str, path: str = PATH) -> Record:
    parsed = parse(path, text.encode())
    assert isinstance(parsed, tuple), parsed
    (only,) = parsed
    return only


def problems(text: str, path: str = PATH) -> list[str]:
    parsed = parse(path, text.encode())
    assert isinstance(parsed, list)
    return [f"{problem.location}: {problem.message}" for problem in parsed]


def test_the_smallest_record() -> None:
    found = record("---\ntitle: A\ndate: 2024\n---\n")
    assert (found.id, found.title, found.date, found.source) == ("some-paper", "A", "2024", PATH)


def test_a_whole_record() -> None:
    found = record(
        "---\n"
        "id: x-1\n"
        "title: Symbolic Discovery\n"
        "authors: [Xiangning Chen, 'van der Berg, Jan', {literal: The Group}]\n"
        "date: 2023-02-13\n"
        "arxiv: https://arxiv.org/abs/2302.06670v2\n"
        "links: {code: https://example.org/c}\n"
        "ids: {pmid: 7}\n"
        "comments: 1\n"
        "draft: true\n"
        "---\n"
        "The abstract\nwith $math$.\n"
    )
    assert found.id == "x-1"
    assert [name.name for name in found.authors] == ["Xiangning Chen", "Jan van der Berg", "The Group"]
    assert found.authors[0] == parse_name("Xiangning Chen")
    assert found.arxiv == "2302.06670"
    assert (found.link("code"), found.ids, found.comments) == ("https://example.org/c", (("pmid", "7"),), 1)
    assert found.draft
    assert found.abstract == "The abstract\nwith $math$."


def test_below_an_abstract_stand_notes() -> None:
    found = record("---\ntitle: A\ndate: 2024\nabstract: B\n---\nC\n")
    assert (found.abstract, found.notes) == ("B", "C")


def test_yaml_with_one_record_or_a_list() -> None:
    assert record("title: A\ndate: 2024\nabstract: B\n", "content/One.yml").id == "One"
    parsed = parse("content/many.yaml", b"- {id: a, title: A, date: 2024}\n- {id: b, title: B, date: 2025}\n")
    assert isinstance(parsed, tuple)
    assert [item.id for item in parsed] == ["a", "b"]
    assert len({item.digest for item in parsed}) == 2


@pytest.mark.parametrize("change", [("A", "B"), ("2024", "2025"), ("text", "texts")])
def test_the_digest_stands_for_all_that_is_said(change: tuple[str, str]) -> None:
    text = "---\ntitle: A\ndate: 2024\n---\ntext\n"
    assert record(text).digest == record(text).digest
    assert record(text).digest != record(text.replace(*change)).digest
    assert record(text).digest != record(text, "content/papers/2024/other.md").digest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "---\ntitle: A\ndate: 2024-02-30\n---\n",
            ["3:7: date: 2024-02-30 is not a day of the calendar (the month ends on 2024-02-29"],
        ),
        ("---\ntitle: A\ndate: 2024\nsource: x\n---\n", ['4:1: unknown key "source"']),
        ("---\ntitle: A\ndate: 2024\ndigest: x\n---\n", ['4:1: unknown key "digest"']),
        ("---\ntitle: A\ndate: 2024\njournal: x\n---\n", ['4:1: unknown key "journal"']),
        ("---\ntitle: A\ndate: 2024\nnotes: x\nabstract: y\n---\nz\n", ["4:1: there are notes in the front"]),
        ("---\n- title: A\n---\n", ["2:1: a record is a mapping"]),
        ("---\ntitle: A\ndate: 2024\nauthors: Ada, Grace\n---\n", ["4:10: authors: is a list of names"]),
        ("---\ntitle: A\ndate: 2024\nauthors: []\n---\n", ["4:10: authors: is an empty list"]),
        (
            "---\ntitle: A\ndate: 2024\nauthors: ['A, B, C, D']\n---\n",
            ["4:11: authors: 'A, B, C, D' is several"],
        ),
        (
            "---\ntitle: A\ndate: 2024\nlinks: {cod: https://x.org}\n---\n",
            ["4:9: links.cod: 'cod' is not one of"],
        ),
        (
            "---\ntitle: A\ndate: 2024\nurl: javascript:x\n---\n",
            ["4:6: url: 'javascript:x' is not a web address"],
        ),
        (
            "---\ntitle: A\ndate: 2024\nurl: https://a@b.org/\n---\n",
            ["4:6: url: 'https://a@b.org/' has a user name"],
        ),
        ("---\ntitle: A\ndate: 2024\npdf: ../../x.pdf\n---\n", ["4:6: pdf: '../../x.pdf' holds '..'"]),
        ("---\ntitle: A\ndate: 2024\nid: ../x\n---\n", ["4:5: id: '../x' cannot be an id"]),
        ("---\ntitle: A\ndate: 2024\ndoi: 10.1/<script>\n---\n", ["4:6: doi: '10.1/<script>' is not a DOI"]),
        (
            "---\ntitle: A\ndate: 2024\nauthors: [{name: B, orcid: 0000-0002-1825-0098}]\n---\n",
            ["4:11: authors: orcid: '0000-0002-1825-0098' is not an ORCID iD"],
        ),
        ("---\ntitle: ' '\n---\n", ["2:8: title: is empty", "2:1: the key `date` is missing"]),
    ],
)
def test_tells_what_is_wrong(text: str, expected: list[str]) -> None:
    found = problems(text)
    assert len(found) == len(expected), found
    assert all(
        f.startswith(f"{PATH}:{want}") for f, want in zip(sorted(found), sorted(expected), strict=True)
    ), found


def test_a_list_is_taken_whole_or_not_at_all() -> None:
    text = "- {id: a, title: A, date: 2024}\n- {title: B, date: 2024}\n- c\n"
    assert problems(text, "content/many.yaml") == [
        "content/many.yaml:2:3: the key `id` is missing",
        "content/many.yaml:3:3: a record is a mapping",
    ]


def test_a_space_in_an_address_is_encoded() -> None:
    found = record("---\ntitle: A\ndate: 1998\npdf: https://example.org/a b/c.pdf\n---\n")
    assert found.pdf == "https://example.org/a%20b/c.pdf"


def test_no_space_in_a_host() -> None:
    (found,) = problems("---\ntitle: A\ndate: 1998\nurl: https://exa mple.org/a\n---\n")
    assert found.startswith(f"{PATH}:4:6: url: 'https://exa mple.org/a' holds a character")


def test_a_doi_of_the_old_form_keeps_its_brackets() -> None:
    doi = "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O"
    assert record(f"---\ntitle: A\ndate: 1998\ndoi: {doi}\n---\n").doi == doi


@given(
    name=st.text(st.sampled_from("ab\\{}'\"^~ö- "), min_size=1, max_size=12).map(lambda text: f"Ann {text}x")
)
def test_a_name_read_again_is_the_same(name: str) -> None:
    def read(text: str) -> str:
        data = json.dumps({"title": "A", "date": "2024", "authors": [text]}, ensure_ascii=False)
        found = parse("content/papers/a.yaml", data.encode())
        assert not isinstance(found, list), found
        return found[0].authors[0].name

    once = read(name)
    assert read(once) == once
