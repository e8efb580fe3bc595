"""Bytes of a text file as text, whatever encoding its program wrote."""

import re

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DECLARED = re.compile(rb"(?:encoding|coding|charset)\s*[:=]\s*[\"']?([\w-]+)", re.IGNORECASE)
_FALLBACK = "cp1252"


def decode(data: bytes) -> str:
    """Return the text: by its byte order mark, as UTF-16 where every second byte is zero, as UTF-8, as declared in its
    first lines (JabRef's ``% Encoding: ...``), or as Windows-1252.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lines(data.decode(encoding, "replace"))
    if data[:64].count(0) > len(data[:64]) // 4:
        return _lines(data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", "replace"))
    declared = _DECLARED.search(data[:500])
    for encoding in ("utf-8", declared[1].decode() if declared else _FALLBACK):
        try:
            return _lines(data.decode(encoding))
        except (UnicodeDecodeError, LookupError):
            continue
    return _lines(data.decode(_FALLBACK, "replace"))


def _lines(text: str) -> str:
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
