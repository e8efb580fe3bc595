"""Lines of text with TeX in them."""

import re
from functools import partial

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from papershelf.markup.line import escape, from_tex, literal, plain, to_tex

from tests.counting import calls

PIECES = st.sampled_from([*r"""ab{}$\^_~%&# ,2"'lαé""", r"\textbackslash{}", r"\ell", r"\frac"])
TEXTS = st.lists(PIECES, max_size=20).map(lambda pieces: re.sub(" {2,}", " ", "".join(pieces)).strip(" "))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("as it is: 100% of $5 and $10, a_b", "as it is: 100% of $5 and $10, a_b"),
        (r"$\ell_1$-norm of {BERT}", "ℓ₁-norm of BERT"),
        (r"$\widetilde{\mathcal{O}}(\sqrt{T})$ Regret", "Õ(√T) Regret"),
        (r"$O(n^2\log n)$ in $\mathbb{R}^{d}$", "O(n² log n) in ℝᵈ"),
        (r"$\frac{a+b}{2} \leq x_{i,j}$", "(a+b)/2 ≤ x_(i,j)"),
        (r"Schr\"odinger, Erd{\H{o}}s, Fran\c{c}ois, \'{\i}", "Schrödinger, Erdős, François, í"),
        (r"\emph{top \textbf{arm}} by \citet{x}, {\em any}", "top arm by, any"),
        (r"76.7\% \& \$5 \#1 a\_b \{c\}", "76.7% & $5 #1 a_b {c}"),
        (r"the set {1, 2} of \alpha", "the set {1, 2} of α"),
        (r"only $\sqrtT$ of $\unknown{x}$", r"only √T of $\unknown{x}$"),
        ("DanceR$ {unclosed", "DanceR$ {unclosed"),
        (r"$\left\{x\right.$ \(y^2\) \[z\]", "{x y² z"),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{BERT} for $x_1$: 100% of A&B_C", r"{BERT} for $x_1$: 100\% of A\&B\_C"),
        ("$5 ~ #1 ^", r"\$5 \textasciitilde{} \#1 \textasciicircum{}"),
        (r"$76%$", r"$76\%$"),
        (r"Schr\"odinger & {co}", r"Schrödinger \& {co}"),
        ("un{balanced", r"un\textbraceleft{}balanced"),
        ("CO^{2}", r"CO\textsuperscript{2}"),
        ("X`a'", r"X\textasciigrave{}a'"),
    ],
)
def test_to_tex(text: str, expected: str) -> None:
    assert to_tex(text) == expected


@settings(deadline=None, derandomize=True)
@given(TEXTS)
@example(r"$\a%$")
def test_tex_says_the_same(text: str) -> None:
    assert plain(from_tex(to_tex(text))) == plain(text)


@settings(deadline=None, derandomize=True)
@given(TEXTS)
def test_escaped_and_literal_text_come_back(text: str) -> None:
    assert plain(escape(text)) == text
    assert plain(literal(text)) == text


@settings(deadline=None, derandomize=True)
@given(TEXTS)
def test_braces_of_tex_are_balanced(text: str) -> None:
    depth = 0
    for char in to_tex(text):
        depth += (char == "{") - (char == "}")
        assert depth >= 0
    assert depth == 0


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["{", "$x ", "\\(", "\\[", "\\frac", "^", "\\sqrt{", "$\\"])
def test_hostile_text_takes_linear_work(piece: str) -> None:
    some, twice = (calls(partial(plain, piece * (size // len(piece)))) for size in (50_000, 100_000))
    assert twice < 3 * some
