"""`check --fix`, `--explain` and `--format sarif`: mistakes mended in place, explained, and told to code scanning."""

import json
import re
from pathlib import Path

import click
import pytest
from papershelf.checks import CHECKS
from papershelf.cli import cli
from papershelf.commands.explanations import EXPLANATIONS

from tests.conftest import ROOT, MakeArchive

SOURCE = ROOT / "generator" / "papershelf"


def check(root: Path, *options: str) -> int:
    return cli.main(["check", "--site", str(root), *options], standalone_mode=False) or 0


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("date: 13 August 2017", "date: 2017-08-13"),
        ("date: 2020-1-5  # about", "date: 2020-01-05  # about"),
        ("date: Aug. 2017", "date: 2017-08"),
        ("year: 2020", "date: 2020"),
        ("Date: '2020'", "date: '2020'"),
        ("date: 2020\nstatus: Published", "date: 2020\nstatus: published"),
        ("date: 2020\ntype: conference", "date: 2020\ntype: inproceedings"),
        ("date: 2020\nlanguage: English", "date: 2020\nlanguage: en"),
        ("date: 2020\nlanguage: ger", "date: 2020\nlanguage: de"),
        ("date: 2020\ndoi: ''\nvenue: X", "date: 2020\nvenue: X"),
        ("date: 2020\nlinks: {github: 'https://x.org'}", "date: 2020\nlinks: {code: 'https://x.org'}"),
        ("date: 2020\ntags: vision, language", "date: 2020\ntags: [vision, language]"),
        ("date: 2020\nauthors: Ann Bo; Cy Dee", "date: 2020\nauthors: [Ann Bo, Cy Dee]"),
        ("date: 2020\nauthors: [@ann, Bo]", "date: 2020\nauthors: ['@ann', Bo]"),
        ("date: 2020\nauthors: ['Jane Doe, PhD']", "date: 2020\nauthors: [Jane Doe]"),
        ("date: 2020\nbooktitle: A: B", "date: 2020\nvenue: 'A: B'"),
        ("date: 2020\nvenue: [Re] Science", "date: 2020\nvenue: '[Re] Science'"),
        ("date: 2020\nvenue: *Best* papers", "date: 2020\nvenue: '*Best* papers'"),
        ("date: 2020\nselected: true", "date: 2020\nfeatured: true"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_mends_what_is_certain_and_nothing_else(
    wrong: str, right: str, end: str, archive: MakeArchive
) -> None:
    text = "---\n# A comment: kept\ntitle:   'A  title'   # as it is\n{}\n---\n\nAn  abstract.\n"
    before, after = (text.format(lines).replace("\n", end).encode() for lines in (wrong, right))
    root = archive({"content/papers/a.md": b"\xef\xbb\xbf" + before})
    file = root / "content/papers/a.md"
    file.chmod(0o640)
    check(root, "--fix")
    assert file.read_bytes() == b"\xef\xbb\xbf" + after
    assert file.stat().st_mode & 0o777 == 0o640
    assert check(root) == 0


@pytest.mark.parametrize(
    "line",
    [
        "titel: x",
        "date: 3/4/2017",
        "authors: Bob, Ann",
        "venue: a # b",
        "status: unknown",
        "title: b",
        "doi: x",
    ],
)
def test_leaves_alone_what_is_not_certain(line: str, archive: MakeArchive) -> None:
    text = f"---\ntitle: A\n{line}\n---\n"
    root = archive({"content/papers/a.md": text})
    assert check(root, "--fix") == 1
    assert (root / "content/papers/a.md").read_text() == text


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        ("url_code: https://x.org", "write `links: {code: ...}`"),
        ("publishDate: 2020", "did you mean `date`?"),
        ("categories: [a]", "did you mean `tags`?"),
        ("url_pdf: x.pdf", "did you mean `pdf`?"),
        ("layout: post", "remove it"),
        ("permalink: /a/", "`aliases: [old/address/]`"),
        ("firstpage: 1", "write `pages: first-last`"),
        ("publication: X", "did you mean `venue`?"),
        ("abbr: X", "as `short:` in content/venues.yaml"),
        ("bibtex_show: true", "every paper shows how to cite it"),
        ("openreview: abc", "write `ids: {openreview: ...}`"),
        ("type: conference", "write type: inproceedings"),
        ("date: 13 August 2017", "write date: 2017-08-13"),
        ("doi: ''", "doi: is empty: write something, or leave the key out"),
        ("authors: Ann Bo, Cy Dee", "write authors: [Ann Bo, Cy Dee]"),
    ],
)
def test_the_message_says_what_to_write(
    line: str, advice: str, archive: MakeArchive, capsys: pytest.CaptureFixture[str]
) -> None:
    root = archive({"content/papers/a.md": f"---\ntitle: A\n{line}\n---\n"})
    assert check(root) == 1
    assert advice in capsys.readouterr().err


def test_every_code_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    codes = {check.__module__.rpartition(".")[2] for check in CHECKS}
    for file in SOURCE.rglob("*.py"):
        codes |= set(re.findall(r'\bcode="([\w-]+)"', file.read_text(encoding="utf-8")))
    assert codes == set(EXPLANATIONS)
    for code in codes:
        assert cli.main(["check", "--explain", code], standalone_mode=False) == 0
        assert capsys.readouterr().out.startswith(f"{code}: ")
    with pytest.raises(click.BadParameter):
        cli.main(["check", "--explain", "nonsense"], standalone_mode=False)


def test_sarif_for_code_scanning(archive: MakeArchive, capsys: pytest.CaptureFixture[str]) -> None:
    root = archive({"content/papers/a b.md": "---\ntitle: A\ndate: x\n---\n", "content/papers/c.md": ""})
    assert check(root, "--format", "sarif") == 1
    log = json.loads(capsys.readouterr().out)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {"file", "value"}
    first = next(result for result in run["results"] if "is not a date" in result["message"]["text"])
    place = first["locations"][0]["physicalLocation"]
    assert (first["ruleId"], first["level"]) == ("value", "error")
    assert place["artifactLocation"]["uri"].endswith("content/papers/a%20b.md")
    assert place["region"] == {"startLine": 3, "startColumn": 7}
