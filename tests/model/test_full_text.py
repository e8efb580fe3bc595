"""A paper's PDF: the one it names, else the one that an identifier leads to, else none."""

from typing import Any

import pytest
from papershelf.model.full_text import pdf_address

from tests.pages.sample import record


@pytest.mark.parametrize(
    ("fields", "address"),
    [
        ({}, ""),
        ({"url": "https://example.org/abs/2405.00001"}, ""),
        ({"doi": "10.1000/x"}, ""),
        ({"pdf": "own.pdf", "arxiv": "2405.00001"}, "own.pdf"),
        ({"arxiv": "2405.00001"}, "https://arxiv.org/pdf/2405.00001"),
        ({"arxiv": "math/0405001"}, "https://arxiv.org/pdf/math/0405001"),
        ({"ids": (("openreview", "rJl-b3RcF7"),)}, "https://openreview.net/pdf?id=rJl-b3RcF7"),
        (
            {"ids": (("dblp", "conf/acl/Doe20"), ("acl", "2020.acl-main.1"))},
            "https://aclanthology.org/2020.acl-main.1.pdf",
        ),
        ({"url": "https://aclanthology.org/P19-1001/"}, "https://aclanthology.org/P19-1001.pdf"),
        (
            {"url": "https://proceedings.mlr.press/v202/doe23a.html"},
            "https://proceedings.mlr.press/v202/doe23a/doe23a.pdf",
        ),
        ({"url": "https://openreview.net/forum?id=a&noteId=b"}, ""),
        ({"url": "https://attacker.example/https://arxiv.org/abs/2405.00001"}, ""),
    ],
)
def test_the_pdf_of_a_paper(fields: dict[str, Any], address: str) -> None:
    assert pdf_address(record("x", **fields)) == address
