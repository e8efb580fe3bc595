"""Text that was damaged on its way here, or hides something: invisible or look-alike letters."""

import re
from collections.abc import Iterator

from papershelf.checks.finding import Finding, warning, warning_at
from papershelf.content.load import Content

# Characters as in a class of a regular expression.
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
_INVISIBLE = "\u034f\u115f\u1160\u180e\u200b\u2060-\u2064\u3164\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff"
_TURNING = "\u202a-\u202c\u2066-\u2069"
_ACCENTS = "\u0300-\u036f"
# What to look for in text that is not plain ASCII, and how it came about.
_DAMAGE: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile("\ufffd"), "holds U+FFFD, which stands for a letter that was lost", "write the letter"),
    (
        re.compile(f"[{_PRIVATE}]"),
        "holds a private character that readers cannot see",
        "write it in words",
    ),
    (
        re.compile("Ã[\x80-\xbf©¨±¶¼¤]|â€|Â[\xa0-\xbf]"),
        "looks decoded twice (as Ã© for é)",
        "write the letters meant",
    ),
    (re.compile(f"[{_INVISIBLE}]"), "holds an invisible character", "delete it"),
    (re.compile(f"[{_TURNING}]"), "holds a sign that changes the direction of text", "delete it"),
    (re.compile(f"[{_ACCENTS}]{{4}}"), "piles up accents on one letter", "keep those that are meant"),
)
# Each begins with one of these; a search for a class of characters takes a tenth of that for all patterns.
_FIRST = re.compile(f"[\ufffdÃâÂ{_PRIVATE}{_INVISIBLE}{_TURNING}{_ACCENTS}]")
_FIELDS = ("title", "subtitle", "title_short", "abstract", "notes", "tldr", "venue", "publisher", "note")
_OTHER_LETTERS = re.compile("[\u0370-\u03ff\u0400-\u04ff]")
_WORD = re.compile(r"\w+")
_LATIN = re.compile("[A-Za-z]")


def check(content: Content) -> Iterator[Finding]:
    """Look at titles, texts, tags and names."""
    for record in content.records:
        names = "\n".join([name.name for name in record.authors])
        texts = [(field, getattr(record, field)) for field in _FIELDS]
        for field, text in (*texts, ("authors", names), ("tags", "\n".join(record.tags))):
            if not text.isascii():
                for message, advice in _damages(text):
                    yield warning(record, (field,), f"{field}: {message}", advice)
        if _OTHER_LETTERS.search(names) and (word := _mixed(names)):
            message = f"authors: {word!r} mixes letters of two alphabets"
            yield warning(record, ("authors",), message, "type the name again: some letters only look alike")
        if record.abstract and len(record.abstract) < 3:
            message = f"abstract: is only {record.abstract!r}"
            yield warning(record, ("abstract",), message, "write it, or leave it out")
    for page in content.pages:
        if not page.body.isascii():
            for message, advice in _damages(page.body):
                yield warning_at(page.source, (), message, advice)


def _damages(text: str) -> Iterator[tuple[str, str]]:
    """Return message and advice for each kind of damage in a text that is not all ASCII."""
    if not _FIRST.search(text):
        return
    for pattern, message, advice in _DAMAGE:
        if match := pattern.search(text):
            code = f" (U+{ord(match[0][0]):04X})" if not match[0].isprintable() else ""
            yield message + code, advice


def _mixed(text: str) -> str:
    """Return the first word with letters of the Latin and of another alphabet, empty where there is none."""
    words = (match[0] for match in _WORD.finditer(text))
    return next((word for word in words if _OTHER_LETTERS.search(word) and _LATIN.search(word)), "")
