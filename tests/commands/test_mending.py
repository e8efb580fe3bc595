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
        ("date: 2020\nurl_code: https://x.org", "date: 2020\nlinks: {code: 'https://x.org'}"),
        ("date: 2020\ndraft: no", "date: 2020\ndraft: false"),
        ("date: 2020\nvenue: 'It's X'", "date: 2020\nvenue: 'It''s X'"),
        ("date: 2020\nauthors: ['Ann Bo <a@example.org>']", "date: 2020\nauthors: [Ann Bo]"),
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
        "date: 2020\ntype: [x, y]",
        "venue: 'X\n  and Y",
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
        ("url_code: https://x.org", "write links: {code: 'https://x.org'}"),
        ("publishDate: 2020-05-03T10:00:00Z", "write date: 2020-05-03"),
        ("categories: [a, b]", "write tags: [a, b]"),
        ("url_pdf: x.pdf", "write pdf: x.pdf"),
        ("layout: post", "remove it"),
        ("permalink: /a/", "write aliases: ['/a/']"),
        ("firstpage: 1\nlastpage: 9", "write pages: 1-9"),
        ("firstpage: 1", "write pages: 1-..."),
        ("page: 1-9", "write pages: 1-9"),
        ("publication: '*X*'", "write venue: '*X*'"),
        ("publication_types: ['1']", "write type: inproceedings"),
        ("publication_types: [other]", "write type: ..."),
        ("award: Best", "write awards: Best"),
        ("selected: true", "write featured: true"),
        ("preview: {a: b}", "write image: ..."),
        ("abbr: X", "write venue: X with its year, and short: X in content/venues.yaml"),
        ("bibtex_show: true", "every paper shows how to cite it"),
        ("openreview: abc", "write ids: {openreview: abc}"),
        ("type: conference", "write type: inproceedings"),
        ("date: 13 August 2017", "write date: 2017-08-13"),
        ("doi: ''", "doi: is empty: write something, or leave the key out"),
        ("authors: Ann Bo, Cy Dee", "write authors: [Ann Bo, Cy Dee]"),
        ("date: 05/03/2021", "write 2021-03-05 or 2021-05-03"),
        ("date: 25/03/2021", "(write 2021-03-25)"),
        ("date: 2021-02-30", "the month ends on 2021-02-28"),
        ("date: in press", "write the year in which it will, and status: accepted"),
        ("links: {github: 'https://x.org'}", "write code: 'https://x.org'"),
        ("links: {code: x}\nurl_slides: y", "write slides: y in `links`"),
        ("related: [{rel: extend, id: a}]", "write rel: extends"),
        ("url: www.example.org/a", "(write https://www.example.org/a)"),
        ("license: CC BY-NC 4.0", "write license: CC-BY-NC-4.0"),
        ("draft: yes", "write draft: true"),
        ("venue: &X", "venue: '&X'"),
        ("venue: 'It's X'", "venue: 'It''s X'"),
        ('venue: "A" and "B"', """venue: '"A" and "B"'"""),
        ("venue: 'X", "venue: 'X'"),
    ],
)
def test_the_message_says_what_to_write(
    line: str, advice: str, archive: MakeArchive, capsys: pytest.CaptureFixture[str]
) -> None:
    root = archive({"content/papers/a.md": f"---\ntitle: A\n{line}\n---\n"})
    assert check(root) == 1
    assert advice in capsys.readouterr().err


def test_a_file_whose_name_is_no_id_is_told_with_all_else(
    archive: MakeArchive, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "---\ntitle: A\ndate: 2020-1-5\n---\n"
    root = archive({"content/papers/My paper ü.md": text})
    assert check(root, "--fix") == 1
    said = capsys.readouterr().err
    assert "rename the file to my-paper-u.md, or write id: my-paper-u in it" in said
    assert (root / "content/papers/My paper ü.md").read_text() == text.replace("2020-1-5", "2020-01-05")


def test_all_faults_of_one_author_are_told_at_once(
    archive: MakeArchive, capsys: pytest.CaptureFixture[str]
) -> None:
    author = "{nam: Ann, orcid: 123, affilation: X, roles: [cook], colour: red}"
    root = archive({"content/papers/a.md": f"---\ntitle: A\ndate: 2020\nauthors: [{author}]\n---\n"})
    assert check(root) == 1
    said = capsys.readouterr().err
    for fault in ("did you mean `name`?", "not an ORCID iD", "`affiliation`?", "no role", "'colour'"):
        assert fault in said


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
