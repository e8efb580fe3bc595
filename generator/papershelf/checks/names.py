"""Printed names that hold what is no part of a name, or are none."""

import re
from collections.abc import Iterator

from papershelf.checks.finding import Finding, Kind, error, first_fault, warning
from papershelf.content.load import Content
from papershelf.lib.yaml import scalar
from papershelf.model.names import SUFFIX, Name
from papershelf.model.record import Record

_DEGREE = (
    r"(?:Ph\.?\s?D|(?:M|B|D)\.?Sc|Sc\.?D|M\.?Eng|MBA|MPH|D\.?Phil|Ed\.?D|Pharm\.?D|Dr\.?-?\s?Ing|Esq"
    r"|FRS|FACS|FIEEE|FRCP)\.?"
)
_MAYBE_DEGREE = r"(?:M\.?D|M\.?A|M\.?S|B\.?A|B\.?S|J\.?D|R\.?N)\.?"  # or the initials of a given name
_TITLE = (
    r"(?:Professor|Prof|Dr(?:\.?-?\s?(?:Ing|med|rer|nat|habil|phil|h\.?c)\b)*|Dott|Dipl\.?-?\s?\w+|Mag|Rev"
    r"|Hon|Mrs|Mr|Ms|Sir)\b\.?"
)
_ORGANISATION = frozenset(
    (
        "University Universität Université Universidad Institute Institut Institution Laboratory Laboratories Labs "
        "Inc Inc. Ltd Ltd. LLC GmbH Corp Corp. Corporation Foundation Association Committee Council Team "
        "Group Department Academy Agency Ministry Society Initiative Bureau Commission Research AI Centre Center "
        "Project College Hospital Museum Organization Organisation Network Alliance Division Observatory "
        "of for the"
    ).split()
)
_NO_NAMES = frozenset(
    (
        "n/a", "na", "none", "null", "unknown", "tba", "tbd", "author", "authors", "other", "others", "(:unav)",
        "and", "anonymous author", "anonymous authors", "author name", "author names", "first author",
        "last author", "second author", "no author", "unknown author", "given family", "firstname lastname",
    )
)  # fmt: skip
_MARKS = "*∗⁎＊†‡§¶#^♯✉☆★♦♠♣♥◇◆①-⓿²³¹⁰-⁹ᵃ-ᶿªº"
# What parts the whole archive's names from those that need a closer look, quickly.
_SIGNS = re.compile(rf"[^\w\s.'’‘·・-]|[\d_{_MARKS}]|[A-Z]$| - |^\W*$", re.MULTILINE)
_WORDS = _ORGANISATION | frozenset(
    "and und et al others PhD Ph.D. PhD. Ph.D MD M.D. MSc M.Sc. BSc Esq. Prof Prof. Professor Dr Dr. Mr Mr. Mrs Mrs. Ms"
    " Ms. Sir Dott. FRS FACS MBA DPhil D.Phil. M.S. M.A. B.A. B.S. Mag. Rev. Hon. Dr.-Ing. Dipl.-Ing.".split()
)

_AROUND = re.compile(rf"^[\d\s,{_MARKS}]+|[\d\s,{_MARKS}]+$")


def _unmarked(match: re.Match[str]) -> str:
    return _AROUND.sub("", match[0])


KINDS: tuple[Kind, ...] = (
    (
        re.compile(
            rf"(?:{_DEGREE},? )+(?P<first>.+?)|(?:{_MAYBE_DEGREE} )?(?P<last>.+?)(?:,? {_DEGREE})+"
            rf"|(?P<doubt>.+?),? {_MAYBE_DEGREE}"
        ),
        "has a degree in it",
        "leave the degree out",
        lambda match: match["first"] or match["last"] or match["doubt"],
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
        re.compile(r".+?\s+[-–—/|:]\s+.+"),
        "has a remark behind a dash",
        "write an affiliation as a key: {name: ..., affiliation: ...}",
        None,
    ),
    (
        re.compile(rf".*(?:[{_MARKS}]|(?<=[^\W\d])\d)[\d,{_MARKS}]*"),
        "carries a mark",
        "remove it; `equal` and `corresponding` are keys",
        _unmarked,
    ),
    (
        re.compile(rf"[{_MARKS}\d,]+\s*([^\W\d_].*)"),
        "carries a mark",
        "remove it; `equal` and `corresponding` are keys",
        _unmarked,
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
    (
        re.compile(r".*(?:\d|[^\w\s.,'’‘`ʻʼ·・&/()-–-]).*"),
        "holds what is no letter",
        "write the name alone, or {literal: ...} for a group",
        None,
    ),
)
"""What a whole name can be that is none."""


def check(content: Content) -> Iterator[Finding]:
    """Look at every printed name."""
    for record in content.records:
        for key, names in (("authors", record.authors), ("editors", record.editors)):
            joined = "\n".join([name.name for name in names])
            if names and (
                _SIGNS.search(joined)
                or any(name.suffix for name in names)
                or not _WORDS.isdisjoint(joined.split())
                or not _NO_NAMES.isdisjoint(joined.lower().split("\n"))
            ):
                for index, name in enumerate(names):
                    yield from _name(record, key, index, name)


def _name(record: Record, key: str, index: int, name: Name) -> Iterator[Finding]:
    field, text = (key, index), name.name
    if text.lower() in _NO_NAMES or (text.isascii() and not any(char.isalpha() for char in text)):
        advice = "leave it out; where only the number of authors is known: author_count"
        yield error(record, field, f"{key}: {text!r} is not a name", advice)
    elif name.literal and " " in text:
        return
    elif re.search(r"\bet al\b|\bothers$", text):
        yield error(
            record, field, f"{key}: {text!r} is not an author", "name them all, or give author_count alone"
        )
    elif ";" in text or _several(name):
        parts = [part.strip() for part in text.split(";") if part.strip()]
        shown = f"[{', '.join(parts)}]" if ";" in text else "with an entry for each"
        yield error(record, field, f"{key}: several names in one", f"write a list: {shown}")
    elif re.search(" (?:and|und|et|&) ", text):
        both = re.sub(" (?:and|und|et|&) ", ", ", text)
        advice = f"write [{both}], or {{literal: {text}}} for a group"
        yield warning(record, field, f"{key}: two names in one?", advice)
    elif _ORGANISATION & set(text.replace(",", " ").split()) and "(" not in text:
        yield _organisation(record, field, name)
    elif fault := first_fault(text, KINDS):
        message, advice, new = fault
        yield warning(record, field, f"{key}: {message}", advice, new)


def _several(name: Name) -> bool:
    """Return whether a name of three parts between commas is three: what stands second is no suffix, no degree."""
    words = name.suffix.split()
    return len(words) > 1 and not re.fullmatch(f"{_DEGREE}|{_MAYBE_DEGREE}|{SUFFIX.pattern}", name.suffix)


def _organisation(record: Record, field: tuple[str, int], name: Name) -> Finding:
    message = f"{field[0]}: {name.name!r} seems to be an organisation"
    if " " in name.family:  # a comma parted it, so it may be a person and an affiliation
        advice = "write {literal: ...}, or an affiliation as a key: {name: ..., affiliation: ...}"
        return warning(record, field, message, advice)
    new = f"{{literal: {scalar(name.name)}}}"
    return warning(record, field, message, f"write {new}", new)
