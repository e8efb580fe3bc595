"""JavaScript as it is served: without the lines that only speak to its readers, and in few files."""

import re
from collections.abc import Iterator, Mapping

_IMPORT = re.compile(rb'^import \{(?:(?! as )[\w\s,])+\} from "\./([\w-]+\.js)";\r?\n', re.MULTILINE)
_EXPORT = re.compile(rb"^export (?=(?:async function|function|class|const|let) )", re.MULTILINE)
_OTHER = re.compile(rb"^(?:import|export)\b", re.MULTILINE)
_TYPE = re.compile(rb"/\*\* @type \{[^*]*\} \*/ ?")
_INDENT = re.compile(rb"^[ \t]+", re.MULTILINE)
_BEHIND = re.compile(rb"(?<=[;,{}()])[ \t]+//(?:(?!\*/)[^\r\n])*(?=\r?\n|\Z)")


def without_comment_lines(source: bytes) -> bytes:
    """Return a script without lines that are empty, a `//` comment or a `/** ... */` block, and without types
    (`/** @type {...} */`) and `//` comments beside code; all other bytes stay.

    Such a line is a comment unless a template literal, a block comment or a string runs on into it. A script in which
    one may (an odd number of backticks in a line, a line that ends in a backslash) stays whole, and so does a line
    that could end a block comment of another kind.
    """
    lines = source.splitlines(keepends=True)
    if any(line.count(b"`") % 2 or line.rstrip(b"\r\n").endswith(b"\\") for line in lines):
        return source
    return b"".join(_code_lines(lines))


def _code_lines(lines: list[bytes]) -> Iterator[bytes]:
    inside = False
    for line in lines:
        text = line.strip()
        if inside or text.startswith(b"/**"):
            inside = b"*/" not in text
            if not inside and not text.endswith(b"*/"):
                yield line[line.index(b"*/") + 2 :]
        elif text and (not text.startswith(b"//") or b"*/" in line):
            yield _code(_code(line, _TYPE), _BEHIND)


def _code(line: bytes, comment: re.Pattern[bytes]) -> bytes:
    """Return a line without such comments; one that may stand in a string stays."""

    def without(found: re.Match[bytes]) -> bytes:
        before = line[: found.start()]
        return found[0] if any(before.count(quote) % 2 for quote in (b'"', b"'", b"`")) else b""

    return comment.sub(without, line)


def joined(entry: str, modules: Mapping[str, bytes]) -> tuple[bytes, frozenset[str]]:
    """Return a module with all it imports from its folder in one file, unindented, and the names of those parts.

    `modules` is the folder, by name. Names at the top of the modules must differ, and imports and exports be of the
    plain kind (`import { a, b } from "./c.js"`, `export` before a declaration); else the module stays as it is.
    """
    order: list[str] = []

    def visit(name: str, above: frozenset[str]) -> None:
        for part in _IMPORT.findall(modules[name]):
            if part.decode() not in above and part.decode() not in order:
                visit(part.decode(), above | {name})
        order.append(name)

    try:
        visit(entry, frozenset())
    except KeyError:  # it imports what is not there
        return modules[entry], frozenset()
    texts = [_IMPORT.sub(b"", modules[name]) for name in order]
    *parts, last = texts
    parts = [_EXPORT.sub(b"", text) for text in parts]
    if any(_OTHER.search(text) for text in (*parts, _EXPORT.sub(b"", last))):
        return modules[entry], frozenset()
    whole = b"\n".join([*parts, last])
    if not any(line.count(b"`") % 2 for line in whole.splitlines()):  # else a text may run over lines
        whole = _INDENT.sub(b"", whole)
    return whole, frozenset(order[:-1])
