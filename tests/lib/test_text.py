"""Text as such."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from papershelf.lib.text import slug, squeeze, term_slug


@settings(derandomize=True)
@given(st.text("ab  \t\n\r\x0b\x1c\x85\xa0\u2003\u200b\u3000é", max_size=12))
@example("a  b")
@example("a b ")
@example(" a b")
@example("a b")
def test_squeezing_leaves_single_spaces_between_words(text: str) -> None:
    assert squeeze(text) == " ".join(text.split())


@pytest.mark.parametrize("name", ["con", "AUX", "Lpt1"])
def test_slug_is_no_device_of_windows(name: str) -> None:
    assert slug(name).startswith(name.lower() + "-")


def test_signs_tell_terms_apart_and_names_not() -> None:
    terms = ["C", "C++", "C#", "A", "A*", "A+", "F", "F#", "recall", "recall@5", "5", "5 %"]
    assert len({term_slug(term) for term in terms}) == len(terms)
    assert (term_slug("C++"), term_slug("C#"), term_slug("A*")) == ("c-plus-plus", "c-sharp", "a-star")
    assert slug("Mohammad Saleh*") == slug("Mohammad Saleh")
