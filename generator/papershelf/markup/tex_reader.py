"""TeX to plain Unicode, token by token: groups, commands, accents, scripts, fractions, roots."""

import re
from unicodedata import normalize

from papershelf.markup import tex_symbols as tables

_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|[{}^_~$&']|[^\\{}^_~$&']+|\\", re.DOTALL)
_SIMPLE = re.compile(r"[\w.′‖|√\u0300-\u036f]+")
_DEEPEST = 40  # nested groups; what is deeper is not mathematics but an attack on the stack
_GLUED = ("mathcal", "mathbb", "mathbf", "widetilde", "tilde", "sqrt", "log")  # \sqrtT: a lost space
_ROOTS = {"3": "∛", "4": "∜"}
_SIGNS = tuple("{}$%&#_")  # what a backslash makes a plain sign
_KEPT = {"{": "\\{", "}": "\\}", "$": "\\$", "\\": "\\textbackslash{}"}  # what a record's text must escape


def convert(text: str, *, math: bool = False, keep: bool = False) -> str:
    """Return TeX as plain Unicode.

    With ``math`` the text is mathematics, without its delimiters. With ``keep`` groups keep their braces, and
    a brace or dollar that would be TeX's again keeps its backslash: the text of a record, not of a reader.
    """
    if not math and "\\" not in text and "{" not in text and not (keep and "~" in text):
        return text
    return _Reader(text, math=math, keep=keep).run()


