"""Formulas: MathML where the converter understands all of it, the source where not."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papershelf.markup.math import LONGEST, to_html


@pytest.mark.parametrize(
    ("tex", "html"),
    [
        ("x<y", '<math alttext="x&lt;y"><mrow><mi>x</mi><mo>&#x0003C;</mo><mi>y</mi></mrow></math>'),
        ("\\alpha", '<math alttext="\\alpha"><mrow><mi>α</mi></mrow></math>'),
        ("a\\,b", '<math alttext="a\\,b"><mrow><mi>a</mi><mspace width="0.167em" /><mi>b</mi></mrow></math>'),
    ],
)
def test_understood(tex: str, html: str) -> None:
    assert to_html(tex, False) == html


def test_display() -> None:
    assert to_html("x", True) == '<math alttext="x" display="block"><mrow><mi>x</mi></mrow></math>'


@pytest.mark.parametrize(
    "tex",
    [
        "\\unknown x",
        "\\frac{a",
        "a}",
        "\\href{javascript:alert(1)}{x}",
        "\\begin{nothing}",
        "x" * (LONGEST + 1),
    ],
)
def test_not_understood(tex: str) -> None:
    assert to_html(tex, False) == f'<code class="math">{tex}</code>'


@given(st.text(st.sampled_from("\\{}^_&<>\"'$ ab1+-=()") | st.characters(codec="utf-8"), max_size=30))
def test_any_text_gives_one_whole_element(tex: str) -> None:
    html = to_html(tex, False)
    assert html.startswith(("<math", '<code class="math">'))
    if html.isprintable():
        ElementTree.fromstring(html)


@pytest.mark.parametrize(
    ("tex", "left", "right"),
    [
        ("n \\log n", "0.167em", "0.167em"),
        ("(\\log n)", "0", "0.167em"),
        ("n\\log(n)", "0.167em", "0"),
        ("n\\log_2 n", "0.167em", "0.167em"),
        ("n\\log^{2}(n)", "0.167em", "0"),
        ("2 \\operatorname{poly} n", "0.167em", "0.167em"),
        ("+ \\max_{x} f", "0", "0.167em"),
    ],
)
def test_functions_stand_off_from_letters_only(tex: str, left: str, right: str) -> None:
    assert f'<mo lspace="{left}" rspace="{right}">' in to_html(tex, False)


@pytest.mark.parametrize(
    ("tex", "same"),
    [
        ("\\eps \\in \\R^d", "\\varepsilon \\in \\mathbb{R} ^d"),
        ("\\cO(\\norm{x_{i}})", "\\mathcal{O}(\\lVert x_{i}\\rVert )"),
        ("F_\\\\beta 5%", "F_\\beta 5\\%"),
        ("\\big\\{x\\big\\}", "\\{x\\}"),
        ("\\sqrtT", "\\sqrt{T}"),
    ],
)
def test_well_known_macros(tex: str, same: str) -> None:
    def shown(text: str) -> str:
        return to_html(text, False).partition(">")[2]

    assert "<math" in to_html(tex, False)
    assert shown(tex) == shown(same)


@pytest.mark.parametrize(
    "tex", ["\\def\\a{xx}\\a", "\\newcommand{\\a}{x}\\a", "\\kern9999pt x", "\\let\\a=b"]
)
def test_what_defines_or_spreads_is_not_run(tex: str) -> None:
    assert to_html(tex, False).startswith("<code")
