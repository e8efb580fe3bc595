"""TeX in running text: to plain Unicode, to the text of a record, and back to what BibTeX reads."""

import re
from unicodedata import normalize

from generator.lib import tex_symbols as tables

MATH = re.compile(
    r"(?<!\\)\$\$(?=[^$])(?:\\.|[^\\$])+?\$\$"
    r"|(?<!\\)\$(?![\s$])(?:\\.|[^\\$])+?(?<![\s\\])\$(?!\d)"
    r"|\\\(.+?\\\)|\\\[.+?\\\]",
    re.DOTALL,
)
"""Mathematics in a text. As in Pandoc, no dollar opens before a space, and none closes before a digit."""

_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|[{}^_~$&']|[^\\{}^_~$&']+|\\", re.DOTALL)
_MEANT = re.compile(r"[\\{}$]")
_SIMPLE = re.compile(r"[\w.′‖|√\u0300-\u036f]+")
_DEEPEST = 40  # nested groups; what is deeper is not mathematics but an attack on the stack
_GLUED = (
    "mathcal",
    "mathbb",
    "mathbf",
    "widetilde",
    "tilde",
    "sqrt",
    "log",
)  # \sqrtT, as careless converters leave it
_ROOTS = {"3": "∛", "4": "∜"}


def plain(text: str) -> str:
    """Give a record's text in Unicode: ``$\\ell_p$`` as ``ℓₚ``, ``{BERT}`` as ``BERT``, ``\\"o`` as ``ö``.

    For all but pages: citation tags, feeds, exports, search. Amounts like ``$5`` and lone dollars stay.
    """
    if "$" not in text and "\\" not in text and "{" not in text:
        return text
    return "".join(
        _convert(_inside(part), math=True) if is_math else _convert(part)
        for is_math, part in split_math(text)
    )


def literal(text: str) -> str:
    """Give a record's text that says just ``text``, its braces and dollars too: ``plain`` gives it back."""
    if plain(text) == text:
        return text
    return _MEANT.sub(lambda match: "\\textbackslash{}" if match[0] == "\\" else "\\" + match[0], text)


def from_tex(text: str) -> str:
    """Give a BibTeX value as a record's text: commands as Unicode, ``$math$`` and ``{Case}`` kept."""
    if "\\" not in text and "~" not in text:
        return text
    return "".join(part if is_math else _convert(part, keep=True) for is_math, part in split_math(text))


def to_tex(text: str) -> str:
    """Give a record's text as a BibTeX value without its outer braces, which are balanced inside.

    ``$math$`` and ``{Case}`` stay; ``% & # _ ~ ^`` and lone dollars are escaped. Letters are Unicode, which
    BibTeX 0.99d, biber and every parser read. A text with commands, or with braces that do not match, becomes
    plain first.
    """
    parts = split_math(text)
    if not _balanced(text) or any("\\" in part for is_math, part in parts if not is_math):
        return escape(plain(text))
    return "".join((_COMMENT if is_math else _SPECIAL).sub(_escaped, part) for is_math, part in parts)


def escape(text: str) -> str:
    """Give plain text as a BibTeX value in which nothing is a command, mathematics or a group."""
    return _BRACE_TOO.sub(_escaped, text)


_SPECIAL = re.compile(r"[%&#_~^$\\]")
_COMMENT = re.compile(r"(?<!\\)[%#]")  # what ends a line or a macro even in mathematics
_BRACE_TOO = re.compile(r"[%&#_~^$\\{}]")
_WORDS = {
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
}


def _escaped(match: re.Match[str]) -> str:
    return _WORDS.get(match[0]) or "\\" + match[0]


def split_math(text: str) -> list[tuple[bool, str]]:
    """Give the parts of a text in order, each with whether it is mathematics (delimiters included)."""
    if "$" not in text and "\\(" not in text and "\\[" not in text:
        return [(False, text)]
    parts, end = [], 0
    for match in MATH.finditer(text):
        parts += [(False, text[end : match.start()]), (True, match[0])]
        end = match.end()
    return [*parts, (False, text[end:])]


def _inside(math: str) -> str:
    return math[2:-2] if math.startswith(("$$", "\\")) else math[1:-1]


def _balanced(text: str) -> bool:
    depth = 0
    for char in text:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            return False
    return depth == 0


def _convert(text: str, *, math: bool = False, keep: bool = False) -> str:
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
        """Give the text up to the closing brace of this group, or up to the end (then it was ``cut``)."""
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
            scripted = token[1:] in tables.SYMBOLS or (scripted and script)
        self.cut = closed
        return "".join(parts)

    def character(self, token: str) -> str:
        if self.math:
            return {"~": " ", "&": " ", "'": "′", "}": ""}.get(token, token)
        return " " if token == "~" and self.keep else token

    def group(self) -> str:
        if self.depth >= _DEEPEST:
            return "" if self.math else "{"
        styled = bool(self.tokens) and self.tokens[-1][0] == "\\"
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
        """Give the next group, command or character."""
        while self.tokens and self.tokens[-1].isspace():
            self.tokens.pop()
        if not self.tokens or self.tokens[-1] == "}" or self.depth >= _DEEPEST:
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
        """Give the next ``[...]``, empty where there is none."""
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
        table = tables.SUPERSCRIPTS if mark == "^" else tables.SUBSCRIPTS
        if all(char in table for char in text):
            return "".join(table[char] for char in text)
        return mark + text if len(text) == 1 or _SIMPLE.fullmatch(text) else f"{mark}({text})"

    def command(self, name: str, before: list[str]) -> str:
        """Give what a command stands for, its arguments read."""
        if not name[0].isalpha():
            return self.control(name)
        if name in tables.SYMBOLS and (len(name) > 1 or not self.math or name == "R"):
            return self.symbol(tables.SYMBOLS[name], before)
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
        """Give a symbol; in mathematics the space after it stays where it sets off ``a < b``."""
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
        return {"|": "‖", "!": "", "/": "", "-": "", "(": "", ")": "", "[": "", "]": "", "@": ""}.get(
            char, char
        )

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
