"""Answers that are slow, broken, endless, or no answers: told in a line, asked for again where that helps."""

from pathlib import Path

import pytest
from papershelf.sources import fetch

from tests.commands.papershelf import papershelf
from tests.sources.played import ENTRY, ERROR, FEED, Answer, at, play, records


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ([Answer(status=429, headers={"Retry-After": "1"})], "is busy (HTTP status 429)"),
        ([Answer(status=429, headers={"Retry-After": "86400"})], "is busy (HTTP status 429)"),
        ([Answer(status=503)], "is busy (HTTP status 503)"),
        ([Answer(status=403)], "refuses with HTTP status 403"),
        ([Answer(status=302, headers={"Location": "/arXiv/api/query"})], "without end"),
        ([Answer(body=b"<html><body>Sorry</body></html>")], "no Atom feed but a document of <html>"),
        ([Answer(body=b"<html><p>Sorry")], "is no XML"),
        ([Answer(body=FEED.format(ENTRY).encode()[:400])], "is no XML"),
        ([Answer(body=b"<feed>", length=500)], "does not answer"),
        ([Answer(body=b"")], "is no XML"),
        ([Answer(body=b"x" * 1_000_000, parts=200)], "more than 20,000,000 bytes"),
        ([Answer(body=FEED.format(ERROR).encode())], "arXiv says: incorrect id format"),
        ([Answer(body=FEED.format("<entry><id>\xe9</id></entry>").encode("latin-1"))], "is no XML"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_broken_answers_are_told(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    answers: list[Answer],
    reason: str,
) -> None:
    with play({"/arXiv/": answers}) as played:
        at(monkeypatch, played.url)
        assert papershelf("add", "2302.00001", "--site", root) == 1
    assert reason in capsys.readouterr().err
    assert records(root) == []


def test_slow_answers_end(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fetch, "PATIENCE", 0.1)
    with play({"/arXiv/": [Answer(body=b" ", pause=0.02, parts=100)]}) as played:
        at(monkeypatch, played.url)
        assert papershelf("add", "2302.00001", "--site", root) == 1
    assert "takes more than" in capsys.readouterr().err


def test_tries_again_and_remembers(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    feed = Answer(body=FEED.format(ENTRY.format(id="2302.00001v1")).encode())
    script = [Answer(status=503), Answer(status=429, headers={"Retry-After": "0"}), feed]
    with play({"/arXiv/": script}) as played:
        at(monkeypatch, played.url)
        assert papershelf("add", "2302.00001", "--site", root, "--dry-run") == 0
        assert len(played.asked) == 3
        assert records(root) == []
        assert papershelf("add", "2302.00001", "--site", root) == 0
        assert len(played.asked) == 3
        assert len(records(root)) == 1


def test_a_broken_answer_is_not_remembered(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    feed = Answer(body=FEED.format(ENTRY.format(id="2302.00001v1")).encode())
    with play({"/arXiv/": [Answer(body=b"<html>Sorry</html>"), feed]}) as played:
        at(monkeypatch, played.url)
        assert papershelf("add", "2302.00001", "--site", root) == 1
        assert papershelf("add", "2302.00001", "--site", root) == 0


@pytest.mark.parametrize(("wait", "asked"), [("60", fetch.ATTEMPTS), ("61", 1)])
def test_a_service_that_wants_to_be_left_alone_for_long_is(
    root: Path, monkeypatch: pytest.MonkeyPatch, wait: str, asked: int
) -> None:
    with play({"/arXiv/": [Answer(status=429, headers={"Retry-After": wait})]}) as played:
        at(monkeypatch, played.url)
        assert papershelf("add", "2302.00001", "--site", root) == 1
        assert len(played.asked) == asked


def test_an_update_asks_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    feed = Answer(body=FEED.format(ENTRY.format(id="2302.00001v1")).encode())
    with play({"/arXiv/": [feed]}) as played:
        at(monkeypatch, played.url)
        for more in ([], ["--update"]):
            assert papershelf("add", "2302.00001", "--site", root, *more) == 0
        assert len(played.asked) == 2
