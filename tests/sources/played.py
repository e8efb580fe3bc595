"""Services on loopback that answer as a test says: in order, each answer once, the last for ever."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from papershelf.content.parse import parse
from papershelf.model.record import Record
from papershelf.sources import services

FEED = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">{}</feed>"""
ENTRY = """<entry>
  <id>http://arxiv.org/abs/{id}</id><published>2023-02-13T20:27:30Z</published>
  <title>On $O(n^2)$ Sorting of
  G\\"odel Numbers</title>
  <summary>  A line
  break, and $35,000 for all. It costs $5 more.
</summary>
  <author><name>Ada Example</name></author><author><name>Jo\\'e de la Muestra</name></author>
  <arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">Code: https://github.com/example/sort</arxiv:comment>
  <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.5555/12345</arxiv:doi>
</entry>"""
ERROR = """<entry><id>http://arxiv.org/api/errors#x</id><title>Error</title>
<summary>incorrect id format</summary></entry>"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What goes back for one request."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    length: int | None = None
    """Content-Length where it is not that of the body."""
    pause: float = 0
    """Seconds before each part of the body."""
    parts: int = 1
    """How often the body is sent."""


@dataclass(frozen=True, slots=True)
class Played:
    """Services being played."""

    url: str
    """Where all their addresses begin."""
    asked: list[tuple[str, Mapping[str, str]]]
    """Path with query and headers of each request."""


@contextmanager
def play(script: Mapping[str, Sequence[Answer]]) -> Iterator[Played]:
    """Serve a script: the beginning of a path -> its answers; anything else is not found."""
    turns = dict.fromkeys(script, 0)
    asked: list[tuple[str, Mapping[str, str]]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append((self.path, dict(self.headers)))
            start = max((path for path in script if self.path.startswith(path)), key=len, default="")
            answer = Answer(status=404)
            if start:
                answer = script[start][min(turns[start], len(script[start]) - 1)]
                turns[start] += 1
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            length = len(answer.body) * answer.parts if answer.length is None else answer.length
            self.send_header("Content-Length", str(length))
            self.end_headers()
            try:
                for _ in range(answer.parts):
                    time.sleep(answer.pause)
                    self.wfile.write(answer.body)
            except OSError:
                self.close_connection = True  # the other side has had enough

        def log_message(self, format: str, *args: object) -> None:
            """Stay quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield Played(f"http://127.0.0.1:{server.server_port}/", asked)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def at(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    """Let every service be played at an address."""
    for service in {service.name for several in services.LOOKUPS.values() for service in several}:
        variable = f"PAPERSHELF_{service.upper().replace('.', '_').replace(' ', '_')}_URL"
        monkeypatch.setenv(variable, f"{url}{service.replace(' ', '')}/")


def records(root: Path) -> list[Record]:
    """Return the records of an archive."""
    found: list[Record] = []
    for file in sorted(root.glob("content/papers/*/*")):
        parsed = parse(str(file), file.read_bytes())
        assert not isinstance(parsed, list), parsed
        found += parsed
    return found
