"""Whatever passes `check` is read with little work: pieces as often as the limits allow; what is more is refused."""

from functools import partial

import pytest
from papershelf.checks.markdown import LONGEST, tangle
from papershelf.markup import markdown

from tests.counting import calls

MOST_CALLS = 12_000_000  # of functions, which take a second or less: most are of a text in C

# fmt: off
PIECES = [
    "a\n=\n", "- - -\n", "~~~a\n", "~~~a\n\n", "```\n", "|a", "a|b\n-|-\n", "- ", "1. ", "> ", "- > 1. ", "# a\n",
    "#a\n", "    a\n", "`", "``a` ", "*a_ ", "**a", "[", "[a](", "[a](<b", "[a]: b\n", "[a][b] ", "![", "![a][",
    "[a [b ", "<a", "<http://a>", "&a;", "\\", "a  \n", "\\ ", "&", "& ", "a\n\n", "- a\n\n  b\n",
    "1. a\n", "> a\n\n", "---\n", "-\n",
    "***\n", "| a |\n", "\\(", "{", "$a$", "<i>", "``a''", "\\emph{", "~", "=", "\ue000",
    "\\begin{itemize}\\item a ",
]
# fmt: on


def most(piece: str) -> int:
    """Return how often a piece may stand behind itself."""
    low, high = 1, LONGEST // len(piece)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (low, middle - 1) if tangle(piece * middle) else (middle, high)
    return low


@pytest.mark.slow
@pytest.mark.parametrize("piece", PIECES)
def test_what_is_allowed_takes_little_work(piece: str) -> None:
    times = most(piece)
    rest = LONGEST - times * len(piece)
    for text in (
        piece * times,
        piece * times + "\n\n" + "some words. " * (rest // 12 - 1),
        piece * times + "a " * (rest // 2),
    ):
        if tangle(text.strip()):
            continue
        assert calls(partial(markdown.to_html, text.strip())) < MOST_CALLS


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a" * (LONGEST + 1), "100,001 characters"),
        ("a\n=\n" * 1_001, "1,001 lines"),
        ("- " * 25 + "a", "20 deep"),
        ("> - 1. " * 8 + "a", "20 deep"),
        ("*a" * 2_001, "2,001 Markdown signs"),
        ("|" * 100 + "\n" + "-|" * 100 + "\n" + "a\n" * 900, "a table of"),
        ("[" * 1_900 + "a" * 9_000, "20,710,000"),
        ("~~~a\n\n" * 900, "4,860,000"),
    ],
)
def test_what_would_take_too_long_is_refused_with_its_number(text: str, says: str) -> None:
    assert says in tangle(text)


def test_what_people_write_is_not_refused() -> None:
    table = "| a | b | c |\n|---|---|---|\n" + "| 1 | 2 | 3 |\n" * 150
    text = "# A\n\nSome [links](https://example.org/) and `code`.\n\n" * 100 + table + "- a\n    - b\n" * 100
    assert tangle(text) == ""
