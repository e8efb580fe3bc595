"""The words themselves, for typo help, `~` and leading wildcards; loaded only when a query needs them."""

import numpy as np

from generator.search.binary import Pack, front_coded
from generator.search.postings import Postings


def vocabulary(postings: Postings, pack: Pack) -> tuple[bytes, bytes]:
    """Give `vocabulary.bin`, the terms of two or more papers, and `rare.bin`, those of one.

    Each, deflated: the terms front-coded, and in `vocabulary.bin` for each term how many binary digits its
    number of papers has.
    """
    documents = np.diff(postings.starts)
    common = [postings.terms[term] for term in np.flatnonzero(documents > 1)]
    rare = [postings.terms[term] for term in np.flatnonzero(documents == 1)]
    sizes = bytes(int(count).bit_length() for count in documents[documents > 1])
    return pack(front_coded(common) + sizes), pack(front_coded(rare))
