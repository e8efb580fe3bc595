"""Frozen dataclasses as rows: nothing is lost, and equal parts are one object."""

import marshal
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st
from papershelf.lib.rows import from_row, to_row


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    name: str
    flag: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    title: str
    count: int | None = None
    leaf: Leaf | None = None
    leaves: tuple[Leaf, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    mark: bytes = b""


LEAVES = st.builds(Leaf, name=st.text(), flag=st.booleans())
TREES = st.builds(
    Tree,
    title=st.text(),
    count=st.none() | st.integers(),
    leaf=st.none() | LEAVES,
    leaves=st.lists(LEAVES).map(tuple),
    pairs=st.lists(st.tuples(st.text(), st.text())).map(tuple),
    mark=st.binary(),
)


@given(TREES)
def test_a_row_comes_back(tree: Tree) -> None:
    row = marshal.loads(marshal.dumps(to_row(Tree)(tree)))
    assert from_row(Tree)(row) == tree


def test_equal_parts_are_one_object() -> None:
    rows = [to_row(Tree)(Tree(title=title, leaves=(Leaf(name="a"),))) for title in "xy"]
    first, second = map(from_row(Tree), rows)
    assert first.leaves[0] is second.leaves[0]
