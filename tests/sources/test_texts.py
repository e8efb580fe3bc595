"""Texts, dates, names and identifiers in any form, as a record has them."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from papershelf.lib.text import without_control
from papershelf.markup.markdown import to_text
from papershelf.model import dates
from papershelf.sources import codes, texts
from papershelf.sources.dates import read_date
from papershelf.sources.names import read_names


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("A <i>B. example</i> &amp; C", "A *B. example* & C"),
        ("of<i>Vibrio</i>in water", "of *Vibrio* in water"),
        ("CO<sub>2</sub> and x<sup>i j</sup>", "CO₂ and xi j"),
        ("x<sub>max</sub>", "xₘₐₓ"),
        ("M<sub>Q</sub>", "M~Q~"),
        ("P &amp;lt; 0.05 &lt;i&gt;in vivo&lt;/i&gt;", "P < 0.05 *in vivo*"),
        ("if a &lt; b", "if a < b"),
        ("Two\n  lines", "Two lines"),
        ('for<mml:math alttext="$d$"><mml:mi>d</mml:mi></mml:math>-complete', "for $d$-complete"),
        ("<math><msub><mi>x</mi><mn>1</mn></msub><mo>≤</mo><mn>2</mn></math>", r"$x_1\leq 2$"),
        ("<math><mfrac><mn>1</mn><mi>n</mi></mfrac></math>", r"$\frac{1}{n}$"),
        (r"<tex-math>\begin{document}$$y^2$$\end{document}</tex-math>", "$y^2$"),
        ("<alternatives><tex-math>y</tex-math><math><mi>z</mi></math></alternatives>", "$y$"),
        (r"Erd\H{o}s and {BERT}", "Erdős and {BERT}"),
        ("JosÃ© and “quotes”", "José and “quotes”"),
        ("São Paulo, GARÇON, Ãn", "São Paulo, GARÇON, Ãn"),
        ("Ã satisfying ‖A - Ã‖", "Ã satisfying ‖A - Ã‖"),
        ("TITLE CASE Left Alone", "TITLE CASE Left Alone"),
    ],
)  # fmt: skip
def test_a_line(given: str, expected: str) -> None:
    assert texts.line(given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("<jats:title>Abstract</jats:title><jats:p>A <jats:bold>b</jats:bold>.</jats:p>", "A **b**."),
        ("<jats:p>One.</jats:p><jats:p>Three.</jats:p>", "One.\n\nThree."),
        ("<p>It <i> is </i>so</p><ul><li>a</li><li>b</li></ul>", "It *is* so\n\n- a\n\n- b"),
        ("A line\nbreak.\n\nA paragraph.", "A line break.\n\nA paragraph."),
        ("A* or B* is 2*3", r"A\* or B\* is 2\*3"),
        ("_a_ and snake_case", r"\_a\_ and snake_case"),
        ("$x_1 * y_2$ and $z * w$", "$x_1 * y_2$ and $z * w$"),
        ("# 1. no heading", r"\# 1. no heading"),
        ("1. no list", r"1\. no list"),
        ("It costs $35,000 or US$5.", "It costs $35,000 or US$5."),
    ],
)  # fmt: skip
def test_an_abstract(given: str, expected: str) -> None:
    assert texts.markdown(given) == expected


@settings(deadline=None)
@given(st.text("ab *_#>+-1.)]([\n$", max_size=40))
def test_plain_text_is_shown_as_it_is(text: str) -> None:
    shown = to_text(texts.markdown(text))
    if "$" not in text and "--" not in text and "``" not in text:
        assert " ".join(shown.split()) == " ".join(text.split())


@settings(deadline=None)
@given(
    st.text(max_size=60)
    | st.from_regex(r"(<(/?)(i|sub|p|math|mi|jats:p)>|&lt;|&amp;|\$|[a-z é])*", fullmatch=True)
)
def test_any_text_can_be_read(text: str) -> None:
    for made in (texts.line(text), texts.markdown(text), texts.markdown(text, is_markdown=True)):
        assert without_control(made) == made


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("13 August 2017", "2017-08-13"), ("August 13, 2017", "2017-08-13"), ("Aug. 2017", "2017-08"),
        ("2020-1-5", "2020-01-05"), ("2017/06/18", "2017-06-18"), ("2019-09-22T00:00:00Z", "2019-09-22"),
        ("2020a", "2020"), ("in press", ""), ("Spring 1989", "1989"), ("March/April 2001", "2001-03"),
        ("June 3-5, 2019", "2019-06-03"), ("uuuu", ""), ("0000", ""), ("2562", "2019"), ("2017-00-18", "2017"),
        ("2024-02-30", "2024-02"), ("20170618", "2017-06-18"), ("", ""), (None, ""), (2011, "2011"),
        ([[None]], ""), ([[2019, 9, 22]], "2019-09-22"), ([["2019", "9"]], "2019-09"), ([2018, 0], "2018"),
        ({"date-parts": [[None]], "raw": "May 2001"}, "2001-05"), (1_700_000_000_000, "2023-11-14"), (True, ""),
    ],
)  # fmt: skip
def test_a_date(given: Any, expected: str) -> None:
    assert read_date(given) == expected


@settings(deadline=None)
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20), st.lists))
def test_any_date_is_one_or_none(value: Any) -> None:
    date = read_date(value)
    assert not date or dates.check(date) == date


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Smith J, Doe A, Lee B", [("J", "Smith"), ("A", "Doe"), ("B", "Lee")]),
        ("Doe, Ann; Roe, Bob", ["Doe, Ann", "Roe, Bob"]),
        ("Ann Doe and Bob Roe and others", ["Ann Doe", "Bob Roe"]),
        ("Ann Doe, Bob Roe and Cy Poe", ["Ann Doe", "Bob Roe", "Cy Poe"]),
        ("Doe, A., Roe, B. C.", ["Doe, A.", "Roe, B. C."]),
        ("Ann Doe|Bob Roe", ["Ann Doe", "Bob Roe"]),
        (["Ann Doe*", "Bob Roe et al.", "(:Unav)", "N/A", "42"], ["Ann Doe", "Bob Roe"]),
        ([", Ann Doe;"], ["Ann Doe"]),
        (["Department of Health and Care"], [{"literal": "Department of Health and Care"}]),
        ([{"given": "Hal Doe", "family": "III"}], ["Hal Doe III"]),
        ([{"family": "Ann Doe"}], ["Ann Doe"]),
        ([{"given": "Nan", "family": "Doe"}], [("Nan", "Doe")]),
        ([{"name": "Doe, Ann and Roe"}], ["Doe, Ann", "Roe"]),
        ([{"name": "Ann Doe 0001"}], ["Ann Doe"]),
        ([{"given": "J", "family": "van der Poe"}], [{"given": "J", "particle": "van der", "family": "Poe"}]),
        (["Clémen\\con Doe", r"J{\"o}rg Unal"], ["Clémen\\con Doe", "Jörg Unal"]),
        ([{"family": "Unal", "given": "Ozan"}], [("Ozan", "Unal")]),
        ([None, {}, 3, {"family": None}], []),
    ],
)  # fmt: skip
def test_names(given: Any, expected: list[Any]) -> None:
    wanted = [{"given": each[0], "family": each[1]} if isinstance(each, tuple) else each for each in expected]
    assert read_names(given) == wanted


def test_names_with_more() -> None:
    person = {
        "given": "Ann",
        "family": "Doe",
        "orcid": "http://orcid.org/0000-0002-1825-0097",
        "affiliation": [{"name": "X"}],
    }
    assert read_names([person]) == [
        {"given": "Ann", "family": "Doe", "orcid": "0000-0002-1825-0097", "affiliation": ["X"]}
    ]
    assert read_names([{"name": "Ann Doe", "orcid": "0000-0000-0000-0000x"}]) == ["Ann Doe"]
    turned = {"family": "Sherry", "given": "Jr.", "suffix": "John F."}
    assert read_names([turned]) == [{"family": "Sherry", "given": "John F.", "suffix": "Jr."}]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("https://doi.org/10.1145/3292500.3330701.", "10.1145/3292500.3330701"),
        ("http://dx.doi.org/10.1000%2Fa(1)", "10.1000/a(1)"),
        ("(doi:10.1000/xyz)", "10.1000/xyz"),
        ("https://example.org/doi/full/10.1000/xyz", "10.1000/xyz"),
        ("<10.1000/xyz>", "10.1000/xyz"),
        ("10.1002/(SICI)1097-0258<1::AID-X>3.0.CO;2-#", "10.1002/(SICI)1097-0258<1::AID-X>3.0.CO;2-#"),
        ("10.1002/1097(2000)14:24<2357::AID-X>3.0.CO;2-2", "10.1002/1097(2000)14:24<2357::AID-X>3.0.CO;2-2"),
        ("doi:10.1175/1520(1992)049<0337:ROT>2.0.CO;2", "10.1175/1520(1992)049<0337:ROT>2.0.CO;2"),
        ("10.5555/a(b)<i>c</i>", "10.5555/a(b)"),
        ("no doi", ""),
    ],
)
def test_a_doi_in_any_address(given: str, expected: str) -> None:
    assert codes.find_doi(given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("https://arxiv.org/pdf/2302.06675v4.pdf", "2302.06675"),
        ("arXiv preprint arXiv:1706.03762", "1706.03762"),
        ("http://arxiv.org/abs/hep-th/9901001v2", "hep-th/9901001"),
        ("10.48550/arXiv.2302.06675", "2302.06675"),
        ("2302.06675", "2302.06675"),
        ("10.1000/2302.066759", ""),
        ("1234", ""),
    ],
)
def test_an_arxiv_id_in_any_address(given: str, expected: str) -> None:
    assert codes.find_arxiv(given) == expected


def test_languages_and_licences() -> None:
    assert [codes.read_language(text) for text in ("eng", "English", "en_US", "xx-unknown-1", "")] == [
        "en",
        "en",
        "en-US",
        "",
        "",
    ]
    assert codes.read_license("http://creativecommons.org/licenses/by-nc/4.0/") == "CC-BY-NC-4.0"
    assert codes.read_license("CC BY 4.0") == "CC-BY-4.0"
    assert codes.find_isbn("3-16-148410-X 978-3-16-148410-0") == "978-3-16-148410-0"
    assert codes.find_issn("x 20493630") == "2049-3630"
