"""The engine reads the numbers and words that the build writes."""

import json
import random
import subprocess
from pathlib import Path

import numpy as np
import pytest
from papershelf.search.binary import front_coded, varints

READER = Path(__file__).resolve().parents[2] / "layouts/assets/js/search/binary.js"
WORDS = [
    [],
    ["a"],
    ["graph", "graphs", "grapheme", "zebra"],
    ["größe", "größer", "深度", "深度学", "ﬀ"],
    ["😀", "😀😀", "😀a", "𝒜", "𝒜𝒷", "𝒜𝒷x"],
]


def read(data: bytes, method: str) -> list[object]:
    script = f"""
        import {{ Reader }} from {json.dumps(READER.as_uri())};
        const reader = new Reader(new Uint8Array({json.dumps(list(data))}));
        console.log(JSON.stringify([reader.{method}, reader.at]));
    """
    done = subprocess.run(
        ["node", "--input-type=module"], input=script, capture_output=True, text=True, check=True
    )
    found, end = json.loads(done.stdout)
    assert end == len(data)
    return list(found)


def test_numbers() -> None:
    source = random.Random(1)
    numbers = [source.getrandbits(source.randint(1, 35)) for _ in range(500)]
    numbers += [0, 1, 127, 128, 2**14 - 1, 2**14, 2**21, 2**28 - 1, 2**28, 2**35 - 1]
    assert read(varints(np.array(numbers)), f"varints({len(numbers)})") == numbers
    assert read(varints(np.array([5, 127])), "varints(2)") == [5, 127]
    assert varints(np.array([], np.int64)) == b""


@pytest.mark.parametrize("words", WORDS)
def test_words(words: list[str]) -> None:
    assert read(front_coded(words), "words()") == words
