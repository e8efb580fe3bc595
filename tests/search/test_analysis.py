"""Analysis in Python and in JavaScript answers one case file, and agrees on words neither was written for."""

import json
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path
from unicodedata import ucd_3_2_0

import pytest
from lunr.stemmer import porter_stemmer
from papershelf.search.analysis import endings, fold, stop_words, terms, words
from papershelf.search.languages import COMMON, ENDINGS, language_of
from papershelf.search.stem import porter

HERE = Path(__file__).parent
CASES: list[tuple[str, list[str], list[str]]] = json.loads((HERE / "cases.json").read_text(encoding="utf-8"))
LANGUAGES = json.loads((HERE / "languages.json").read_text(encoding="utf-8"))
SUFFIXES = (
    "s es ies sses ed eed ing y ational tional enci anci izer bli alli entli eli ousli ization ation "
    "ator alism iveness fulness ousness aliti iviti biliti logi icate ative alize iciti ical ful ness al "
    "ance ence er ic able ible ant ement ment ent sion tion ion ou ism ate iti ous ive ize e ll le"
)
LETTERS = "abcdefghilmnorstuvwxyz"


def made_up(count: int, seed: int) -> Iterator[str]:
    """Return words that look English to a stemmer: a root of any letters and one or two endings."""
    source, suffixes = random.Random(seed), SUFFIXES.split()
    for _ in range(count):
        root = "".join(source.choices(LETTERS, k=source.randint(0, 5)))
        yield root + "".join(source.choices(suffixes, k=source.randint(1, 2)))


def in_python(text: str, language: str = "en") -> list[list[str]]:
    found = words(text)
    return [found, [term for word in found for term in terms(word, language)]]


def in_javascript(texts: list[str], language: str = "en") -> list[list[list[str]]]:
    settings = {"stop": " ".join(stop_words(language)), "endings": " ".join(endings(language))}
    given = json.dumps({"language": language, "texts": texts, **settings})
    done = subprocess.run(
        ["node", HERE / "analyse.mjs"], input=given, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    answers: list[list[list[str]]] = json.loads(done.stdout)
    return answers


@pytest.mark.parametrize(("text", "found", "stems"), CASES)
def test_case_in_python(text: str, found: list[str], stems: list[str]) -> None:
    assert in_python(text) == [found, stems]


def test_cases_in_javascript() -> None:
    assert in_javascript([text for text, _, _ in CASES]) == [[found, stems] for _, found, stems in CASES]


def test_twins_agree_on_made_up_words() -> None:
    texts = list(made_up(20_000, seed=2))
    assert in_javascript(texts) == [in_python(text) for text in texts]


def test_twins_agree_on_all_characters() -> None:
    # Those of Unicode 3.2: what a newer one adds is unassigned in the older of the two.
    known = (chr(code) for code in range(0x3000) if ucd_3_2_0.category(chr(code)) not in ("Cn", "Cs"))
    texts = [f"a{character}b" for character in known]
    assert in_javascript(texts) == [in_python(text) for text in texts]


@pytest.mark.slow
def test_stems_are_those_of_lunr() -> None:
    known = {*made_up(100_000, seed=4), *(word + "é4" for word in made_up(1000, seed=5)), "", "y", "yy"}
    assert {word: porter(word) for word in known} == {word: porter_stemmer.stem(word) for word in known}
    assert terms("generalizations", "en") == ["gener"]
    assert terms("generalizations", "tlh") == ["generalizations"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_forms_of_a_word_are_found_together_and_others_apart(language: str) -> None:
    together, apart = LANGUAGES[language]["together"], LANGUAGES[language]["apart"]
    for line in together:
        assert len({term for word in line.split() for term in terms(fold(word), language)}) == 1, line
    found = [terms(fold(word), language)[0] for word in apart.split()]
    assert len(set(found)) == len(found), found


def test_every_language_has_cases_and_common_words() -> None:
    assert LANGUAGES.keys() == ENDINGS.keys() == COMMON.keys()


@pytest.mark.parametrize("language", ENDINGS)
def test_twins_agree_in_every_language(language: str) -> None:
    source, known = random.Random(3), [*endings(language), ""]
    letters = "".join(sorted(set("".join(known)))) + "bdgk"
    roots = ["".join(source.choices(letters, k=source.randint(1, 5))) for _ in range(2000)]
    texts = [root + source.choice(known) + source.choice(known) for root in roots] + COMMON[language].split()
    assert in_javascript(texts, language) == [in_python(text, language) for text in texts]


@pytest.mark.parametrize(
    ("tag", "language"), [("en", "en"), ("en-GB", "en"), ("pt-BR", "pt"), ("nb", "no"), ("zh-Hant-TW", "zh")]
)
def test_language_of_a_tag(tag: str, language: str) -> None:
    assert language_of(tag) == language
