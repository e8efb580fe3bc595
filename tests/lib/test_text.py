"""Text as such."""

from hypothesis import example, given, settings
from hypothesis import strategies as st
from papershelf.lib.text import squeeze


@settings(derandomize=True)
@given(st.text("ab  \t\n\r\x0b\x1c\x85\xa0\u2003\u200b\u3000é", max_size=12))
@example("a  b")
@example("a b ")
@example(" a b")
@example("a b")
def test_squeezing_leaves_single_spaces_between_words(text: str) -> None:
    assert squeeze(text) == " ".join(text.split())
