"""Fingerprints: equal for equal values, different for different ones, refused for what has no one form."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papershelf.lib.digest import Digested, fingerprint


@dataclass(frozen=True)
class Pair:
    left: object
    right: object


@dataclass(frozen=True)
class Single:
    left: object


@dataclass(frozen=True)
class Carrying(Digested):
    digest: bytes
    text: str


@dataclass(frozen=True)
class Setting:
    """Has a field of that name, which is no more than a field."""

    digest: object
    text: str


@dataclass
class Mutable:
    left: int


PLAIN = st.one_of(st.none(), st.booleans(), st.integers(), st.text(), st.binary())
CARRYING = st.builds(Carrying, st.binary(max_size=2), st.just(""))
VALUES = st.recursive(
    st.one_of(PLAIN, CARRYING, st.lists(CARRYING).map(tuple)),
    lambda inner: st.one_of(st.lists(inner).map(tuple), st.builds(Pair, inner, inner)),
)


def spelled(value: object) -> str:
    """Return a slow, obvious spelling in which only equal values of equal types agree."""
    if isinstance(value, tuple):
        return f"tuple({', '.join(map(spelled, value))})"
    if isinstance(value, Pair):
        return f"Pair[{spelled(value.left)}, {spelled(value.right)}]"
    return f"{type(value).__name__}:{value!r}"


@pytest.mark.slow
@given(VALUES, VALUES)
def test_fingerprints_agree_exactly_where_spellings_do(one: object, other: object) -> None:
    assert (fingerprint(one) == fingerprint(other)) == (spelled(one) == spelled(other))


def test_equal_text_counts_equally_wherever_it_comes_from() -> None:
    word = "interned_word"
    made = "".join(["interned_", "word"])
    assert fingerprint((word, word, word)) == fingerprint((made, word, "".join(["interned_wor", "d"])))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("a", "b"), ("ab",)),
        (("a", "b"), ("b", "a")),
        (1, True),
        (1, "1"),
        ("", b""),
        (("a", ("b",)), (("a", "b"),)),
        (Pair(1, 2), ("Pair", 1, 2)),
        (Single(None), Pair(None, None)),
    ],
)
def test_values_that_look_alike_differ(one: object, other: object) -> None:
    assert fingerprint(one) != fingerprint(other)


def test_a_digest_stands_for_its_value() -> None:
    assert fingerprint(Carrying(b"1", "a")) == fingerprint(Carrying(b"1", "b"))
    assert fingerprint((Carrying(b"1", "a"),)) != fingerprint((Carrying(b"2", "a"),))
    assert fingerprint((Carrying(b"1", "a"), 1)) != fingerprint((Carrying(b"2", "a"), 1))


def test_a_field_called_digest_is_a_field_like_any_other() -> None:
    assert fingerprint(Setting(None, "a")) != fingerprint(Setting(None, "b"))


@pytest.mark.parametrize("value", [[1], {1: 2}, {1}, Mutable(1), (1, [2]), Pair(1, [2]), object()])
def test_what_has_no_one_form_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        fingerprint(value)
