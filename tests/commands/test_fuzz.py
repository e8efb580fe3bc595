"""Archives that went through a mill: whatever is in their files, commands end with a status and problems."""

import contextlib
import io
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from papershelf.cli import cli

from tests.stress import examples

FILES = {
    "site.yaml": (
        "title: A\nurl: https://example.org/a/\nper_page: 2\n"
        "taxonomies: [{name: topics, title: T, field: extra.t}]\n"
    ),
    "content/people.yaml": "ann-bo:\n  name: Ann Bo\n  variants: [A. Bo]\n  orcid: 0000-0002-1825-0097\n",
    "content/venues.yaml": "conf:\n  title: Conference of X\n  short: CX\n  kind: conference\n",
    "content/pages/about.md": "---\ntitle: About\n---\nSome *text* and $x^2$.\n",
    "content/papers/2024/one.md": (
        "---\ntitle: One {BERT} and $x^2$\ndate: 2024-05-03\nauthors: [Ann Bo, 'Dee, Cyd', {literal: The Team}]\n"
        "venue: CX 2024\ndoi: 10.1000/x\narxiv: 2302.06675\ntags: [a, b]\nlinks: {code: 'https://x.org'}\n"
        "related: [{rel: extends, id: two}]\nextra: {t: u}\n---\nAn abstract with *marks*, <b>x</b> and $\\alpha$.\n"
    ),
    "content/papers/2024/two.md": "---\ntitle: Two\ndate: 2024\nstatus: preprint\n---\nAnother.\n",
    "content/papers/more.yaml": (
        "- {id: three, title: Three, date: 2023-02}\n- id: four\n  title: Four\n  date: 2022-01-01\n"
    ),
    "layouts/free.html": '{% extends "free.html" %}',
    "layouts/mail/digest.txt": "{{ page.period }}{% for entry in page.entries %}{{ entry.title }}{% endfor %}",
}
PIECES = st.sampled_from(
    [
        *(
            "- ",
            ": ",
            "#",
            " # ",
            "{",
            "}",
            "[",
            "]",
            "'",
            '"',
            "|",
            ">",
            "&",
            "*",
            "!",
            "%",
            "@",
            "`",
            "\n",
            "\t",
            "  ",
        ),
        *(
            "---\n",
            "...\n",
            "\\",
            "$",
            "$$",
            "<b>",
            "<script>",
            "&amp;",
            "~",
            "null",
            "-",
            "?",
            "? ",
            "0",
            "9999",
            "é",
            "山",
        ),
        *(
            "\u202e",
            "\udcff",
            "{a: [b, {c: d}]}\n",
            "\x00",
            "\x85",
            "\u2028",
            "\ufeff",
            "\ue000",
            "{{",
            "{%",
            "id: one\n",
            "title: x\n",
            "draft: true\n",
        ),
        *(
            "date: 0001\n",
            "date: 2024-02-29\n",
            "aliases: [../x, a/, '']\n",
            "tags: [C, C++]\n",
            "authors: [x]\n",
            "a" * 3_000,
        ),
        *(
            "::error::",
            "\\begin{x}",
            "[a](b)",
            "![a](b)",
            "https://",
            "10.1/",
            "..",
            "/",
            "con",
            "page",
            "search",
        ),
    ]
)
CHANGES = st.lists(
    st.tuples(st.sampled_from(sorted(FILES)), st.integers(0, 400), st.integers(0, 12), PIECES),
    min_size=1,
    max_size=4,
)
COMMANDS = (
    ["export", "bibtex"],
    ["export", "csl-json"],
    ["search", "one *x* -y"],
    ["digest", "--period", "week"],
)


def changed(changes: list[tuple[str, int, int, str]]) -> Mapping[str, str]:
    """Return the archive with pieces put into its files, each in the place of a few characters."""
    files = dict(FILES)
    for path, place, gone, piece in changes:
        text = files[path]
        begin = place % (len(text) + 1)
        files[path] = text[:begin] + piece + text[begin + gone :]
    return files


def holds_together(files: Mapping[str, str]) -> None:
    """Run every command over an archive: `build` takes what `check` passes, and nothing raises."""
    root = Path(tempfile.mkdtemp(prefix="papershelf-fuzz-"))
    try:
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(text.encode("utf-8", "surrogatepass"))
        checked = status("check", "--site", str(root))
        assert status("build", "--jobs", "1", "--site", str(root)) == checked
        for command in COMMANDS:  # which need no layouts of pages; a digest has its own
            possible = (0, 1) if command[0] == "digest" else (0, checked)
            assert status(*command, "--site", str(root)) in possible, command
    finally:
        shutil.rmtree(root)


def status(*arguments: str) -> int:
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace")
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        return cli.main(list(arguments), standalone_mode=False) or 0


@settings(max_examples=examples(15), deadline=None, suppress_health_check=list(HealthCheck))
@given(CHANGES)
def test_commands_survive_any_archive(changes: list[tuple[str, int, int, str]]) -> None:
    holds_together(changed(changes))
