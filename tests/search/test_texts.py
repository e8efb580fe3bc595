"""The engine takes from a paper's page the text that Python says is there, and finds phrases in it."""

import json
import subprocess
from pathlib import Path

import pytest
from papershelf.pipeline import documents
from papershelf.problems import errors
from papershelf.search.archive import open_archive
from papershelf.search.document import SearchSettings
from papershelf.search.reference import search
from papershelf.search.texts import TEXTS

from tests.pipeline.archives import SITE, paper, run, write
from tests.search.archive import ask, document, written

READ = Path(__file__).with_name("abstracts.mjs")
ABSTRACTS = [
    "One plain paragraph, of all papers' abstracts the usual one.",
    "Two paragraphs: a > b, “quoted” & R&D, 5 % &amp; &copy; &lt;div&gt;.\n\nAnd\xa0the second.",
    "With *emphasis*, **strong words**, `code < text`, and a [link](https://example.org 'of > two \"words\"').",
    "- one\n- two\n    - nested in two\n- three\n\n1. first\n2. second",
    "## A heading\n\n> A quotation\n> goes on.\n\nA line  \nbroken by hand\n\n---\n\nafter a rule",
    "```\nif a < b && c > d:\n    return '</div>'\n```\n\nafter code",
    "| left | right |\n|---|---|\n| a | b < c |",
    r"We show $x^2 \le \alpha_i$ and $O(n \log n)$ and $$\sum_{i<n} \frac{a}{b} > \text{R&D}$$ hold.",
    r"Broken $\nosuchcommand{x}$ and $a < \unknown$, \(y\), lone $ and \$5.",
    "<div class=text>raw HTML</div> <b>is shown</b> <!-- not obeyed --> </div>",
    "深度学习 🎉 naïve Schölkopf ﬁne",
    "",
]
PAGES = [
    paper(
        f"Paper {number}",
        abstract=abstract,
        more="notes: Words of ours.\nimage: figure.png\nimage_alt: It.\n",
    )
    for number, abstract in enumerate(ABSTRACTS)
]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(documents, "texts_in_pages", lambda count: True)
    files = {f"content/papers/paper-{number}.md": page for number, page in enumerate(PAGES)}
    write(tmp_path, {"site.yaml": SITE, "content/static/figure.png": "", **files})
    assert not errors(run(tmp_path).problems)
    return tmp_path / "output"


def test_text_of_a_page_is_the_one_that_python_gives(site: Path) -> None:
    names = [f"paper-{number}" for number in range(len(ABSTRACTS))]
    done = subprocess.run(
        ["node", READ, site], input=json.dumps(names), capture_output=True, text=True, check=False
    )
    assert json.loads(done.stdout) == [TEXTS["page"](abstract) for abstract in ABSTRACTS], done.stderr


@pytest.mark.parametrize(
    "phrase", ["quoted R&D", "nested in two three", "broken by hand", "x2 ≤", "d return"]
)
def test_phrases_are_found_on_pages_as_by_the_reference(site: Path, phrase: str) -> None:
    papers = [
        document(number, f"Paper {number}", abstract=abstract, date="2024-05-03", added="2024-05-03")
        for number, abstract in enumerate(ABSTRACTS)
    ]
    [answer] = ask(site, [f'"{phrase}"'], facets=False)
    expected = search(open_archive(papers, SearchSettings(texts="page")), f'"{phrase}"')
    assert answer["result"]["query"]["notes"] == []
    assert [hit["id"] for hit in answer["result"]["hits"]] == [found.id for found, _ in expected.hits]
    assert len(expected.hits) == 1


def test_page_that_cannot_be_read_costs_only_its_excerpt(site: Path) -> None:
    (site / "papers/paper-0/index.html").unlink()
    [answer] = ask(site, ["usual"])
    assert [(hit["id"], hit["excerpt"]) for hit in answer["result"]["hits"]] == [("paper-0", "")]


def test_an_excerpt_is_cut_where_the_words_are_and_marks_every_form_of_them(tmp_path: Path) -> None:
    abstract = "some " * 99 + "kernels of a kernel " + "other " * 99
    site = written([document(1, "Kernel machines", abstract=abstract.strip())], tmp_path)
    [hit] = ask(site, ["kernel"])[0]["result"]["hits"]
    assert hit["titleParts"] == ["", "Kernel", " machines"]
    assert hit["excerpt"].startswith("… some ")
    assert hit["excerpt"].endswith("other …")
    assert hit["excerptParts"][1::2] == ["kernels", "kernel"]
