"""One text is read one way: what pages show, what feeds and search say and what BibTeX gets are the same pieces."""

import re
from functools import partial

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from papershelf.markup import line, markdown, read

from tests.counting import calls

KINDS = [  # a line, as HTML, as plain text, in TeX
    # Formulas: dollars in pairs, with digits behind them, and money.
    (r"at $\sim$5$\sigma$", "at ∼5σ", r"at $\sim$5$\sigma$"),
    (r"$^{\circ}$598", "°598", r"$^{\circ}$598"),
    (r"2$\times$3 and $x$2", "2×3 and x2", r"2$\times$3 and $x$2"),
    (r"$\approx$6,500 of <$600M, $5 million", "≈6,500 of <$600M, $5 million", None),
    (r"from $5 to $10, US$3 or $7/hour", "from $5 to $10, US$3 or $7/hour", None),
    (r"$2, 3$ and $10 \log n$", "2, 3 and 10 log n", r"$2, 3$ and $10 \log n$"),
    (r"with $ \mathcal{O}(n) $", "with O(n)", r"with $\mathcal{O}(n)$"),
    # TeX's text commands
    (r"\emph{Only} \textit{you}", "Only you", r"\emph{Only} \emph{you}"),
    (r"{\em $k$-means}", "k-means", r"\emph{$k$-means}"),
    (r"\textsc{Net} Fran\c{c}ois S\~{a}o", "Net François São", None),
    (
        r"Fig.~2, Great~Truths, ~5%",
        "Fig. 2, Great Truths, ~5%",
        r"Fig. 2, Great Truths, \textasciitilde{}5\%",
    ),
    (r"10\% \& ``quotes'' `x' -- 1--2---a", "10% & “quotes” ‘x’ – 1–2—a", None),
    ("eﬃcient ﬁnd so\xadft\u2028line", "efficient find soft line", None),
    (r"L\textsubscript{p} 5\textsuperscript{th} CO^{2}", "Lₚ 5ᵗʰ CO²", None),
    (r"what is \unknown{x} here", r"what is \unknown{x} here", None),
    (r"as \cite[p. 3]{doe} says", "as says", None),
    # HTML, once and twice encoded
    ("<i>E. coli</i> &amp; H<sub>2</sub>O", "E. coli & H₂O", r"\emph{E. coli} \& H\textsubscript{2}O"),
    ("a &amp;#58; b &#x3b1;&eacute; AT&T", "a : b αé AT&T", None),
    ("<jats:p>One <jats:italic>two</jats:italic></jats:p>", "One two", None),
    (r"$>$95\% of $+$5", ">95% of +5", None),
    (r"\cite{x} two  \cite{y} words", "two words", None),
    (r"\textquotedblleft a\textquotedblright", "“a”", None),
    ("&lt;b&gt;x&lt;/b&gt; <unk> p<0.05", "x <unk> p<0.05", None),
    ("a&#xe000;7&#xe001;&#0;&#8238;", "a7", None),
    (r"&#36;5&#36; &#123;x&#125; \&amp;", "$5$ {x} &amp;", None),
    # Markdown
    ("Smith *et al*, **bold** _it_", "Smith et al, bold it", r"Smith \emph{et al}, \textbf{bold} \emph{it}"),
    ("H~2~O, x^2^, CO~2~", "H₂O, x², CO₂", None),
    ("A* and D*-Lite, L_p, snake_case_name, x^2-y^2", "A* and D*-Lite, L_p, snake_case_name, x^2-y^2", None),
    ("World* in Six Days *(As", "World* in Six Days *(As", None),
    (r"\*x\* {BERT} {Un}it", "*x* BERT Unit", r"*x* {BERT} {Un}it"),
]
PIECES = [
    *"ab$\\{}<>&;*_~^`'\"- \n",
    *(
        r"\emph{",
        r"\em ",
        "<i>",
        "</i>",
        "<sub>",
        "&amp;",
        "&#60;",
        "``",
        "''",
        "--",
        "$x$",
        r"\(y\)",
        "[a](b)",
    ),
    *(
        "**",
        "~2~",
        "^2^",
        "\ue000",
        "\ue0100\ue011",
        "ﬁ",
        r"\begin{itemize}",
        r"\item ",
        r"\cite{a}",
        r"\x{",
        r"\'",
        r"\b",
    ),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


def text_of(html: str) -> str:
    """Return the letters of HTML without formulas."""
    return re.sub("<[^>]*>", "", html).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


@pytest.mark.parametrize(("text", "plain", "tex"), KINDS)
def test_kinds(text: str, plain: str, tex: str | None) -> None:
    assert line.plain(text) == plain
    assert tex is None or line.to_tex(text) == tex
    if "$" not in text:
        scripts = str.maketrans("₂²ₚᵗʰ", "22pth")
        assert text_of(line.to_html(text)) == plain.translate(scripts)


@pytest.mark.parametrize(("text", "plain", "tex"), KINDS)
def test_an_abstract_says_what_a_title_says(text: str, plain: str, tex: str | None) -> None:
    shown = " ".join(markdown.to_lines(text).split())
    braces = str.maketrans("", "", "{}")  # in Markdown they are letters
    assert (
        shown.translate(braces) == " ".join(plain.split()).translate(braces)
        or "&lt;" in text
        or "&amp;" in plain
    )


@settings(deadline=None)
@given(TEXTS)
@example(r"*a \emph{b* c}")
@example(r"\emph{a **b} c**")
@example(r"\textbf^2^")
@example(r"a_{\begin{itemize}b}")
def test_elements_are_closed_in_order(text: str) -> None:
    for html in (line.to_html(text), markdown.to_html(text), markdown.convert(text)):
        stack: list[str] = []
        for closing, name, whole in re.findall(r"<(/?)(\w+)[^>]*?(/?)>", html):
            if closing:
                assert stack.pop() == name
            elif name not in ("br", "hr") and not whole:
                stack.append(name)


@settings(deadline=None)
@given(TEXTS)
def test_abstracts_without_the_library_are_the_same(text: str) -> None:
    text = text.strip()
    assert markdown.to_html(text) == markdown.convert(text)


@settings(deadline=None)
@given(TEXTS)
@example("\\b$x$")
def test_no_mark_is_left(text: str) -> None:
    made = (
        line.to_html(text),
        line.plain(text),
        line.to_tex(text),
        markdown.to_html(text),
        markdown.to_lines(text),
    )
    for out in made:
        assert not re.search("[\ue000-\uf8ff]", out)


@settings(deadline=None)
@given(TEXTS)
def test_what_is_literal_says_itself(text: str) -> None:
    text = re.sub("[\ue000-\uf8ff]", "", text)
    assert " ".join(markdown.to_lines(markdown.literal(text)).split()) == " ".join(
        text.translate(read._LIGATURES).split()
    )


@pytest.mark.parametrize(
    "text",
    [
        r'[a](https://x.org/$\foo"onclick="alert(1)$)',
        r'[a](https://x.org "$\foo" onclick=alert(1) x$")',
        r"[a](https://x.org/\emph{b})",
        r'![$\foo" onerror=alert(1)$](https://x.org/$x$)',
    ],
)
def test_nothing_of_ours_stands_in_an_attribute(text: str) -> None:
    html = markdown.to_html(text)
    for tag in re.findall(r"<[^>]*>?", html):
        assert re.fullmatch(r'</?\w+(?: (?:href|title|width|class)="[^"<>]*")*>', tag), html


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    ["{", "$x ", r"\(", r"\[", r"\frac", "^", r"\sqrt{", "$\\", "``", "`a", "*a", "**", "<i>", "&amp;", "a--", "~2",
     r"\begin{align}", r"\begin{itemize}", "$ \\x ", "<jats:p", r"\emph{", "$5 a", "&#60;", '\\"a', "~~~\n", "</i>"],
)  # fmt: skip
def test_hostile_text_takes_linear_work(piece: str) -> None:
    for read_one in (read.line, read.markdown):
        some, twice = (calls(partial(read_one, piece * (size // len(piece)))) for size in (50_000, 100_000))
        assert twice < 3 * some + 100
