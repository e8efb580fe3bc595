"""References by a file of CSL: any paper in any style, and what is no style."""

from pathlib import Path
from typing import Any

import citeproc
import pytest
from hypothesis import HealthCheck, given, settings
from papershelf.formats import csl_style
from papershelf.model.paper import Paper

from tests.formats.papers import papers, record
from tests.stress import examples

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>Made up</title><id>http://example.org/made-up</id><updated>2024-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="title"/></layout></citation>
{}
</style>"""
LAYOUT = """<bibliography><sort><key variable="issued" sort="descending"/></sort><layout suffix=".">
<names variable="author"><name and="text" delimiter=", "/></names>
<date variable="issued" prefix=" (" suffix="): "><date-part name="year"/></date>
<text variable="title"/><text variable="container-title" font-style="italic" prefix=", "/>
<text variable="event" prefix=", "/></layout></bibliography>"""
BUNDLED = Path(citeproc.STYLES_PATH) / "harvard-cite-them-right.csl"


@pytest.fixture
def style(tmp_path: Path) -> Path:
    file = tmp_path / "made-up.csl"
    file.write_text(STYLE.format(LAYOUT), encoding="utf-8")
    return file


def references(style: Path, *fields: dict[str, Any], language: str = "en") -> list[str]:
    made = [Paper(record=record(**{"id": f"p{index}", **each})) for index, each in enumerate(fields)]
    return list(csl_style.write(made, style, language))


def test_a_reference_is_a_line_of_text_in_the_order_of_the_style(style: Path) -> None:
    names = ["Ada Lovelace", "Laurens van der Maaten"]
    found = references(
        style,
        {"title": "On {BERT} & <looms>", "authors": names, "date": "1843", "event": {"name": "A Meeting"}},
        {"title": r"Of $x^2$", "authors": names[:1], "date": "2024-05", "venue": "J 2024"},
    )
    assert found == [
        "Ada Lovelace (2024): Of x², J 2024.\n",
        "Ada Lovelace and Laurens van der Maaten (1843): On BERT & <looms>, A Meeting.\n",
    ]


def test_a_style_speaks_the_language_of_the_archive(style: Path) -> None:
    two = {"authors": ["Ada Lovelace", "Bo Ek"]}
    assert "Ada Lovelace und Bo Ek" in references(style, two, language="de-AT")[0]
    assert "Ada Lovelace and Bo Ek" in references(style, two, language="xx")[0]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("title: no XML", "cannot be read as XML"),
        ("<a/>", "is no style of CSL"),
        (STYLE.format(""), "has no bibliography"),
        (
            STYLE.replace(
                "<updated>", '<link href="http://x.org/y" rel="independent-parent"/><updated>'
            ).format(""),
            "it depends on http://x.org/y",
        ),
        (STYLE.format(LAYOUT.replace('name="year"', 'name="yaer"')), "is no style of CSL 1.0"),
    ],
)
def test_what_is_no_style_is_told(tmp_path: Path, text: str, reason: str) -> None:
    file = tmp_path / "style.csl"
    file.write_text(text)
    with pytest.raises(ValueError, match=reason):
        references(file, {})
    with pytest.raises(ValueError, match="cannot be read"):
        references(tmp_path / "missing.csl", {})


@pytest.mark.slow
@settings(
    max_examples=examples(40), deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
@given(paper=papers())
def test_any_paper_has_a_reference(paper: Paper) -> None:
    (found,) = csl_style.write([paper], BUNDLED, "en")
    assert found.endswith("\n")
    assert found.strip()
