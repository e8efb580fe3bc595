"""Long lists cut into runs where their own items say so: one more item changes the run that it falls into only."""

from collections.abc import Iterator, Sequence
from zlib import crc32

MEAN = 128  # items of a run: few enough to plan anew in a wink, enough to make runs few


def runs(names: Sequence[str]) -> Iterator[slice]:
    """Cut a list, given as the names of its items, into runs of about 128; every run begins at an item of its own.

    Borders are told by a hash of the items, as in content-defined chunking (Muthitacharoen et al., SOSP 2001).
    """
    starts = [index for index, name in enumerate(names) if not index or crc32(name.encode()) % MEAN == 0]
    yield from map(slice, starts, [*starts[1:], len(names)])