class _Reader:
    """Reads the tokens of one text, with or without TeX's mathematical mode, into plain text."""

    def __init__(self, text: str, *, math: bool, keep: bool) -> None:
        self.tokens = _TOKEN.findall(text)
        self.tokens.reverse()
        self.math, self.keep, self.depth, self.cut = math, keep, 0, False

    def run(self, closed: bool = False) -> str:
        """Return the text up to the closing brace of this group, or up to the end (then it was ``cut``)."""
        parts: list[str] = []
        scripted = False
        while self.tokens:
            token = self.tokens.pop()
            if token == "}" and closed:
                self.cut = False
                return "".join(parts)
            script = token in "^_" and (self.math or scripted or bool(self.tokens and self.tokens[-1] == "{"))
            if script:
                parts.append(self.script(token))
            elif token == "{":
                parts.append(self.group())
            elif token[0] == "\\" and len(token) > 1:
                parts.append(self.command(token[1:], parts))
            else:
                parts.append(self.character(token))
            symbol = token[0] == "\\" and token[1:] in tables.SYMBOLS
            scripted = symbol or (scripted and script)
        self.cut = closed
        return "".join(parts)

    def character(self, token: str) -> str:
        if token == "\\":  # with nothing behind it
            return ""
        if self.math:
            return {"~": " ", "&": " ", "'": "′", "}": ""}.get(token, token)
        return " " if token == "~" and self.keep else token

    def group(self) -> str:
        if self.depth >= _DEEPEST:
            return "" if self.math else "{"
        ahead = self.tokens[-1] if self.tokens else ""
        styled = ahead[:1] == "\\" and ahead[1:] not in _SIGNS
        self.depth += 1
        text = self.run(closed=True)
        self.depth -= 1
        if self.cut and not self.math:
            self.cut = False
            return "{" + text
        if self.keep and text and not styled:
            return "{" + text + "}"
        # Braces around a list protect no capital: they are a set's own.
        return "{" + text + "}" if "," in text and not self.math else text

    def argument(self) -> str:
        """Return the next group, command or character."""
        while self.tokens and self.tokens[-1].isspace():
            self.tokens.pop()
        if not self.tokens or self.tokens[-1] in ("}", "\\") or self.depth >= _DEEPEST:
            return ""
        token = self.tokens.pop()
        self.depth += 1
        if token == "{":
            text = self.run(closed=True)
        elif token[0] == "\\" and len(token) > 1:
            text = self.command(token[1:], [])
        else:
            token = token.lstrip()
            text = token[0]
            if token[1:]:
                self.tokens.append(token[1:])
        self.depth -= 1
        return text

    def option(self) -> str:
        """Return the next ``[...]``, empty where there is none."""
        match = re.match(r"\[([^\]]*)\]", self.tokens[-1]) if self.tokens else None
        if not match:
            return ""
        rest = self.tokens.pop()[match.end() :]
        if rest:
            self.tokens.append(rest)
        return match[1]

    def eat_space(self) -> None:
        if self.tokens and self.tokens[-1][0] in " \t\n":
            rest = self.tokens.pop().lstrip(" \t\n")
            if rest:
                self.tokens.append(rest)

    def script(self, mark: str) -> str:
        text = self.argument()
        if not text and not self.math:
            return mark
        table = tables.SUPERSCRIPTS if mark == "^" else tables.SUBSCRIPTS
        if all(char in table for char in text):
            return "".join(table[char] for char in text)
        return mark + text if len(text) == 1 or _SIMPLE.fullmatch(text) else f"{mark}({text})"

    def command(self, name: str, before: list[str]) -> str:
        """Return what a command stands for, its arguments read."""
        if not name[0].isalpha():
            return self.control(name)
        if name in tables.SYMBOLS and (len(name) > 1 or not self.math or name == "R"):
            char = self.symbol(tables.SYMBOLS[name], before)
            return _KEPT.get(char, char) if self.keep else char
        self.eat_space()
        if name in tables.FUNCTIONS:
            return self.function(name, before)
        if name in tables.STYLES:
            return self.argument()
        if name in tables.ACCENTS and (len(name) > 1 or not self.math):
            return self.accent(name)
        if name in tables.IGNORED:
            if name in ("left", "right") and self.tokens and self.tokens[-1][0] == ".":
                self.tokens[-1] = self.tokens[-1][1:] or " "
            return ""
        if name in tables.DROPPED:
            if before:
                before[-1] = before[-1].rstrip(" ")
            while self.option():
                pass
            self.argument()
            return ""
        return self.construction(name, before)

    def symbol(self, char: str, before: list[str]) -> str:
        """Return a symbol; in mathematics the space after it stays where it sets off ``a < b``."""
        ahead = self.tokens[-1].lstrip() if self.tokens else ""
        spaced = ahead[:1] and not ahead[0].isalnum() if char.isalpha() else before and before[-1][-1:] == " "
        if not (self.math and spaced):
            self.eat_space()
        return char

    def construction(self, name: str, before: list[str]) -> str:
        if name == "mathbb":
            letters = self.argument()
            return tables.BLACKBOARD.get(letters, letters)
        if name in ("frac", "tfrac", "dfrac", "cfrac", "nicefrac"):
            return f"{_enclosed(self.argument())}/{_enclosed(self.argument())}"
        if name == "sqrt":
            return _ROOTS.get(self.option(), "√") + _enclosed(self.argument())
        if name == "binom":
            return f"({self.argument()} choose {self.argument()})"
        if name in ("href", "textcolor"):
            self.argument()
            return self.argument()
        if name in ("quad", "qquad", "newline"):
            return " "
        for prefix in _GLUED:
            if name.startswith(prefix) and len(name) > len(prefix):
                self.tokens.append(name[len(prefix) :])
                return self.command(prefix, before)
        return name + (" " if self.tokens and self.tokens[-1][0].isalnum() else "")

    def control(self, char: str) -> str:
        if char in tables.ACCENTS and not self.math:
            return self.accent(char)
        if char in "\\,;: \n\t":
            return " "
        if self.keep and char in _KEPT:
            return _KEPT[char]
        return "‖" if char == "|" else "" if char in "!/-()[]@" else char

    def accent(self, name: str) -> str:
        text = self.argument()
        if not text or (self.math and len(text) > 1):
            return text
        letter = {"ı": "i", "ȷ": "j"}.get(text[0], text[0])
        return normalize("NFC", letter + tables.ACCENTS[name]) + text[1:]

    def function(self, name: str, before: list[str]) -> str:
        last = next((part[-1] for part in reversed(before) if part), "")
        ahead = self.tokens[-1] if self.tokens else ""
        start = " " if last.isalnum() or last == ")" else ""
        return start + name + (" " if ahead[:1].isalnum() or ahead[:1] in {"\\", "|", "{"} else "")


def _enclosed(text: str) -> str:
    return text if _SIMPLE.fullmatch(text) else f"({text})"
