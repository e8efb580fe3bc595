"""The tokens of TeX, and what text and formulas have in common: arguments, options, accents, fractions, roots."""

import re
from abc import ABC, abstractmethod
from unicodedata import normalize

from papershelf.lib.text import forbidden
from papershelf.markup import marks
from papershelf.markup import tex_symbols as tables

_TOKEN = re.compile(
    r"[\ue000\ue002]\d+[\ue001\ue003]|\\[A-Za-z]+|\\[^\ue000\ue002]|[{}^_~$&']|[^\\{}^_~$&'\ue000\ue002]+|\\",
    re.DOTALL,
)
DEEPEST = 40  # nested groups; what is deeper is no text but an attack on the stack
_ROOTS = {"3": "∛", "4": "∜"}
_GLUED = ("mathcal", "mathbb", "mathbf", "widetilde", "tilde", "sqrt", "log")  # \sqrtT: a lost space


class Tokens(ABC):
    """The tokens of one text, read from left to right."""

    def __init__(self, text: str) -> None:
        self.tokens = _TOKEN.findall(text)
        self.tokens.reverse()
        self.depth, self.cut = 0, False

    @abstractmethod
    def run(self, closed: bool = False) -> str:
        """Return the text up to the closing brace of this group, or up to the end (then it was ``cut``)."""

    @abstractmethod
    def command(self, name: str, before: list[str]) -> str:
        """Return what a command stands for, its arguments read; ``before`` is what precedes it in its group."""

    def ahead(self) -> str:
        """Return the next token, empty at the end."""
        return self.tokens[-1] if self.tokens else ""

    def argument(self) -> str:
        """Return the next group, command or character."""
        while self.tokens and self.tokens[-1].isspace():
            self.tokens.pop()
        if not self.tokens or self.tokens[-1] in ("}", "\\") or self.depth >= DEEPEST:
            return ""
        if marks.is_mark(self.tokens[-1].lstrip()[0]):
            return ""  # what is emphasized already is no command's
        token = self.tokens.pop()
        self.depth += 1
        if token == "{":
            text = self.run(closed=True)
        elif token[0] == "\\" and len(token) > 1:
            text = self.command(token[1:], [])
        elif token[0] in "\ue000\ue002":
            text = token
        else:
            token = token.lstrip()
            text = token[0]
            if token[1:]:
                self.tokens.append(token[1:])
        self.depth -= 1
        return text

    def option(self) -> str:
        """Return the next ``[...]``, empty where there is none."""
        match = re.match(r"\[([^\]]*)\]", self.ahead())
        if not match:
            return ""
        self.put_back(self.tokens.pop()[match.end() :])
        return match[1]

    def eat_space(self) -> None:
        """Pass over the space that ends a command's name."""
        if self.ahead()[:1] in (" ", "\t", "\n"):
            self.put_back(self.tokens.pop().lstrip(" \t\n"))

    def put_back(self, text: str) -> None:
        """Let a text be the next token."""
        if text:
            self.tokens.append(text)

    def accent(self, name: str) -> str:
        """Return the argument with an accent on its first letter."""
        text = self.argument()
        if not marks.without(text[:1]):
            return text
        letter = {"ı": "i", "ȷ": "j"}.get(text[0], text[0])
        return normalize("NFC", letter + tables.ACCENTS[name]) + text[1:]

    def numbered(self) -> str | None:
        """Return the character whose number is in the next group, ``{"4E2D}``; None where there is no such."""
        match = re.fullmatch('"([0-9A-F]{2,5}|10[0-9A-F]{4})', "".join(self.tokens[-2:-1]))
        if not match or self.tokens[-1] != "{" or self.tokens[-3:-2] != ["}"]:
            return None
        char = chr(int(match[1], 16))
        if char.isascii() or forbidden(char) or marks.is_mark(char):
            return None
        del self.tokens[-3:]
        return char

    def function(self, name: str, before: list[str]) -> str:
        """Return the name of a function, set off by spaces from letters."""
        last = next((part[-1] for part in reversed(before) if part), "")
        start = " " if last.isalnum() or last == ")" else ""
        return (
            start + name + (" " if self.ahead()[:1].isalnum() or self.ahead()[:1] in {"\\", "|", "{"} else "")
        )

    def construction(self, name: str, before: list[str]) -> str | None:
        """Return what a command of mathematics makes of its arguments, or None for a command that is not known."""
        if name == "mathbb":
            letters = self.argument()
            return tables.BLACKBOARD.get(letters, letters)
        if name in ("frac", "tfrac", "dfrac", "cfrac"):
            return f"{marks.enclosed(self.argument())}/{marks.enclosed(self.argument())}"
        if name == "sqrt":
            return _ROOTS.get(self.option(), "√") + marks.enclosed(self.argument())
        if name == "symbol":
            return self.numbered()
        if name == "binom":
            return f"({self.argument()} choose {self.argument()})"
        if name == "textcolor":
            self.argument()
            return self.argument()
        if name in ("quad", "qquad", "newline"):
            return " "
        for prefix in _GLUED:
            if name.startswith(prefix) and len(name) > len(prefix):
                self.tokens.append(name[len(prefix) :])
                return self.command(prefix, before)
        return None
