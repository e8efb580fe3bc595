"""TeX's commands in running text: accents, emphasis, scripts, groups, lists; what is unknown stays as it stands."""

import re

from papershelf.markup import tex_symbols as tables
from papershelf.markup.marks import wrap
from papershelf.markup.tex_tokens import DEEPEST, Tokens

_SIGNS = tuple("{}$%&#_")  # what a backslash makes a plain sign
_MARKDOWN = frozenset("\\`*_{}[]()#+-.!>|")  # what a backslash does in Markdown is left to Markdown
_ADDRESS = re.compile(r"https?://[^\s()<>]+")


class Text(Tokens):
    """Reads a text into letters and marks. In Markdown, bare braces and Markdown's own escapes stay as they are."""

    def __init__(self, text: str, *, markdown: bool) -> None:
        super().__init__(text)
        self.markdown = markdown
        self.lists: list[str] = []
        self.unknown: list[str] = []
        """Commands that stay as they stand."""
        self.lost: list[str] = []
        """Commands that go, since what they refer to is not here."""

    def run(self, closed: bool = False) -> str:
        parts: list[str] = []
        scripted = False
        while self.tokens:
            token = self.tokens.pop()
            if token == "}" and closed:
                self.cut = False
                return "".join(parts)
            script = token in "^_" and (scripted or self.ahead() == "{")
            if script:
                parts.append(self.styled("sup" if token == "^" else "sub", self.argument()) or token)
            elif token == "{":
                parts.append(self.group(bool(parts)))
            elif token[0] == "\\" and len(token) > 1:
                parts.append(self.command(token[1:], parts))
            else:
                parts.append(token)
            symbol = token[0] == "\\" and token[1:] in tables.SYMBOLS and token[1:] not in tables.LETTERS
            scripted = symbol or (scripted and script)
        self.cut = closed
        return "".join(parts)

    def group(self, follows: bool) -> str:
        if self.depth >= DEEPEST:
            return "{"
        ahead = self.ahead()
        declared = tables.DECLARATIONS.get(ahead[1:]) if ahead[:1] == "\\" else None
        if declared is not None:
            self.tokens.pop()
            self.eat_space()
        self.depth += 1
        known = len(self.unknown)
        text = self.run(closed=True)
        self.depth -= 1
        if self.cut:
            self.cut = False
            return f"{{{ahead if declared is not None else ''}{text}"
        if declared is not None:
            return self.styled(declared, text)
        if ahead[:1] == "\\" and ahead[1:] not in _SIGNS and len(self.unknown) == known:
            return text  # {\"o}: the braces are the accent's
        if self.markdown or len(self.unknown) > known:
            return f"{{{text}}}"
        # Braces around a list protect no capital, unless they hold the whole text: they are a set's own.
        is_set = "," in text and (follows or bool(self.tokens))
        return f"{{{text}}}" if is_set else wrap("group", text)

    def styled(self, style: str, text: str) -> str:
        return wrap(style, text) if style and "\n\n" not in text else text

    def command(self, name: str, before: list[str]) -> str:
        if not name[0].isalpha():
            return self.control(name)
        if name in tables.SYMBOLS:
            return self.symbol(name)
        if name in tables.STYLED:
            return self.styled(tables.STYLED[name], self.argument())
        if name in tables.STYLES:
            return self.argument()
        if name in tables.ACCENTS:
            return self.accent(name)
        if name in tables.IGNORED or name in tables.DECLARATIONS:
            self.end_name()
            return ""
        if name in tables.REFERENCES:
            return self.reference(name, before)
        if name in ("begin", "end", "item", "par"):
            return self.structure(name)
        if name == "footnote":
            return f" ({self.argument()})"
        if name == "href":
            return self.link()
        if name in tables.FUNCTIONS:
            self.eat_space()
            return self.function(name, before)
        text = self.construction(name, before)
        return self.as_it_stands("\\" + name) if text is None else text

    def symbol(self, name: str) -> str:
        """Return a symbol. Only what is a letter eats the space behind it: others stand here for want of dollars."""
        if name in tables.LETTERS:
            self.eat_space()
        self.eat_empty_group()
        char = tables.SYMBOLS[name]
        return "\\" + char if self.markdown and char in _MARKDOWN else char

    def end_name(self) -> None:
        """Pass over what does no more than end a command's name: a space, an empty group."""
        self.eat_space()
        self.eat_empty_group()

    def eat_empty_group(self) -> None:
        if self.tokens[-2:] == ["}", "{"]:
            del self.tokens[-2:]

    def as_it_stands(self, source: str) -> str:
        """Return a command that is not known with its arguments in their braces."""
        self.unknown.append(source)
        while self.ahead() == "{" and self.depth < DEEPEST:
            self.tokens.pop()
            self.depth += 1
            text = self.run(closed=True)
            self.depth -= 1
            source += f"{{{text}" if self.cut else f"{{{text}}}"
            self.cut = False
        return source

    def reference(self, name: str, before: list[str]) -> str:
        """Pass over a command that refers to what is not here, and note it."""
        self.lost.append("\\" + name)
        if before:
            before[-1] = before[-1].rstrip(" ")
        self.eat_space()
        while self.option():
            pass
        self.argument()
        return ""

    def link(self) -> str:
        address, text = self.argument(), self.argument()
        return f"[{text}]({address})" if self.markdown and _ADDRESS.fullmatch(address) else text

    def structure(self, name: str) -> str:
        """Return what begins an item or paragraph; a list keeps its sign as long as it lasts."""
        if name in ("begin", "end"):
            environment = self.argument().removesuffix("*")
            if environment not in tables.LISTS and environment not in tables.ENVIRONMENTS:
                self.unknown.append(f"\\{name}{{{environment}}}")
                return f"\\{name}{{{environment}}}"
            if name == "begin":
                self.option()
                self.lists.append(tables.LISTS.get(environment, ""))
            elif self.lists:
                self.lists.pop()
        self.eat_space()
        if not self.markdown:
            return " "
        return "\n" + (self.lists[-1] if self.lists else "- ") if name == "item" else "\n\n"

    def control(self, char: str) -> str:
        """Return what a backslash makes of a sign."""
        if char in tables.ACCENTS and (
            self.ahead() == "{" or self.ahead()[:1].isalpha() or self.ahead()[:1] == "\\"
        ):
            return self.accent(char)
        if char in " ,;:\n\t" or (char == "\\" and not self.markdown):
            return " "
        if self.markdown and char in _MARKDOWN:
            return "\\" + char
        return "‖" if char == "|" else "" if char in "/-@" else char

    def accent(self, name: str) -> str:
        """Return an accented letter; an accent on nothing is the sign itself, as in ``\\~{}``.

        There is none on a digit: ``\\u00f6`` comes from a language where that is a letter.
        """
        if self.ahead()[:1].isdigit():
            return self.as_it_stands("\\" + name)
        text = super().accent(name)
        return text if text or len(name) > 1 or name.isalpha() else name
