"""Scripts lose their comment lines and nothing else, and modules joined in one file do what they did apart."""

import subprocess
from pathlib import Path

import pytest
from papershelf.lib.scripts import joined, without_comment_lines

ASSETS = Path(__file__).resolve().parents[2] / "layouts/assets"
SCRIPTS = sorted(ASSETS.rglob("*.js"))
ENGINE = {path.name: path.read_bytes() for path in (ASSETS / "js/search").glob("*.js")}

WHOLE = [
    b"const text = `one\n// a line of the text\n`;\n",
    b"const text = 'one\\\n// more of it';\n",
    b"/* a block\n// ends here */ run();\n",
    b"const shown = '/** @type {string} */ (a)';\n",
    b"const shown = '; // no comment';\n",
    b"/* a block; // ends here */ run();\n",
    b"",
]


def node(script: bytes, *options: str) -> str:
    done = subprocess.run(
        ["node", "--input-type=module", *options], input=script, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.decode()


def test_comment_lines_go() -> None:
    source = b"// What it is for.\n\nlet a = 1;\r\n  // Why.\r\n  a += `${a}`;\n// End"
    assert without_comment_lines(source) == b"let a = 1;\r\n  a += `${a}`;\n"


def test_comments_beside_code_go() -> None:
    source = b"const a = 'https://example.org'; // said beside\nrun(a, // one\r\n  2 // two\n);"
    assert without_comment_lines(source) == b"const a = 'https://example.org';\nrun(a,\r\n  2 // two\n);"


def test_types_of_documentation_comments_go() -> None:
    source = b"/** @type {string} */\nlet a;\n  /**\n   * Y\n   */\n  a = '' + /** @type {any} */ (a);\n/** 1 */ a++;\n"
    assert without_comment_lines(source) == b"let a;\n  a = '' + (a);\n a++;\n"


@pytest.mark.parametrize("source", WHOLE)
def test_what_may_be_no_comment_stays(source: bytes) -> None:
    assert without_comment_lines(source) == source


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_our_scripts_lose_their_comments_and_still_parse(script: Path) -> None:
    served = without_comment_lines(script.read_bytes())
    assert not any(line.strip().startswith((b"//", b"/**")) for line in served.splitlines())
    node(served, "--check")


def test_modules_are_joined_each_once_and_before_whoever_needs_it() -> None:
    modules = {
        "a.js": b'import { b } from "./b.js";\nimport { c,\n  d } from "./c.js";\nexport const a = b + c + d();\n',
        "b.js": b'import { c } from "./c.js";\nexport const b = c + 1;\n',
        "c.js": b"export const c = 1;\nexport function d() { return 3; }\n",
        "e.js": b"export const e = 1;\n",
    }
    whole, parts = joined("a.js", modules)
    assert parts == {"b.js", "c.js"}
    assert b"import" not in whole
    assert whole.count(b"export") == 1
    assert node(whole + b"console.log(a)") == "6\n"


@pytest.mark.parametrize(
    "line",
    [
        b'import { b as other } from "./b.js";\n',
        b'import b from "./b.js";\n',
        b'import "./b.js";\n',
        b'import { b } from "../b.js";\n',
        b'import { b } from "./nowhere.js";\n',
    ],
)
def test_modules_of_another_kind_stay_apart(line: bytes) -> None:
    modules = {"a.js": line + b"export const a = 1;\n", "b.js": b"export const b = 1;\n"}
    assert joined("a.js", modules) == (modules["a.js"], frozenset())
    modules = {"a.js": b"export const a = 1;\n", "b.js": b'import { a } from "./a.js";\n', "c.js": b""}
    assert joined("b.js", modules | {"a.js": line + b"export const a = 1;\n"})[1] == frozenset()


def test_the_engine_is_joined_whole() -> None:
    whole, parts = joined("engine.js", ENGINE)
    assert parts == ENGINE.keys() - {"engine.js", "worker.js"}
    node(whole, "--check")
