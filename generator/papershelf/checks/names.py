"""Printed names that hold what is no part of a name, or are none."""

import re
from collections.abc import Callable, Iterator

from papershelf.checks.finding import Finding, error, warning
from papershelf.content.load import Content
from papershelf.lib.yaml import scalar
from papershelf.model.names import Name
from papershelf.model.record import Record

_DEGREE = r"(?:Ph\.?\s?D|M\.?D|M\.?Sc|B\.?Sc|M\.?A|MBA|D\.?Phil|Dr\.?-?\s?Ing|Esq|FRS|FIEEE)\.?"
_TITLE = r"(?:Professor|Prof|Dr|Dott|Mrs|Mr|Ms|Sir)\b\.?"
_ORGANISATION = frozenset(
    (
        "University Universität Université Universidad Institute Institut Institution Laboratory Laboratories Labs "
        "Inc Inc. Ltd Ltd. LLC GmbH Corp Corp. Corporation Foundation Association Committee Council Team "
        "Group Department Academy Agency Ministry Society Initiative"
    ).split()
)
_NO_NAMES = frozenset("n/a na none null unknown tba tbd author authors other others (:unav)".split())
# What parts the whole archive's names from those that need a closer look, quickly.
_SIGNS = re.compile(r"[^\w\s.'’‘·・-]|[\d_²³¹⁰-⁹]|[A-Z]$", re.MULTILINE)
_WORDS = _ORGANISATION | frozenset(
    "and et al others PhD Ph.D. PhD. Ph.D MD M.D. MSc M.Sc. BSc Esq. Prof Prof. Professor Dr Dr. Mr Mr. Mrs Mrs. Ms Ms."
    " Sir Dott. FRS MBA DPhil D.Phil.".split()
)

_MARKS = " ,*†‡§¶#^♯✉0123456789²³¹⁰⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉ"

Kind = tuple[re.Pattern[str], str, str, Callable[[re.Match[str]], str] | None]
KINDS: tuple[Kind, ...] = (
    (
        re.compile(rf"{_DEGREE}(?:,? {_DEGREE})* (?P<rest>.+)|(?P<rest2>.+?),? {_DEGREE}"),
        "has a degree in it",
        "leave the degree out",
        lambda match: match["rest"] or match["rest2"],
    ),
    (
        re.compile(rf"(?:{_TITLE} ?)+ (?P<rest>.+)|(?:{_TITLE} ?)+(?<=\.)(?P<rest2>.+)"),
        "begins with a title",
        "leave the title out",
        lambda match: match["rest"] or match["rest2"],
    ),
    (
        re.compile(r"(.+?)\s*[(\[](.{3,})[)\]]"),
        "has a remark in brackets",
        "write an affiliation as a key: {name: ..., affiliation: ...}",
        None,
    ),
    (
        re.compile(r"(.*?[^\W\d_].*?)\s*(?:[*†‡§¶#^♯✉²³¹⁰-⁹ᵃ-ᶻ]|(?<=[^\W\d])\d)[\d,*†‡§¶²³¹⁰-⁹]*"),
        "carries a mark",
        "remove it; `equal` and `corresponding` are keys",
        lambda match: match[0].strip(_MARKS),
    ),
    (
        re.compile(r"[*†‡§¶#^♯²³¹⁰-⁹\d,]+\s*([^\W\d_].*)"),
        "carries a mark",
        "remove it; `equal` and `corresponding` are keys",
        lambda match: match[0].strip(_MARKS),
    ),
    (
        re.compile(r".*[´`¨ˆ˜¸˝].*"),
        "has an accent that stands beside its letter",
        "type the letter with its accent, as in ć",
        None,
    ),
    (
        re.compile(r"(?P<rest>[^\s@]+(?: [^\s@]+)*?),?\s*[<(]?[^\s@<(]+@[^\s@]+"),
        "holds an e-mail address",
        "leave it out",
        lambda match: match["rest"],
    ),
    (re.compile(r".*[\\{}$<>_|~=].*"), "holds signs of a markup", "write the letters meant", None),
    (re.compile(r".*@.*"), "holds an e-mail address", "leave it out", None),
    (
        re.compile(r"[A-Z]{2,}(?:-[A-Z]+)? [A-Z]{1,2}|[A-Z][a-z]+(?:-[A-Z][a-z]+)? [A-Z]{2}"),
        "seems to be a family name and initials",
        "write Given Family, or Family, Given",
        None,
    ),
)
"""What a whole name can be that is none: pattern, what is wrong, advice, and what is left where that is certain."""


def check(content: Content) -> Iterator[Finding]:
    """Look at every printed name."""
    for record in content.records:
        for key, names in (("authors", record.authors), ("editors", record.editors)):
            joined = "\n".join([name.name for name in names])
            if names and (
                _SIGNS.search(joined)
                or not _WORDS.isdisjoint(joined.split())
                or not _NO_NAMES.isdisjoint(joined.lower().split("\n"))
            ):
                for index, name in enumerate(names):
                    yield from _name(record, key, index, name)


def _name(record: Record, key: str, index: int, name: Name) -> Iterator[Finding]:
    field, text = (key, index), name.name
    if text.isdigit():
        advice = "where only their number is known: author_count"
        yield error(record, field, f"{key}: {text!r} is not a name", advice)
    elif text.lower() in _NO_NAMES:
        advice = "leave it out; where only the number of authors is known: author_count"
        yield error(record, field, f"{key}: {text!r} is not a name", advice)
    elif name.literal and " " in text:
        return
    elif re.search(r"\bet al\b|\bothers$", text):
        yield error(
            record, field, f"{key}: {text!r} is not an author", "name them all, or give author_count alone"
        )
    elif ";" in text:
        parts = ", ".join(part.strip() for part in text.split(";") if part.strip())
        yield error(record, field, f"{key}: several names in one", f"write a list: [{parts}]")
    elif " and " in text:
        parts = text.replace(" and ", ", ")
        advice = f"write [{parts}], or {{literal: {text}}} for a group"
        yield warning(record, field, f"{key}: two names in one?", advice)
    elif _ORGANISATION & set(text.replace(",", " ").split()) and "(" not in text:
        new = f"{{literal: {scalar(text)}}}"
        yield warning(record, field, f"{key}: {text!r} seems to be an organisation", f"write {new}", new)
    else:
        yield from _odd(record, field, text)


def _odd(record: Record, field: tuple[str, int], text: str) -> Iterator[Finding]:
    for pattern, what, advice, left in KINDS:
        if match := pattern.fullmatch(text):
            new = scalar(left(match)) if left else None
            advice = f"{advice}: {new}" if new else advice
            yield warning(record, field, f"{field[0]}: {text!r} {what}", advice, new)
            return
