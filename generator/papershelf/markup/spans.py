"""Where the formulas of a text are: dollars in pairs, not amounts of money; ``\\(…\\)``, ``\\[…\\]``, environments."""

import re
from dataclasses import dataclass

_CONTENT = r"(?:\\.|[^\\$])+?"
# $5 million, $600M, and $20 per hour: money, unless a dollar ends it at once.
_MONEY = (
    r"\d[\d,.]*(?:\s?(?:[KMBT]|bn|mn|[mbtr]\w{1,3}llion|thousand|USD)\b[,.;:)]?\s"
    r"|k?[,.;:)]?\s+[A-Za-z]{2,}[\s,.;])"
)
# What no word of a language holds: a command, a script, a group; or the whole is one letter, or a sign.
_EVIDENT = r"[A-Za-z]\$|[<>=+±~−-]{1,2}\$|[^$]*?(?:\\[A-Za-z]|[\^_{])"
_NO_WORDS = r"(?:\\[A-Za-z]+|\\.|\{[^{}$]*\}|[^\\$A-Za-z{}]|(?<![A-Za-z])[A-Za-z]{1,2}(?![A-Za-z]))"
_DISPLAYED = "equation|displaymath|align|gather|multline|eqnarray|math"

FORMULA = (
    rf"(?<!\\)\$\$(?=[^$]){_CONTENT}\$\$"
    rf"|(?<!\\)\$(?![\s$])(?!{_MONEY}){_CONTENT}(?<![\s\\])\$(?!\d)"
    rf"|(?<!\\)\$(?![\s$])(?!{_MONEY})(?={_EVIDENT}){_CONTENT}(?<![\s\\])\$(?=\d)"
    rf"|(?<!\\)\$\s(?=[^$]*[\\^_]){_NO_WORDS}+?\s?\$"
    r"|(?<!\\)\\\((?:[^\\]|\\[^()\[\]])+?\\\)"
    r"|(?<!\\)\\\[(?:[^\\]|\\[^()\[\]])+?\\\]"
    rf"|(?<!\\)\\begin\{{(?P<environment>{_DISPLAYED})(?P<starred>\*?)\}}"
    rf"(?:[^\\]|\\(?!(?:begin|end)\{{(?:{_DISPLAYED})\*?\}}).)+"
    r"\\end\{(?P=environment)(?P=starred)\}"
)
"""Pattern of a formula with its delimiters, to be compiled with DOTALL.

As in Pandoc no dollar opens before a space and none closes before a digit, but where what stands between them is
evidently a formula (``$\\sim$5``). Each alternative stops at the next delimiter, so looking takes linear time.
"""

_ENVIRONMENT = re.compile(r"\\(?:begin|end)\{(?:equation|displaymath|math|gather|multline)\*?\}")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula without its delimiters."""

    tex: str
    display: bool
    """On a line of its own."""


def formula(span: str) -> Formula:
    """Return the formula of a match of ``FORMULA``."""
    if span.startswith("\\begin"):
        return Formula(_ENVIRONMENT.sub("", span).strip(), display=not span.startswith("\\begin{math"))
    display = span.startswith(("$$", "\\["))
    width = 1 if span[0] == "$" and not display else 2
    return Formula(span[width:-width].strip(), display)
