"""`papershelf digest --send` against real SMTP servers on this machine, good and bad."""

import email
import json
import os
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from email import policy
from pathlib import Path
from typing import Any

import click
import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword
from click.testing import CliRunner, Result
from papershelf.cli import cli
from papershelf.mail import deliver

from tests.pipeline.archives import SITE, paper, write

RECIPIENTS = ["ada@example.org", "bob@example.org", "cyd@example.org"]


class Mailbox:
    """A server that keeps what it accepts; ``answer`` may refuse, or say `close` to hang up on, a recipient."""

    def __init__(self) -> None:
        self.kept: list[Envelope] = []
        self.asked: list[str] = []
        self.answer: dict[tuple[str, str], str] = {}

    async def handle_RCPT(
        self, server: Any, session: object, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.asked.append(address)
        envelope.rcpt_tos.append(address)
        return self._answer(server, "RCPT", address)

    async def handle_DATA(self, server: Any, session: object, envelope: Envelope) -> str:
        answer = self._answer(server, "DATA", envelope.rcpt_tos[0])
        if answer.startswith("250"):
            self.kept.append(envelope)
        return answer

    def _answer(self, server: Any, command: str, address: str) -> str:
        answer = self.answer.get((command, address), "250 OK")
        if answer == "close":
            server.transport.abort()
        return answer

    @property
    def recipients(self) -> list[str]:
        return [address for envelope in self.kept for address in envelope.rcpt_tos]


Start = Callable[..., int]


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def start(mailbox: Mailbox) -> Iterator[Start]:
    """Starts the mailbox's server and gives its port."""
    with ExitStack() as stack:

        def run(**options: Any) -> int:
            port = free_port()
            controller = Controller(mailbox, hostname="127.0.0.1", port=port, **options)
            controller.start()
            stack.callback(controller.stop)
            return port

        yield run


@pytest.fixture(autouse=True)
def no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PAPERSHELF_SMTP_USER", "PAPERSHELF_SMTP_PASSWORD"):
        monkeypatch.delenv(name, raising=False)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def archive(root: Path, port: int, more: str = "  starttls: false\n") -> Path:
    settings = f"digest:\n  sender: shelf@example.org\n  to: {json.dumps(RECIPIENTS)}\n  host: 127.0.0.1\n"
    write(
        root,
        {
            "site.yaml": f"{SITE}{settings}  port: {port}\n{more}",
            "content/papers/x.md": paper("Schrödinger's"),
        },
    )
    return root


def send(root: Path, *more: str) -> Result:
    arguments = ["digest", "--period", "day", "--site", str(root), "--send", *more]
    return CliRunner().invoke(cli, arguments, standalone_mode=False)


def ledger(root: Path) -> object:
    return json.loads((root / "digests.json").read_text())


def test_a_digest_reaches_every_recipient_once_however_often_it_is_sent(
    tmp_path: Path, mailbox: Mailbox, start: Start
) -> None:
    root = archive(tmp_path, start())
    first = send(root)
    assert (first.return_value, first.stderr) == (0, "")
    assert first.stdout.splitlines() == [f"sent days/2024-05-03 to {address}" for address in RECIPIENTS]
    assert mailbox.recipients == RECIPIENTS
    assert ledger(root) == {"days/2024-05-03/": RECIPIENTS}
    again = send(root)
    assert (again.return_value, again.stdout) == (0, "days/2024-05-03 has been sent already\n")
    assert mailbox.recipients == RECIPIENTS


def test_what_arrives_is_the_digest_addressed_to_one(tmp_path: Path, mailbox: Mailbox, start: Start) -> None:
    send(archive(tmp_path, start()))
    for envelope, recipient in zip(mailbox.kept, RECIPIENTS, strict=True):
        assert isinstance(envelope.content, bytes)
        found = email.message_from_bytes(envelope.content, policy=policy.default)
        assert envelope.mail_from == "shelf@example.org"
        assert (found["To"], found.defects) == (recipient, [])
        assert envelope.content.isascii()
        assert [address for address in RECIPIENTS if address.encode() in envelope.content] == [recipient]
        text, html = found.iter_parts()
        assert "Schrödinger's" in text.get_content()
        assert "Schrödinger&#39;s" in html.get_content()


def test_another_period_is_another_digest(tmp_path: Path, mailbox: Mailbox, start: Start) -> None:
    root = archive(tmp_path, start())
    send(root)
    assert send(root, "--period", "week").return_value == 0
    assert len(mailbox.kept) == 2 * len(RECIPIENTS)
    assert ledger(root) == {"days/2024-05-03/": RECIPIENTS, "weeks/2024-W18/": RECIPIENTS}


@pytest.mark.parametrize("command", ["RCPT", "DATA"])
def test_a_connection_that_breaks_half_way_is_taken_up_where_it_broke(
    tmp_path: Path, mailbox: Mailbox, start: Start, command: str
) -> None:
    root = archive(tmp_path, start())
    mailbox.answer[command, "bob@example.org"] = "close"
    broken = send(root)
    assert broken.return_value == 1
    assert len(broken.stderr.splitlines()) == 1
    assert "bob@example.org: Connection" in broken.stderr
    assert ledger(root) == {"days/2024-05-03/": ["ada@example.org"]}
    mailbox.answer.clear()
    assert send(root).return_value == 0
    assert mailbox.recipients == RECIPIENTS


@pytest.mark.parametrize("command", ["RCPT", "DATA"])
def test_a_refused_recipient_keeps_nobody_else_from_theirs(
    tmp_path: Path, mailbox: Mailbox, start: Start, command: str
) -> None:
    root = archive(tmp_path, port := start())
    mailbox.answer[command, "bob@example.org"] = "550 no such reader"
    refused = send(root)
    assert refused.return_value == 1
    expected = f"error: 127.0.0.1:{port}: bob@example.org: the server answered 550 no such reader\n"
    assert refused.stderr == expected
    assert mailbox.recipients == ledger(root)["days/2024-05-03/"] == ["ada@example.org", "cyd@example.org"]  # type: ignore[index]


def test_a_server_that_gives_up_is_not_asked_again(tmp_path: Path, mailbox: Mailbox, start: Start) -> None:
    root = archive(tmp_path, start())
    mailbox.answer["RCPT", "ada@example.org"] = "421 closing"
    refused = send(root)
    assert (refused.return_value, len(refused.stderr.splitlines())) == (1, 1)
    assert "the server answered 421 closing" in refused.stderr
    assert mailbox.asked == ["ada@example.org"]
    assert ledger(root) == {}


def test_a_server_that_does_not_answer_is_waited_for_so_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deliver, "TIMEOUT", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        result = send(archive(tmp_path, port))
    assert (result.return_value, result.stderr) == (
        1,
        f"error: 127.0.0.1:{port}: no answer for 0.2 seconds\n",
    )
    assert ledger(tmp_path) == {}


def test_no_server_is_said_in_a_line(tmp_path: Path) -> None:
    port = free_port()
    result = send(archive(tmp_path, port))
    assert (result.return_value, result.stderr) == (1, f"error: 127.0.0.1:{port}: Connection refused\n")
    assert ledger(tmp_path) == {}


def test_nothing_is_sent_unencrypted_unless_asked_for(tmp_path: Path, mailbox: Mailbox, start: Start) -> None:
    result = send(archive(tmp_path, start(), more=""))
    assert result.return_value == 1
    assert "STARTTLS" in result.stderr
    assert mailbox.asked == []


def test_the_login_comes_from_the_environment(
    tmp_path: Path, mailbox: Mailbox, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[object] = []

    def known(server: object, session: object, envelope: object, mechanism: str, data: object) -> AuthResult:
        tried.append(data)
        return AuthResult(success=data == LoginPassword(b"shelf", b"secret"), handled=False)

    root = archive(tmp_path, start(authenticator=known, auth_require_tls=False))
    monkeypatch.setenv("PAPERSHELF_SMTP_USER", "shelf")
    monkeypatch.setenv("PAPERSHELF_SMTP_PASSWORD", "wrong")
    refused = send(root)
    assert refused.return_value == 1
    assert "535" in refused.stderr
    assert "wrong" not in refused.stderr
    assert mailbox.asked == []
    monkeypatch.setenv("PAPERSHELF_SMTP_PASSWORD", "secret")
    assert send(root).return_value == 0
    assert tried[-1] == LoginPassword(b"shelf", b"secret")
    assert mailbox.recipients == RECIPIENTS


@pytest.mark.parametrize("half", ["USER", "PASSWORD"])
def test_half_a_login_is_wrong_use(half: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"PAPERSHELF_SMTP_{half}", "shelf")
    result = send(archive(tmp_path, 25))
    assert isinstance(result.exception, click.UsageError)


def test_what_is_sent_is_not_also_written(tmp_path: Path, mailbox: Mailbox, start: Start) -> None:
    result = send(archive(tmp_path, start()), "--output", str(tmp_path / "digest.eml"))
    assert isinstance(result.exception, click.UsageError)
    assert mailbox.asked == []
    assert not (tmp_path / "digest.eml").exists()


@pytest.mark.parametrize("damaged", ["{", "[]", '{"days/2024-05-03/": "ada@example.org"}', "\x00"])
def test_a_damaged_ledger_stops_sending(tmp_path: Path, mailbox: Mailbox, start: Start, damaged: str) -> None:
    root = archive(tmp_path, start())
    (root / "digests.json").write_text(damaged)
    result = send(root)
    assert result.return_value == 1
    assert "restore it from Git" in result.stderr
    assert mailbox.asked == []
    assert (root / "digests.json").read_text() == damaged


def test_what_cannot_be_noted_is_not_sent(
    tmp_path: Path, mailbox: Mailbox, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(source: object, target: object) -> None:
        raise OSError(28, "No space left on device")

    root = archive(tmp_path, start())
    monkeypatch.setattr(os, "replace", full)
    result = send(root)
    assert result.return_value == 1
    assert "digests.json: error: cannot be written: No space left on device" in result.stderr
    assert mailbox.asked == []
