"""BibTeX in ASCII: what it writes reads back as what was meant, whatever the letters."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from papershelf.formats import bibtex, bibtex_reader
from papershelf.lib.text import squeeze, without_control
from papershelf.markup.line import literal, plain
from papershelf.markup.markdown import to_lines
from papershelf.markup.marks import without
from papershelf.markup.tex_symbols import SYMBOLS
from papershelf.model.paper import Paper
from papershelf.model.record import Record

from tests.formats.papers import papers, record
from tests.stress import examples

LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"], min_codepoint=128)


def entry(written: Record) -> str:
    (text,) = bibtex.write([Paper(record=written)], ascii=True)
    assert text.isascii()
    return text


def meant(text: str) -> dict[str, Any]:
    """Return what an entry says once its texts are plain."""
    (found,) = bibtex_reader.read(text)
    return {key: _plain(value, key) for key, value in found.items() if key != "url"}


def _plain(value: Any, key: str) -> Any:
    if isinstance(value, dict):
        return {part: _plain(each, key) for part, each in value.items()}
    if isinstance(value, list):
        return [_plain(each, key) for each in value]
    return squeeze(to_lines(value) if key == "abstract" else plain(value))


@pytest.mark.parametrize(
    ("text", "tex"),
    [
        ("é", r"{\'e}"),
        ("č", r"{\v{c}}"),
        ("ế", r"{\'{\^e}}"),
        ("ø", r"{\o}"),
        ("ǿ", r"{\'{{\o}}}"),
        ("Straße", r"Stra{\ss}e"),
        ("“a” – b", r"{\textquotedblleft}a{\textquotedblright} {\textendash} b"),
        ("α", r"{\ensuremath{\alpha}}"),
        ("李", r'{\symbol{"674E}}'),
        ("\u212b", r'{\symbol{"212B}}'),  # the sign of a unit, which looks as the letter Å
        ("e\u0301", r'e{\symbol{"301}}'),
    ],
)
def test_letters_are_commands_of_tex(text: str, tex: str) -> None:
    assert f"note = {{{tex}}}" in entry(record(note=text))
    assert tex in entry(record(title=f"{text} x"))


@pytest.mark.parametrize("letter", sorted(char for char in SYMBOLS.values() if not char.isascii()))
def test_a_symbol_in_a_formula_reads_as_itself(letter: str) -> None:
    (found,) = bibtex_reader.read(entry(record(title=f"On ${letter}$")))
    assert plain(found["title"]) == f"On {letter}"


def test_formulas_stay_formulas_and_addresses_addresses() -> None:
    text = entry(record(title="On $α_i + 中$", url="https://example.org/é", doi="10.1000/é"))
    assert r'On ${\alpha}_i + \mbox{\symbol{"4E2D}}$' in text
    assert "url = {https://example.org/%C3%A9}" in text
    assert "doi = {10.1000/%C3%A9}" in text
    assert meant(text)["title"] == plain("On $α_i + 中$")


@given(st.text(LETTERS, min_size=1, max_size=5).map(without_control).map(without).filter(bool))
def test_every_letter_reads_as_it_does_without(text: str) -> None:
    authors = [{"family": f"B{text}", "given": f"A{text}"}, {"literal": text}]
    written = record(title=literal(f"x{text}"), authors=authors, abstract=text, note=text, tags=[text])
    (other,) = bibtex.write([Paper(record=written)])
    assert meant(entry(written)) == meant(other)


@pytest.mark.slow
@settings(
    max_examples=examples(60), deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
@given(paper=papers())
def test_any_paper_reads_as_it_does_without(paper: Paper) -> None:
    text, other = ("".join(bibtex.write([paper], ascii=ascii)) for ascii in (True, False))
    assert text.isascii()
    assert meant(text) == meant(other)


def test_an_entry_of_the_record_s_own_is_in_ascii_too() -> None:
    assert entry(record(bibtex="@misc{a, title = {Café}}")) == "@misc{a, title = {Caf{\\'e}}}\n\n"
