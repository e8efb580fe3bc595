"""Formulas: MathML where the converter understands all of it, the source where not."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papershelf.markup.math import LONGEST, to_html


@pytest.mark.parametrize(
    ("tex", "html"),
    [
        ("x<y", "<math><mrow><mi>x</mi><mo>&#x0003C;</mo><mi>y</mi></mrow></math>"),
        ("\\alpha", "<math><mrow><mi>α</mi></mrow></math>"),
        ("a\\,b", '<math><mrow><mi>a</mi><mspace width="0.167em" /><mi>b</mi></mrow></math>'),
    ],
)
def test_understood(tex: str, html: str) -> None:
    assert to_html(tex, False) == html


def test_display() -> None:
    assert to_html("x", True) == '<math display="block"><mrow><mi>x</mi></mrow></math>'


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
