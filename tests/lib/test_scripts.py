"""Scripts lose their comment lines and nothing else, and run as before."""

import subprocess
from pathlib import Path

import pytest

from generator.lib.scripts import without_comment_lines

SCRIPTS = sorted((Path(__file__).resolve().parents[2] / "layouts/assets").rglob("*.js"))

WHOLE = [
    b"const text = `one\n// a line of the text\n`;\n",
    b"const text = 'one\\\n// more of it';\n",
    b"/* a block\n// ends here */ run();\n",
    b"const address = 'https://example.org'; // said beside code\n",
    b"",
]


def test_comment_lines_go() -> None:
    source = b"// What it is for.\n\nlet a = 1;\r\n  // Why.\r\n  a += `${a}`;\n// End"
    assert without_comment_lines(source) == b"\nlet a = 1;\r\n  a += `${a}`;\n"


@pytest.mark.parametrize("source", WHOLE)
def test_what_may_be_no_comment_stays(source: bytes) -> None:
    assert without_comment_lines(source) == source


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_our_scripts_lose_their_comments_and_still_parse(script: Path) -> None:
    source = script.read_bytes()
    served = without_comment_lines(source)
    assert served != source
    assert not any(line.strip().startswith(b"//") for line in served.splitlines())
    checked = subprocess.run(
        ["node", "--input-type=module", "--check"], input=served, capture_output=True, check=False
    )
    assert checked.returncode == 0, checked.stderr
