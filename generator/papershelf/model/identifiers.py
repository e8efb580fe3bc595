"""Identifiers of papers, people and serials: their syntax and check digits, each normalised to one bare form.

Every function takes what a person may paste (often an address) and gives the bare identifier, or raises ``ValueError``
with what is wrong and what is wanted.
"""

import re

from papershelf.lib.paths import checked_path

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\"{}\\^`|\x00-\x1f]+")
SICI = re.compile(r"\(sici\)|\(\w+\)[^<>]*<[^<>]+>\d\.\d\.\w\w;\w", re.IGNORECASE)
"""What old DOIs have in which angle brackets are real: ``10.1175/1520-0469(1992)049<0337:ROTAO>2.0.CO;2``."""
# The archives that arXiv had until March 2007; since then a paper is numbered by its month alone.
_ARCHIVES = (
    "acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs dg-ga "
    "funct-an gr-qc hep-ex hep-lat hep-ph hep-th math-ph math mtrl-th nlin nucl-ex nucl-th patt-sol physics plasm-ph "
    "q-alg q-bio quant-ph solv-int supr-con"
).replace(" ", "|")
_ARXIV = re.compile(
    r"(?:07(?:0[4-9]|1[0-2])|(?:0[89]|[1-9]\d)(?:0[1-9]|1[0-2]))\.\d{4,5}"
    rf"|(?:{_ARCHIVES})(?:\.[A-Z]{{2}})?/(?:9\d|0[0-7])(?:0[1-9]|1[0-2])\d{{3}}",
    re.ASCII,
)
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.", re.IGNORECASE)  # DataCite's, for every paper of arXiv
_ORCID = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", re.ASCII)
_ISSN = re.compile(r"\d{4}-\d{3}[\dX]", re.ASCII)
_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"  # base 32 without i, l, o, u
_ROR = re.compile(rf"https://ror\.org/0([{_CROCKFORD}]{{6}})(\d{{2}})")
_PREFIX = re.compile(
    r"(?:https?://)?(?:dx\.|www\.)?(?:doi\.org/|arxiv\.org/(?:abs|pdf)/|orcid\.org/)|(?:doi|arxiv|orcid|isbn|issn):\s*",
    re.IGNORECASE,
)
CITATION_KEY = r"[^\s\"#%'(),={}~\\]+"
"""Pattern of a key that every BibTeX program takes."""
_ID = re.compile(r"[A-Za-z0-9]+(?:[._-]+[A-Za-z0-9]+)*", re.ASCII)
_SLUG = re.compile(r"[a-z0-9]+(?:[.-]+[a-z0-9]+)*")
LONGEST_ID = 120


# What may stand before a bare identifier: its name or the address of its registry (see ``_PREFIX``).
_ANY_PREFIX = r"^\s*(?:\S*[/:]\s*)?"
PATTERNS = {
    "doi": rf"{_ANY_PREFIX}(?:{_DOI.pattern})\s*$",
    "arxiv": rf"{_ANY_PREFIX}(?:10\.48550/[Aa][Rr][Xx][Ii][Vv]\.)?(?:{_ARXIV.pattern})(?:v\d+)?(?:\.pdf)?\s*$",
    "orcid": rf"{_ANY_PREFIX}\d{{4}}-\d{{4}}-\d{{4}}-\d{{3}}[\dXx]\s*$",
    "issn": rf"{_ANY_PREFIX}\d{{4}}-\d{{3}}[\dXx]\s*$",
    "isbn": rf"{_ANY_PREFIX}(?:\d[\s-]*){{9}}(?:(?:\d[\s-]*){{3}})?[\dXx]\s*$",
}
"""Forms of the identifiers for JSON Schema (ECMA-262); check digits are beyond it."""


def record_id(text: str) -> str:
    """Check a record's id, a part of addresses: letters and digits of ASCII, and inside it ``-``, ``_`` or ``.``."""
    return _part_of_address(text, _ID, "letters, digits, '-', '_' and '.', as in 'attention-2017'")


def slug(text: str) -> str:
    """Check the key of a person, venue or page: as an id, but lower-case and without ``_``."""
    return _part_of_address(text, _SLUG, "lower-case letters, digits, '-' and '.', as in 'ada-lovelace'")


def _part_of_address(text: str, form: re.Pattern[str], wanted: str) -> str:
    if len(text) > LONGEST_ID:
        raise ValueError(f"an id of {len(text)} characters is too long for an address (at most {LONGEST_ID})")
    if not form.fullmatch(text):
        raise ValueError(f"{text!r} cannot be an id (want {wanted})")
    return checked_path(text)


def citation_key(text: str) -> str:
    """Check the key of a BibTeX entry."""
    if not re.fullmatch(CITATION_KEY, text):
        raise ValueError(
            f"{text!r} is no key of BibTeX (want no spaces and none of \" # % ' ( ) , = {{ }} ~ \\)"
        )
    return text


