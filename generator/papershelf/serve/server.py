"""The preview server: serves ``output/`` under the site's path prefix, and tells open pages when to reload."""

import json
import threading
from collections.abc import Sequence
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from papershelf.problems import Problem

OWN = "/_papershelf/"
_SCRIPT = f'<script src="{OWN}reload.js" defer></script>'.encode()
_WAITING = (
    b'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Not built yet</title></head>'
    b"<body><h1>Nothing has been built yet</h1>"
    b"<p>The problems are listed below; save a file to try again.</p></body></html>"
)


class State:
    """What open pages are told: the number of the last build, and its problems."""

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self.number = 0
        self.problems: tuple[Problem, ...] = ()

    def announce(self, problems: Sequence[Problem]) -> None:
        """Tell every open page that a build has ended."""
        with self.changed:
            self.number += 1
            self.problems = tuple(problems)
            self.changed.notify_all()

    def next_message(self, seen: int) -> tuple[int, bytes]:
        """Wait for a build after number ``seen``; give its number and what the stream says, after at most 15 s."""
        with self.changed:
            fresh = self.changed.wait_for(lambda: self.number != seen, timeout=15)
            return self.number, self._event() if fresh else b": still here\n\n"

    def _event(self) -> bytes:
        """Return the last build as an event of a Server-Sent Events stream (WHATWG HTML, 9.2)."""
        rows = [
            {
                "place": str(problem.location),
                "message": problem.message,
                "advice": problem.advice,
                "excerpt": problem.excerpt,
            }
            for problem in self.problems
        ]
        return f"data: {json.dumps({'build': self.number, 'problems': rows})}\n\n".encode()


class Server(ThreadingHTTPServer):
    """Serves on the loopback interface unless told otherwise; a thread per request, none of which keeps it alive."""

    daemon_threads = True


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012 (the base class has it so)
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".xml": "application/xml",
        ".bin": "application/octet-stream",
    }

    def __init__(self, *args: object, output: Path, prefix: str, state: State) -> None:
        self.prefix, self.state = prefix, state
        super().__init__(*args, directory=str(output))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer the preview's own addresses, else a file."""
        path = urlsplit(self.path).path
        if path == OWN + "events":
            self._events()
        elif path == OWN + "reload.js":
            self._send(Path(__file__).with_name("reload.js").read_bytes(), "text/javascript")
        elif not path.startswith(self.prefix):
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", self.prefix)
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self._page(path)

    def _page(self, path: str) -> None:
        file = Path(self.translate_path(path))
        if file.is_dir() and path.endswith("/"):
            file = file / "index.html"
        if file.suffix == ".html" and file.is_file():
            self._html(file.read_bytes(), HTTPStatus.OK)
        elif file.exists():
            super().do_GET()
        else:
            missing = Path(self.directory) / "404.html"
            page = missing.read_bytes() if missing.is_file() else _WAITING
            self._html(page, HTTPStatus.NOT_FOUND)

    def translate_path(self, path: str) -> str:
        """Return the file behind an address below the prefix."""
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def send_head(self) -> BinaryIO | None:
        """Answer a file afresh each time: a preview must not come from the browser's cache."""
        del self.headers["If-Modified-Since"]
        return super().send_head()

    def end_headers(self) -> None:
        """Forbid caching."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Keep the terminal for problems."""

    def _html(self, page: bytes, status: HTTPStatus) -> None:
        self._send(page.replace(b"<title>", _SCRIPT + b"<title>", 1), "text/html; charset=utf-8", status)

    def _send(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _events(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        seen = -1
        try:
            while True:
                seen, message = self.state.next_message(seen)
                self.wfile.write(message)
                self.wfile.flush()
        except OSError:
            return  # the page was closed


def make_server(output: Path, prefix: str, host: str, port: int, state: State) -> Server:
    """Return a server of ``output`` below ``prefix`` (``/`` or ``/archive/``); raises ``OSError`` if it is taken."""
    return Server((host, port), partial(_Handler, output=output, prefix=prefix, state=state))
