"""Markdown: the fast path equals the library, math survives, nothing harmful comes through."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from papershelf.lib.text import without_control
from papershelf.markup import line, markdown
from papershelf.markup.links import links, moved_links
from papershelf.markup.markdown import convert, is_plain, to_html, to_text

WORDS = st.sampled_from(
    [
        *re.findall(
            r"\S+", 'The of — 20 3.5 (a) 1. - x-y I\'m "so" e.g. R&D a_b _c_ *c* <d> x>y # #1 + = ! ![ [a]'
        ),
        *re.findall(
            r"\S+", "~~~ `c` A* k<6 <<a` &B $x$ ; : | ... 12) === https://x.org é 日本 ‘q’ {B} \\( \\"
        ),
        "\xa0",
        "\u2028",
    ]
)
MATHML = set(re.findall(r"\w+", "math mfrac mi mn mo mover mrow mspace msub msup mtext munder"))
LINES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
TEXTS = st.lists(LINES, min_size=1, max_size=5).flatmap(
    lambda lines: st.lists(
        st.sampled_from(["\n", "\n\n", "  \n", "\n\n\n", "\n    "]), min_size=len(lines), max_size=len(lines)
    ).map(lambda ends: "".join(line + end for line, end in zip(lines, ends, strict=True)).strip())
)


@given(TEXTS | st.text(max_size=60).map(without_control).map(str.strip))
@example("It is.\nPlain\n\n20 percent of it.")
@example("a _b_ c")
@example("a *b* c")
@example("a [b] c\n[b]: d")
@example("a [b] [c]\n\n[c]: d")
@example("[b] c")
@example("a_b__c_ d_e_")
@example("a &b; &#1; & c &")
@example("a \\b \\_c_ \\\\d \\")
@example("$x$\n$y$ [z] $5\n\n$$a$$\n\n$b$")
@example("$x$_a_ b")
@example("a ![b] c")
@example("a `b` c")
@example("a [b](c)")
@example("a <https://b.c> d")
@example("a & b")
@example("a * b")
@example("a* b*")
@example("a < b")
@example("a <b c > d")
@example("a ` b")
@example("a `` b `` c")
@example("a&b &c; &#d &amp;")
@example("a | b\n--- | ---\nc | d")
@example("a \\* b")
@example("a  \nb")
@example("a\n---")
@example("a\n1. b")
@example("a $x$ b")
def test_the_fast_path_gives_the_librarys_bytes(text: str) -> None:
    assert to_html(text) == convert(text)


def test_the_fast_path_is_taken() -> None:
    text = 'We train 3 models (of 20) on "all": > 2.5% better.\nSee [1], R&D, A*, n<6, a_b, `so, \\textsc: $5.\n\nNew.'
    assert is_plain(text)


@given(st.text(st.sampled_from("ab<>&\"'/= \n[]()!*_`#:$\\{}") | st.characters(codec="utf-8"), max_size=80))
def test_no_markup_but_ours(text: str) -> None:
    for html in (to_html(text), line.to_html(text)):
        tags = set(re.findall(r"<\s*/?\s*([^\s>/]*)", html))
        assert tags <= markdown._TAGS | MATHML


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
        ("# A\n\n## B", "<h2>A</h2>\n<h2>B</h2>"),
        ("p<0.05 and n<N, x<y>z", "<p>p&lt;0.05 and n&lt;N, x&lt;y&gt;z</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("[a](javascript:alert(1)) [b](https://x.org)", '<p><a>a</a> <a href="https://x.org">b</a></p>'),
        ("[b]: javascript:alert(1)\n[b]", "<p><a>b</a></p>"),
        (
            "[a](ftp://x.org) [b](data:text/html,b) [c](mailto:c@x.org)",
            '<p><a>a</a> <a>b</a> <a href="mailto:c@x.org">c</a></p>',
        ),
        ("![x](https://evil.example/pixel.gif)", "<p></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("$x^2$", '<p><math alttext="x^2"><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow></math></p>'),
        ("costs $5 and $10", "<p>costs $5 and $10</p>"),
        ("`$x$`", "<p><code>$x$</code></p>"),
        ("$a_b$ and $c_d$", "<p>{} and {}</p>"),
        ("{% include x %}{{ y }}", "<p>{% include x %}{{ y }}</p>"),
        ("\ue0000\ue001 $x$", '<p>0 <math alttext="x"><mrow><mi>x</mi></mrow></math></p>'),
    ],
)
def test_examples(text: str, html: str) -> None:
    math = '<math alttext="{0}_{1}"><mrow><msub><mi>{0}</mi><mi>{1}</mi></msub></mrow></math>'
    if text == "$a_b$ and $c_d$":
        html = html.format(math.format("a", "b"), math.format("c", "d"))
    assert to_html(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("{BERT} & {\\$}5 <b>", "BERT &amp; $5 &lt;b&gt;"),
        ("*A* _b_ A* x_y_ \\{x\\}", "<em>A</em> <em>b</em> A* x_y_ {x}"),
        ("$n$ bounds", '<math alttext="n"><mrow><mi>n</mi></mrow></math> bounds'),
        ("\"Why\" 'so'", "\"Why\" 'so'"),
        ("p > q", "p &gt; q"),
    ],
)
def test_titles(text: str, html: str) -> None:
    assert line.to_html(text) == html


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("A plain\nparagraph.\n\nAnother.", "A plain paragraph. Another."),
        ("*a* [b](https://x.org) `c` &amp; d<e", "a b c & d<e"),
        ("- one\n- two", "one two"),
        ("of $\\ell_1$ and $n^2$", "of ℓ₁ and n²"),
    ],
)
def test_plain_text(text: str, plain: str) -> None:
    assert to_text(text) == plain


def test_links_lead_to_the_same_page_from_everywhere() -> None:
    html = to_html("[a](../b/) [c](/c) [d](https://example.org/?a&b) [e](#e) [f](../../x?y=1&z)")
    moved = moved_links(html, "papers/a/", "../../../")
    assert list(links(moved)) == [
        "../../../papers/b/",
        "/c",
        "https://example.org/?a&b",
        "../../../papers/a/#e",
        "../../../x?y=1&z",
    ]
