"""A query as typed to clauses, phrases and filters: the twin of `layouts/assets/js/search/query.js`."""

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from papershelf.markup.tex_symbols import SYMBOLS as ALL_SYMBOLS
from papershelf.search.analysis import fold, forms, stemmer, stop_words, words
from papershelf.search.document import FIELDS, SearchSettings
from papershelf.search.spelling import others

FILTERS: Final = {
    "venue": "venue",
    "tag": "tags",
    "year": "",
    "in": "",
    "has": "",
    "before": "",
    "after": "",
    "added": "",
}
"""The filters of a query -> the field whose words they are, of those that may be alternatives."""

TOKEN: Final = re.compile(r'(?:[^\s"]|"[^"]*")+|"')
_SHAPE: Final = re.compile(r"([+-]?)(?:([^\W\d_]+):)?(.*?)((?:[~^][0-9]*)*)", re.DOTALL)
_ESCAPED: Final = re.compile(r"\\([\W_])")
_FORMULA: Final = re.compile(r"\$([^$]{1,200})\$")
_VERSION: Final = re.compile(r"v?[0-9]{1,3}[a-z]?")
_COMMAND: Final = re.compile(r"\\([A-Za-z]+)\s*")

Note: TypeAlias = dict[str, str | list[str]]
"""Something to say about a query: its kind and what it is about."""

SYMBOLS: Final = {
    name: char for name, char in ALL_SYMBOLS.items() if name.isalpha() and char.isalpha() and len(char) == 1
}
"""TeX's commands for letters, which the engine reads in formulas of a query."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One word to look for: as any of `terms`, or of all terms that fit `pattern`, or that are `edits`
    changes away.

    `presence` is `+` (required), `-` (prohibited) or `?`; `field` None means any.
    """

    word: str
    terms: tuple[str, ...]
    pattern: str = ""
    field: str | None = None
    presence: str = "?"
    edits: int = 0
    boost: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words that must, or (negative) must not, stand together in this order; of `authors`, be in one name."""

    words: tuple[str, ...]
    field: str | None
    negative: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """`name:value`; `field` is where its words are matched for when the columns do not know the value.

    `sign` is `+`, `-` or none.
    """

    name: str
    field: str
    value: str
    sign: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """All parts of a query.

    `stopped` are words left out as too common; `notes` is what there is to say of it, as the page shows it.
    """

    clauses: tuple[Clause, ...]
    phrases: tuple[Phrase, ...]
    filters: tuple[Filter, ...]
    stopped: tuple[str, ...]
    notes: tuple[Note, ...]


def parse(text: str, settings: SearchSettings, *, exact: bool = True) -> Query:
    """Read a query. What is odd is searched as words, as quoted words are unless `exact`; nothing fails."""
    clauses: list[Clause] = []
    phrases: list[Phrase] = []
    filters: list[Filter] = []
    stopped: list[str] = []
    notes: list[Note] = []
    plain = _ESCAPED.sub("\x01", _FORMULA.sub(_symbols, text[: settings.tuning.longest]))
    if len(text) > settings.tuning.longest:
        notes.append({"kind": "cut"})
    if plain.count('"') % 2:
        notes.append({"kind": "quote"})
    tokens = TOKEN.findall(plain)
    exact = exact and len(tokens) <= settings.tuning.quoting
    for token in tokens:
        sign, name, body, marks = _parts(token if exact else token.replace('"', " "), notes)
        value = body.replace('"', " ").strip()
        if value and name in FILTERS:
            filters.append(Filter(name=name, field=FILTERS[name], value=value, sign=sign))
        elif value:
            options = _options(marks, name, sign)
            quoted = words(body)
            if '"' in body and len(quoted) > 1:
                phrases.append(Phrase(words=tuple(quoted), field=options.field, negative=sign == "-"))
                if sign == "-":
                    continue
                options = replace(options, presence="+")
            found = _clauses(body, quoted, options, settings.language)
            if clauses and len(found) == 1 and _are_one(clauses[-1], found[0]):
                whole = clauses[-1].word + found[0].word
                clauses[-1] = replace(clauses[-1], terms=(*clauses[-1].terms, whole))
            clauses.extend(found)
            if not found:
                stopped.extend(form for word in quoted for form in forms(word))
    return Query(
        clauses=tuple(clauses[: settings.tuning.clauses]),
        phrases=tuple(phrases),
        filters=tuple(filters),
        stopped=tuple(stopped),
        notes=tuple(notes),
    )


def _symbols(formula: re.Match[str]) -> str:
    """Return the letters of a formula: `$\\ell_1$` as ℓ1."""
    named = _COMMAND.sub(lambda found: SYMBOLS.get(found[1], f" {found[1]} "), formula[1])
    return re.sub(r"[{}_^]", "", named)


def _parts(token: str, notes: list[Note]) -> tuple[str, str, str, str]:
    """Return sign, field or filter, body and marks of a token; the name of no field is part of the body.

    A name needs its value right behind the colon: in a pasted title a space follows.
    """
    found = _SHAPE.fullmatch(token)
    sign, name, body, marks = found.groups(default="") if found else ("", "", token, "")
    if re.fullmatch(r"[^\W\d_]", body) and re.fullmatch(
        r"\^[0-9]+", marks
    ):  # x^2 is a formula, graph^2 a weight
        body, marks = body + marks[1:], ""
    name = name.lower()
    if not name:
        return sign, "", body, marks
    if not body.strip('" '):
        return sign, "", name, marks
    if name == "author":
        sign, name = sign or "+", "authors"
    if name not in FIELDS and name not in FILTERS:
        if "//" not in body:
            notes.append({"kind": "field", "name": name})
        return sign, "", f"{name} {body}", marks
    return sign, name, body, marks


def _options(marks: str, name: str, sign: str) -> Clause:
    """Return a clause without a word yet."""
    edits, boost = re.search("~([0-9]*)", marks), re.search(r"\^([0-9]+)", marks)
    return Clause(
        word="",
        terms=(),
        field=name or None,
        presence=sign or "?",
        edits=min(2, int(edits[1] or 1)) if edits else 0,
        boost=min(1000, int(boost[1])) if boost else 1,
    )


def _are_one(first: Clause, second: Clause) -> bool:
    """Return whether letters and a number may be one word elsewhere: YOLO v7, ResNet 50."""
    plain = all(each.presence == "?" and not each.field for each in (first, second))
    return plain and first.word.isalpha() and bool(_VERSION.fullmatch(second.word))


def _clauses(body: str, quoted: list[str], options: Clause, language: str) -> list[Clause]:
    if "*" in body:
        kept = (char for char in fold(body) if char == "*" or unicodedata.category(char)[0] in "LNM")
        pattern = re.sub(r"\*+", "*", "".join(kept))
        return [replace(options, word=pattern, terms=(pattern,), pattern=pattern, edits=0)]
    return [clause for word in quoted for clause in clauses_of(word, options, language)]


def clauses_of(word: str, options: Clause, language: str) -> list[Clause]:
    """Return a clause for every form of a word; of a joined word only the whole can be required or
    prohibited."""
    stem, stops, joined = stemmer(language), stop_words(language), "-" in word or "'" in word
    found = []
    for at, form in enumerate(forms(word)):
        part = at > 0 and joined
        if (form in stops and options.field != "authors") or (part and options.presence == "-"):
            continue
        presence = "?" if part else options.presence
        more = others(form, stem) if language == "en" and options.field != "authors" else []
        terms = dict.fromkeys((stem(form), form, *more))
        found.append(replace(options, word=form, terms=tuple(terms), presence=presence))
    return found
