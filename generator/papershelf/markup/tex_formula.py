"""Formulas as plain Unicode: ``\\ell_p`` as ``ℓₚ``, ``\\widetilde{O}(\\sqrt{T})`` as ``Õ(√T)``."""

from functools import lru_cache

from papershelf.markup import tex_symbols as tables
from papershelf.markup.macros import expand
from papershelf.markup.marks import scripted
from papershelf.markup.tex_tokens import DEEPEST, Tokens

_CHARACTERS = {"~": " ", "&": " ", "'": "′", "}": "", "\\": ""}


@lru_cache(maxsize=20_000)
def to_plain(tex: str) -> str:
    """Return a formula (without its delimiters) in Unicode; in dollars, as it stands, if a command is not known.

    Signs that a formula may hold with a backslash or without, as BibTeX wants them with one, then stand without.
    """
    reader = _Formula(expand(tex))
    text = reader.run()
    return "$" + tex.replace("\\%", "%").replace("\\#", "#") + "$" if reader.unknown else text


class _Formula(Tokens):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.unknown = False

    def run(self, closed: bool = False) -> str:
        parts: list[str] = []
        while self.tokens:
            token = self.tokens.pop()
            if token == "}" and closed:
                self.cut = False
                return "".join(parts)
            if token in "^_":
                parts.append(scripted(self.argument(), token))
            elif token == "{":
                parts.append(self.group())
            elif token[0] == "\\" and len(token) > 1:
                parts.append(self.command(token[1:], parts))
            else:
                parts.append(_CHARACTERS.get(token, token))
        self.cut = closed
        return "".join(parts)

    def group(self) -> str:
        if self.depth >= DEEPEST:
            return ""
        self.depth += 1
        text = self.run(closed=True)
        self.depth -= 1
        return text

    def command(self, name: str, before: list[str]) -> str:
        if not name[0].isalpha():
            return " " if name in "\\,;: \n\t" else "‖" if name == "|" else "" if name in "!/-()[]@" else name
        if name in tables.SYMBOLS and len(name) > 1:
            return self.symbol(tables.SYMBOLS[name], before)
        self.eat_space()
        if name in tables.FUNCTIONS:
            return self.function(name, before)
        if name == "operatorname":
            return self.function(self.argument(), before)
        if name in tables.STYLES or name in tables.STYLED:
            return self.argument()
        if name in tables.ACCENTS and len(name) > 1:
            return self.accent(name)
        if name in tables.IGNORED or name in tables.DECLARATIONS:
            if name in ("left", "right") and self.ahead()[:1] == ".":
                self.tokens[-1] = self.tokens[-1][1:] or " "
            return ""
        if name in ("begin", "end"):
            self.argument()
            return ""
        if name in tables.REFERENCES:
            self.argument()
            return ""
        text = self.construction(name, before)
        self.unknown |= text is None
        return text or ""

    def accent(self, name: str) -> str:
        text = self.argument()
        if len(text) != 1:
            return text
        self.put_back(text)
        return super().accent(name)

    def symbol(self, char: str, before: list[str]) -> str:
        """Return a symbol; the space after it stays where it sets off ``a < b``."""
        ahead = self.ahead().lstrip()
        spaced = ahead[:1] and not ahead[0].isalnum() if char.isalpha() else before and before[-1][-1:] == " "
        if not spaced:
            self.eat_space()
        return char
