"""A damaged BibTeX entry made whole: a key, comma, brace or quote that is missing is put where it must have been."""

import re

_GLUED = re.compile(r"(?<=[}\"])(\s+)(?=[A-Za-z][\w-]*\s*=\s*[{\"])")  # two fields without a comma
_SWALLOWED = re.compile(r"\n\s*[A-Za-z][\w-]*\s*=\s*(?:[{\"]|\Z)")
_NO_KEY = re.compile(r"(@(?!string|comment|preamble)\w+\s*[{(])(?=\s*[A-Za-z][\w-]*\s*=)", re.IGNORECASE)
_FIELD = re.compile(r"\s*,?\s*[A-Za-z][\w-]*\s*=\s*(?:[{\"]|[\w#.-]+\s*,?\s*$)")
_TOKEN = re.compile(r'\\.|[{}"]', re.DOTALL)


def with_keys(text: str) -> str:
    """Return BibTeX in which every entry has a key, be it an empty one: parsers lose the entry where none is."""
    return _NO_KEY.sub(r"\1,", text)


def has_swallowed(value: str) -> bool:
    """Return whether a value goes on into the next field, since a sign between them is missing."""
    return bool(_GLUED.search(value) or _SWALLOWED.search(value))


def mended(raw: str) -> str:
    """Return an entry with a comma between all fields, its braces and quotes closed.

    A line that begins as a field does is one: whatever is open there was never closed.
    """
    lines: list[str] = []
    depth, is_quoted = 0, False
    for line in _GLUED.sub(r",\1", raw.strip()).split("\n"):
        is_field = _FIELD.match(line) and (depth > 1 or is_quoted)
        if lines and (is_field or (is_quoted and line.strip() == "}")):
            missing = '"' * is_quoted + "}" * (depth - 1)
            lines[-1] = lines[-1].rstrip().removesuffix(",") + missing + ","
            depth, is_quoted = 1, False
        for token in _TOKEN.findall(line):
            if token == '"':
                is_quoted ^= depth == 1
            else:
                depth += (token == "{") - (token == "}")
        lines.append(line)
    return "\n".join(lines) + '"' * is_quoted + "}" * max(0, depth)
