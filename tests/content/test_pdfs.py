"""PDFs of papers: beside the record or in static, they are published in the paper's folder, and told there."""

from pathlib import Path

import pytest
from papershelf.content.load import Content, load
from papershelf.content.source import find
from papershelf.pipeline.options import Options
from papershelf.pipeline.run import build

from tests.conftest import MakeArchive

HEAD = "---\ntitle: A title\ndate: 2024\nauthors: [Ada Lovelace]\n{}---\nText.\n"


def loaded(root: Path) -> tuple[Content, list[str]]:
    found = find(root, root / "content")
    result = load(found, cache_dir=None)
    return result.content, [f"{problem.location}: {problem.message}" for problem in result.problems]


@pytest.mark.parametrize(
    ("name", "pdf"),
    [
        ("content/papers/2024/one.pdf", ""),
        ("content/papers/2024/one.pdf", "pdf: one.pdf\n"),
        ("content/papers/2024/a b (1).pdf", "pdf: a b (1).pdf\n"),
        ("content/papers/2024/files/x.PDF", "pdf: files/x.PDF\n"),
        ("content/static/one.pdf", "pdf: one.pdf\n"),
        ("content/static/pdfs/a b (1).pdf", "pdf: pdfs/a b (1).pdf\n"),
        ("content/static/papers/one/one.pdf", "pdf: papers/one/one.pdf\n"),
    ],
)
def test_pdf_of_a_paper_stands_in_its_folder_alone(archive: MakeArchive, name: str, pdf: str) -> None:
    root = archive({name: b"%PDF", "content/papers/2024/one.md": HEAD.format(pdf)})
    options = Options(root=root, content=root / "content", output=root / "output")
    report = build(options)
    assert report.problems == ()
    output = root / "output"
    assert [file.relative_to(output).as_posix() for file in output.rglob("*.[pP][dD][fF]")] == [
        "papers/one/one.pdf"
    ]
    page = (output / "papers/one/index.html").read_text()
    address = "https://example.org/archive/papers/one/one.pdf"
    assert f'name=citation_pdf_url content="{address}"' in page
    (root / name).unlink()
    (root / "content/papers/2024/one.md").write_text(HEAD.format(""))
    assert build(options).problems == ()
    assert "citation_pdf_url" not in (output / "papers/one/index.html").read_text()


def test_two_papers_may_have_one_pdf_and_a_version_its_own(archive: MakeArchive) -> None:
    both = "pdf: both.pdf\n"
    files: dict[str, str | bytes] = {
        "content/static/both.pdf": b"%PDF",
        "content/static/old.pdf": b"%PDF",
        "content/a.md": HEAD.format(both),
        "content/b.md": HEAD.format(both + "versions: [{id: v1, pdf: old.pdf}, {id: v2, pdf: both.pdf}]\n"),
    }
    content, problems = loaded(archive(files))
    assert problems == []
    assert {file.path for file in content.statics} == {
        "papers/a/a.pdf",
        "papers/b/b.pdf",
        "old.pdf",
        "both.pdf",
    }


def test_a_draft_has_no_pdf_on_the_site_and_a_pdf_of_no_record_is_told(archive: MakeArchive) -> None:
    files: dict[str, str | bytes] = {
        "content/a.md": HEAD.format("draft: true\n"),
        "content/a.pdf": b"%PDF",
        "content/b.pdf": b"%PDF",
    }
    content, problems = loaded(archive(files))
    assert content.statics == ()
    assert problems == ["content/b.pdf: is the PDF of no record: it is left out"]
