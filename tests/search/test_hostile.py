"""Nothing a reader types makes the engine fail, and a file that cannot be read can be asked for again."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.search.archive import ASK, ask, random_documents, written

HOSTILE = [
    *"+-:~^*\"'\\()[{|?./$\0\ufeff\u202e😀\ud800",
    "+ - ~ ^",
    "::::",
    "title:",
    ":title",
    "+title:",
    "title:title:graph",
    "constructor: __proto__:x toString:graph hasOwnProperty",
    "~2",
    "graph~",
    "graph~99999999999999999999",
    "graph^",
    "graph^-1",
    "^5~2^~",
    '"',
    '""',
    '"unbalanced graph',
    'graph" network',
    'title:"a b',
    "year:",
    "year:..",
    "year:abcd..2020",
    "year:2020..2019..2018",
    "before:0000-99-99",
    "has:nothing venue:nowhere tag: author:",
    'author:"a" -author:"a b" author:"-\'" author:* author:~9 AUTHOR:^^ author:author:li',
    "tag:\"\" +tag:* -tag:'' venue:venue:icml venue:constructor tag:__proto__",
    "* ** *a* *graph*",
    "-*",
    "[a-z]+(.*)\\1{99}",
    "مرحبا بالعالم עולם",
    "深",
    "a" * 10_000,
    "graph " * 2_000,
    '"' * 10_001,
    "~" * 5_000,
    "+-" * 5_000,
    "\\" * 4_999,
]


def test_hostile_queries_are_answered(tmp_path: Path) -> None:
    site = written(random_documents(60, seed=8), tmp_path)
    for query, answer in zip(HOSTILE, ask(site, HOSTILE), strict=True):
        result = answer["result"]
        assert 0 <= len(result["hits"]) <= 10, query
        assert result["total"] >= len(result["hits"]), query


def test_values_that_are_no_text_are_answered(tmp_path: Path) -> None:
    site = written(random_documents(5, seed=8), tmp_path)
    for value in (None, 7, ["graph"]):
        assert ask(site, [{"text": value}])[0]["result"]["hits"] is not None


@pytest.mark.parametrize(
    "missing", ["lengths-*.bin", "columns-*.bin", "tags-*.bin", "terms/*.bin", "cards/*/0.bin"]
)
def test_failed_read_is_told_and_can_be_tried_again(tmp_path: Path, missing: str) -> None:
    site = written(random_documents(60, seed=8), tmp_path)
    files = {str(file): f"{file}.away" for file in (site / "search").glob(missing)}
    assert files
    engine = ASK.parents[2] / "layouts/assets/js/search/engine.js"
    script = f"""
        import {{ readFile, rename }} from "node:fs/promises";
        import {{ openIndex }} from {json.dumps(engine.as_uri())};
        const read = async (path) => {{
          const data = await readFile({json.dumps(str(site / "search"))} + "/" + path);
          return data.buffer.slice(data.byteOffset, data.byteOffset + data.length);
        }};
        const index = await openIndex(read);
        const first = await index.search("graph").then(() => "answered", (error) => error.code);
        for (const [file, away] of Object.entries({json.dumps(files)})) await rename(away, file);
        console.log(first, (await index.search("graph")).total > 0);
    """
    for file, away in files.items():
        Path(file).rename(away)
    done = subprocess.run(
        ["node", "--input-type=module", "--eval", script], capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["ENOENT", "true"], done.stderr


def test_a_damaged_file_is_read_again_past_caches_and_named_if_that_does_not_help(tmp_path: Path) -> None:
    site = written(random_documents(60, seed=1), tmp_path)
    script = Path(__file__).with_name("damage.mjs")
    command = ["node", str(script), str(site), "networks learnx"]
    done = subprocess.run(command, capture_output=True, check=True)
    told = json.loads(done.stdout)
    kinds = {re.sub(r"[0-9a-f]{8}/?\d*", "*", path) for path in told["files"]}
    names = ("lengths-*", "columns-*", "tags-*", "terms/*", "cards/*", "forwards/*", "backwards/*")
    assert kinds == {"manifest.json", *(f"{name}.bin" for name in names)}
    assert told["unnoticed"] == []
