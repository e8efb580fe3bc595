"""XML as text, against Python's own parser."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from papershelf.lib.text import without_control
from papershelf.lib.xml import attribute, escape

TEXTS = st.text(st.characters() | st.sampled_from("<>&\"']]>\x00\x0b\ufffe"))


@given(TEXTS)
def test_any_text_comes_back(text: str) -> None:
    expected = without_control(text).replace("\r\n", "\n").replace("\r", "\n")
    assert (ElementTree.fromstring(f"<a>{escape(text)}</a>").text or "") == expected


@given(TEXTS)
def test_any_attribute_comes_back(text: str) -> None:
    value = ElementTree.fromstring(f'<a b="{attribute(text)}"/>').get("b")
    assert value == without_control(text)
