"""`papershelf digest`: the message it writes."""

import email
import json
from email import policy
from email.message import EmailMessage
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from papershelf.cli import cli

from tests.pipeline.archives import SITE, paper, write

DIGEST = "digest:\n  sender: shelf@example.org\n  to: [ada@example.org]\n  host: mail.example.org\n"
HOSTILE = (
    '"</a><script>alert(1)</script> ]]> {B}ert\'s & $x<y$\\nBcc: eve@example.org \u05e9\u05dc\u05d5\u05dd"'
)


def message(root: Path, *arguments: str) -> tuple[EmailMessage, bytes]:
    result = CliRunner().invoke(cli, ["digest", "--site", str(root), *arguments], standalone_mode=False)
    assert result.exception is None
    assert result.return_value == 0
    return email.message_from_bytes(result.stdout_bytes, policy=policy.default), result.stdout_bytes


def parts(found: EmailMessage) -> tuple[str, str]:
    assert found.get_content_type() == "multipart/alternative"
    assert found.defects == []
    text, html = found.iter_parts()
    assert (text.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    return text.get_content(), html.get_content()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(
        tmp_path,
        {
            "site.yaml": SITE + DIGEST + "  unsubscribe: https://example.org/leave\n",
            "content/papers/engines.md": paper("On Engines", date="2024-12-25", more="venue: Notes 2024\n"),
            "content/papers/looms.md": paper("Looms", date="2024-12-24", abstract="About *threads*."),
            "content/papers/apples.md": paper("Apples", date="2024-12-02"),
        },
    )
    return tmp_path


@pytest.mark.parametrize(
    ("period", "date", "titles", "subject"),
    [
        ("day", "", ["On Engines"], "25 December 2024: 1 paper"),
        ("day", "2024-12-24", ["Looms"], "24 December 2024: 1 paper"),
        ("week", "", ["On Engines", "Looms"], "Week 52, 2024: 2 papers"),
        ("week", "2024-12-08", ["Apples"], "Week 49, 2024: 1 paper"),
        ("month", "2024-12-31", ["On Engines", "Looms", "Apples"], "December 2024: 3 papers"),
    ],
)
def test_a_period_has_its_papers_newest_first(
    root: Path, period: str, date: str, titles: list[str], subject: str
) -> None:
    found, _ = message(root, "--period", period, *(["--date", date] if date else []))
    assert found["Subject"] == f"Small archive, {subject}"
    for part in parts(found):
        places = [part.find(title) for title in titles]
        assert places == sorted(places)
        assert [title for title in ("On Engines", "Looms", "Apples") if title in part] == sorted(
            titles, key=["On Engines", "Looms", "Apples"].index
        )


def test_a_paper_whose_month_alone_is_known_is_told_in_that_month(tmp_path: Path) -> None:
    files = {"site.yaml": SITE, "content/papers/looms.md": paper("Looms", date="2024-12")}
    write(tmp_path, files)
    found, _ = message(tmp_path, "--period", "month")
    assert (found["Subject"], found["Date"]) == (
        "Small archive, December 2024: 1 paper",
        "Sun, 01 Dec 2024 00:00:00 +0000",
    )
    result = CliRunner().invoke(cli, ["digest", "--period", "week", "--site", str(tmp_path)])
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "no papers whose week is known: there is no digest\n"


def test_a_paper_is_told_in_both_parts(root: Path) -> None:
    found, _ = message(root, "--period", "week")
    for part in parts(found):
        assert "https://example.org/small/papers/engines/" in part
        assert "https://example.org/small/weeks/2024-W52/" in part
        assert "Ada Lovelace, Charles Babbage" in part
        assert "Notes 2024" in part
        assert "About threads." in part
        assert "https://example.org/leave" in part
    assert found["From"] == "Small archive <shelf@example.org>"
    assert found["List-Unsubscribe"] == "<https://example.org/leave>"
    assert found["Message-ID"] == "<weeks.2024-W52.digest@example.org>"
    assert found["Date"] == "Wed, 25 Dec 2024 00:00:00 +0000"


def test_a_paper_is_told_with_its_standing(root: Path) -> None:
    notice = "notices:\n- {kind: correction, date: 2025-01-02, text: Table <2> was wrong}\n"
    files = {
        "site.yaml": SITE + DIGEST,
        "content/papers/looms.md": paper("Looms", date="2024-12-24", more=notice),
        "content/papers/engines.md": paper("On Engines", date="2024-12-25", more="status: withdrawn\n"),
    }
    write(root, files)
    text, html = parts(message(root, "--period", "week")[0])
    lines = text.splitlines()
    assert "Correction, 2025-01-02: Table <2> was wrong" in lines
    assert "Withdrawn" in lines
    assert "<strong>Correction, 2025-01-02: Table &lt;2&gt; was wrong</strong>" in html
    assert "<strong>Withdrawn</strong>" in html


def test_the_same_papers_make_the_same_bytes(root: Path) -> None:
    assert message(root, "--period", "month")[1] == message(root, "--period", "month")[1]


def test_nothing_in_a_period_is_said_and_is_no_failure(root: Path) -> None:
    arguments = ["digest", "--site", str(root), "--period", "month", "--date", "2001-01-01", "--send"]
    result = CliRunner().invoke(cli, arguments, standalone_mode=False)
    assert (result.return_value, result.stdout) == (0, "")
    assert result.stderr == "no papers in months/2001-01: there is no digest\n"
    assert not (root / "digests.json").exists()


def test_hostile_text_stays_text(root: Path) -> None:
    site = f"title: {HOSTILE}\nurl: https://example.org/small/\n{DIGEST}"
    write(root, {"site.yaml": site, "content/papers/x.md": paper(HOSTILE, authors=f"[{HOSTILE}]")})
    found, data = message(root, "--period", "day")
    text, html = parts(found)
    shown = "</a><script>alert(1)</script> ]]> Bert's & x<y Bcc: eve@example.org \u05e9\u05dc\u05d5\u05dd"
    assert shown in " ".join(text.split())
    assert "<script" not in html
    assert "&lt;/a&gt;&lt;script&gt;" in html
    assert found["Bcc"] is None
    assert [address.addr_spec for address in found["From"].addresses] == ["shelf@example.org"]
    assert "Bcc: eve@example.org" in found["From"].addresses[0].display_name
    assert "Bcc: eve@example.org" in found["Subject"]
    assert data.isascii()
    assert b"\nBcc:" not in data
    assert max(len(line) for line in data.split(b"\r\n")) <= 998
    assert b"\n" not in data.replace(b"\r\n", b"")


@pytest.mark.parametrize("letter", ["a", "\u6f22", "&", "\U0001f600"])
def test_a_digest_is_never_too_large_for_a_mail_reader(root: Path, letter: str) -> None:
    long = json.dumps(" ".join([letter * 9] * 190), ensure_ascii=False)
    names = json.dumps([f"Ada Love{letter * 40}", "Charles Babbage"], ensure_ascii=False)
    files = {
        f"content/papers/p{number}.md": paper(long, authors=names, abstract=f"{letter * 60} " * 200)
        for number in range(120)
    }
    write(root, {"site.yaml": f"title: {long}\nurl: https://example.org/small/\n{DIGEST}", **files})
    found, data = message(root, "--period", "day")
    assert len(data) < 100_000
    text, html = parts(found)
    shown = text.count("/papers/p")
    assert shown >= 8
    assert shown == html.count("/papers/p")
    for part in (text, html):
        assert shown == 120 or f"And {120 - shown} more papers" in part


def test_a_file_is_written_where_asked(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "digest.eml"
    _, written = message(root, "--period", "day", "--output", str(file))
    assert written == b""
    assert file.read_bytes() == message(root, "--period", "day")[1]


def test_without_settings_the_digest_can_be_read_but_not_sent(root: Path) -> None:
    write(root, {"site.yaml": SITE, "content/papers/x.md": paper()})
    found, _ = message(root, "--period", "day")
    assert found["From"] == "Small archive <digest@example.org>"
    arguments = ["digest", "--site", str(root), "--period", "day", "--send"]
    result = CliRunner().invoke(cli, arguments, standalone_mode=False)
    assert isinstance(result.exception, click.UsageError)
    assert "site.yaml has no `digest`" in result.exception.message


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('  sender: "a@x.org\\nBcc: b@x.org"\n', "is not an e-mail address"),
        ("  to: [ada@x.org, ada]\n", "'ada' is not an e-mail address"),
        ("  port: 65536\n", "65536 is not a port (want 1 to 65535)"),
        ("  unsubscribe: javascript:alert(1)\n", "is not a web address"),
        ("  unsubscribe: mailto:nobody\n", "'nobody' is not an e-mail address"),
        ("  starttls: maybe\n", "'maybe' is neither true nor false"),
        ("  hots: x\n", "hots"),
    ],
)
def test_settings_are_checked(root: Path, line: str, complaint: str) -> None:
    key = line.split(":")[0]
    kept = [row for row in DIGEST.splitlines(keepends=True) if not row.startswith(f"{key}:")]
    write(root, {"site.yaml": SITE + "".join(kept) + line, "content/papers/x.md": paper()})
    result = CliRunner().invoke(
        cli, ["digest", "--site", str(root), "--period", "day"], standalone_mode=False
    )
    assert result.return_value == 1
    assert complaint in result.stderr
    assert "site.yaml:" in result.stderr
