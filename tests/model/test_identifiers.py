"""Identifiers: one bare form, and check digits that notice every mistyped digit."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from papershelf.model import identifiers
from papershelf.model.id_schemes import SCHEMES, identifier
from papershelf.model.licenses import license_address, license_text

GOOD: list[tuple[Callable[[str], str], str]] = [
    (identifiers.issn, "0378-5955"),
    (identifiers.issn, "2434-561X"),
    (identifiers.isbn, "0-306-40615-2"),
    (identifiers.isbn, "0-8044-2957-X"),
    (identifiers.isbn, "978-0-306-40615-7"),
    (identifiers.isbn, "9790260000438"),
    (identifiers.orcid, "0000-0002-1825-0097"),
    (identifiers.orcid, "0000-0002-1694-233X"),
    (identifiers.ror, "https://ror.org/02mhbdp94"),
    (identifiers.ror, "https://ror.org/05dxps055"),
]


@pytest.mark.parametrize(("check", "text"), GOOD)
def test_a_right_identifier_is_taken_as_it_is(check: Callable[[str], str], text: str) -> None:
    assert check(text) == text


@pytest.mark.parametrize(("check", "text"), GOOD)
def test_every_wrong_digit_is_noticed(check: Callable[[str], str], text: str) -> None:
    start = len("https://ror.org/0") if check is identifiers.ror else 0
    for index in range(start, len(text)):
        for digit in "0123456789" if text[index].isdigit() else "":
            if digit != text[index]:
                with pytest.raises(ValueError, match=r"check digit|want"):
                    check(text[:index] + digit + text[index + 1 :])


@pytest.mark.parametrize(("check", "text"), [row for row in GOOD if row[0] is not identifiers.ror])
def test_neighbours_that_changed_places_are_noticed(check: Callable[[str], str], text: str) -> None:
    """ISBN-13 weighs digits by 1 and 3, so it cannot tell neighbours that differ by 5."""
    places = [index for index in range(len(text) - 1) if text[index : index + 2].isdigit()]
    for index in places:
        first, second = text[index], text[index + 1]
        if first == second or (len(text) >= 13 and abs(int(first) - int(second)) == 5):
            continue
        with pytest.raises(ValueError, match=r"check digit|want"):
            check(text[:index] + second + first + text[index + 2 :])


@settings(deadline=None)
@given(st.from_regex(r"\A[0-9]{7}\Z"))
def test_one_check_digit_of_eleven_is_right(digits: str) -> None:
    taken = []
    for last in "0123456789X":
        try:
            taken.append(identifiers.issn(f"{digits[:4]}-{digits[4:]}{last}"))
        except ValueError:
            continue
    assert len(taken) == 1


@pytest.mark.parametrize(
    ("check", "text", "bare"),
    [
        (identifiers.doi, "https://doi.org/10.1000/aB", "10.1000/aB"),
        (identifiers.doi, "doi: 10.1000/x", "10.1000/x"),
        (identifiers.arxiv, "https://arxiv.org/abs/2302.06675v4", "2302.06675"),
        (identifiers.arxiv, "https://arxiv.org/pdf/hep-th/9901001.pdf", "hep-th/9901001"),
        (identifiers.arxiv, "arXiv:2302.06675", "2302.06675"),
        (identifiers.orcid, "https://orcid.org/0000-0002-1694-233x", "0000-0002-1694-233X"),
        (identifiers.issn, "ISSN: 2434-561x", "2434-561X"),
    ],
)
def test_addresses_and_prefixes_fall_away(check: Callable[[str], str], text: str, bare: str) -> None:
    assert check(text) == bare


@pytest.mark.parametrize(
    "text", ["12-40", "e17134", "A1–A9", "xi-xx", "3, 7-9", "1:1--1:34", "125", "S12-S15", "17+"]
)
def test_pages_as_they_are_printed(text: str) -> None:
    assert identifiers.pages(text) == text


@pytest.mark.parametrize("text", ["banana split", "to appear", "pp. 3-4", "12-", "-", "1-2 (online)"])
def test_what_is_no_pages(text: str) -> None:
    with pytest.raises(ValueError, match="are no pages"):
        identifiers.pages(text)


@pytest.mark.parametrize(
    ("given", "kept", "address"),
    [
        ("CC-BY-NC-SA-4.0", "CC-BY-NC-SA-4.0", "https://creativecommons.org/licenses/by-nc-sa/4.0/"),
        ("cc-by-4.0", "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC0-1.0", "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("mit", "MIT", "https://spdx.org/licenses/MIT"),
        ("MIT OR Apache-2.0", "MIT OR Apache-2.0", ""),
        ("https://example.org/terms", "https://example.org/terms", "https://example.org/terms"),
        *[(address, address, address) for address in (
            "https://creativecommons.org/licenses/by/4.0/", "http://creativecommons.org/publicdomain/mark/1.0/",
            "https://creativecommons.org/licenses/by-nd/3.0/de/deed.en",
        )],
    ],
)  # fmt: skip
def test_a_licence_is_an_spdx_expression_or_an_address(given: str, kept: str, address: str) -> None:
    assert (license_text(given), license_address(kept)) == (kept, address)


@pytest.mark.parametrize(
    "text", ["Not-A-License", "CC-BY-9.0", "free", "https://creativecommons.org/licenses/by-sa-nc/4.0/"]
)
def test_what_is_no_licence(text: str) -> None:
    with pytest.raises(ValueError, match=r"SPDX|Creative Commons"):
        license_text(text)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_identifiers_of_other_services(scheme: str) -> None:
    row = SCHEMES[scheme]
    assert identifier(scheme, row.example) == identifier(scheme, row.address + row.example) == row.example
    for text in ("a b", "", "<script>", "https://example.org/"):
        with pytest.raises(ValueError, match=row.name):
            identifier(scheme, text)


def test_a_word_is_no_pubmed_identifier() -> None:
    with pytest.raises(ValueError, match="PubMed"):
        identifier("pmid", "abc")