def doi(text: str) -> str:
    """Return a bare DOI ``10.x/y`` (ISO 26324) as written; compare with ``.lower()``, since DOIs ignore case."""
    bare = _bare(text)
    if not _DOI.fullmatch(bare) or (("<" in bare or ">" in bare) and not SICI.search(bare)):
        raise ValueError(f"{text!r} is not a DOI (want 10.x/y, as in 10.1145/3292500.3330701)")
    return bare


def arxiv(text: str) -> str:
    """Return a bare arXiv id without version: ``2302.06675`` or the old form ``cs.LG/0501001``, ``hep-th/9901001``."""
    bare = re.sub(r"v\d+$|\.pdf$", "", _ARXIV_DOI.sub("", _bare(text)))
    if not _ARXIV.fullmatch(bare):
        raise ValueError(
            f"{text!r} is not an arXiv id (want YYMM.NNNNN, as in 2302.06675, without a version)"
        )
    if "/" not in bare and len(bare) != (10 if bare >= "1501" else 9):
        digits = "five" if bare >= "1501" else "four"
        raise ValueError(
            f"{text!r} is not an arXiv id: since {'2015' if bare >= '1501' else '2007'} they end in {digits} digits"
        )
    return bare


def arxiv_of_doi(doi: str) -> str:
    """Return the arXiv id that a DOI of arXiv stands for (10.48550/arXiv.2302.06675); of others an empty text."""
    return _ARXIV_DOI.sub("", doi) if _ARXIV_DOI.match(doi) else ""


def orcid(text: str) -> str:
    """Return a bare ORCID iD with its ISO 7064 MOD 11-2 check digit verified."""
    bare = _bare(text).upper()
    if not _ORCID.fullmatch(bare):
        raise ValueError(f"{text!r} is not an ORCID iD (want 0000-0002-1825-0097)")
    total = 0
    for digit in bare.replace("-", "")[:-1]:
        total = (total + int(digit)) * 2
    expected = "0123456789X"[(12 - total % 11) % 11]
    if bare[-1] != expected:
        raise ValueError(
            f"{text!r} is not an ORCID iD: its check digit should be {expected}; a digit is mistyped"
        )
    return bare


def issn(text: str) -> str:
    """Return an ISSN ``1234-567X`` (ISO 3297) with its check digit verified."""
    bare = _bare(text).upper()
    if not _ISSN.fullmatch(bare):
        raise ValueError(f"{text!r} is not an ISSN (want 1234-567X)")
    total = sum(int(digit) * (8 - index) for index, digit in enumerate(bare.replace("-", "")[:-1]))
    expected = "0123456789X"[-total % 11]
    if bare[-1] != expected:
        raise ValueError(
            f"{text!r} is not an ISSN: its check digit should be {expected}; a digit is mistyped"
        )
    return bare


def isbn(text: str) -> str:
    """Return an ISBN of 10 or 13 digits (ISO 2108) without changing its hyphens, its check digit verified."""
    bare = _bare(text).upper()
    digits = re.sub(r"[\s-]", "", bare)
    if re.fullmatch(r"\d{13}", digits, re.ASCII):
        expected = str(-sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(digits[:12])) % 10)
    elif re.fullmatch(r"\d{9}[\dX]", digits, re.ASCII):
        expected = "0123456789X"[-sum(int(d) * (10 - i) for i, d in enumerate(digits[:9])) % 11]
    else:
        raise ValueError(f"{text!r} is not an ISBN (want 13 digits, or 10 for old books)")
    if digits[-1] != expected:
        raise ValueError(
            f"{text!r} is not an ISBN: its check digit should be {expected}; a digit is mistyped"
        )
    return bare


_PAGE = r"(?:[A-Za-z]{0,4}[-.:]?\d[\w.:]*|[ivxlcdm]+)"
_PAGES = re.compile(rf"{_PAGE}(?:\s*(?:-{{1,3}}|–|—|,|;|\+|&)\s*{_PAGE})*\+?", re.IGNORECASE)


def pages(text: str) -> str:
    """Return pages as written: ``12-40``, ``e17134``, ``A1–A9``, ``xi-xx``, ``3, 7-9``."""
    if not _PAGES.fullmatch(text):
        raise ValueError(f"{text!r} are no pages (want 12-40 or e17134)")
    return text


def ror(text: str) -> str:
    """Check a ROR address of an institution, ``https://ror.org/02mhbdp94``, and its ISO 7064 MOD 97-10 check digits."""
    match = _ROR.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is not a ROR address (want https://ror.org/02mhbdp94)")
    number = 0
    for char in match[1]:
        number = number * 32 + _CROCKFORD.index(char)
    expected = f"{98 - number * 100 % 97:02d}"
    if match[2] != expected:
        raise ValueError(
            f"{text!r} is not a ROR address: its check digits should be {expected}; a character is mistyped"
        )
    return text


def _bare(text: str) -> str:
    return _PREFIX.sub("", text.strip(), count=1)
