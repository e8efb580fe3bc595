"""One connection of the preview's server: files as GitHub Pages serves them, and live reload."""

import io
import time
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from socket import socket
from typing import TYPE_CHECKING, BinaryIO, cast

from papershelf.serve.live_reload import LastBuild

if TYPE_CHECKING:
    from papershelf.serve.server import Server

PATIENCE = 15.0
"""Seconds in which a request must have arrived whole, after the last one on its connection was answered."""
LARGEST = 65_536
"""Bytes of a request with its headers."""

OWN = "/_papershelf/"
_SCRIPT = f'<script src="{OWN}reload.js" defer></script>'.encode()
_WAITING = (
    b'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Not built yet</title></head>'
    b"<body><h1>Nothing has been built yet</h1>"
    b"<p>The problems are listed below; save a file to try again.</p></body></html>"
)


class _Requests(io.RawIOBase):
    """What a connection receives, within limits of time and size for each request."""

    def __init__(self, connection: socket) -> None:
        self._connection = connection
        self.renew()

    def renew(self) -> None:
        """Begin to count anew: another request may come."""
        self._until = time.monotonic() + PATIENCE
        self._left = LARGEST

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        left = self._until - time.monotonic()
        if left <= 0 or self._left <= 0:
            raise TimeoutError
        self._connection.settimeout(left)
        got = self._connection.recv_into(buffer[: self._left])
        self._connection.settimeout(PATIENCE)
        self._left -= got
        return got


class Handler(SimpleHTTPRequestHandler):
    """Answers GET and HEAD, nothing else."""

    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012 (the base class has it so)
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".xml": "application/xml",
        ".bin": "application/octet-stream",
    }

    def __init__(self, *args: object, directory: str, last_build: LastBuild) -> None:
        self._last_build = last_build
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def setup(self) -> None:
        """Read requests within limits."""
        super().setup()
        self._requests = _Requests(self.connection)
        self.rfile = io.BufferedReader(self._requests)

    def handle_one_request(self) -> None:
        """Wait for one request and answer it."""
        self._requests.renew()
        super().handle_one_request()

    def do_GET(self) -> None:
        """Answer the preview's own addresses, else a file."""
        if "Content-Length" in self.headers or "Transfer-Encoding" in self.headers:
            self.close_connection = True  # nobody reads the body, so no request can follow it
        hosts = self.headers.get_all("Host", [])
        server = cast("Server", self.server)
        if len(hosts) != 1 or not server.is_own_name(hosts[0]):
            text = f"This preview answers at {server.address} only.\n"
            self._send(text.encode(), "text/plain; charset=utf-8", HTTPStatus.MISDIRECTED_REQUEST)
            return
        path = self.path.partition("?")[0].partition("#")[0]
        if path == OWN + "events":
            self._events()
        elif path == OWN + "reload.js":
            self._send(Path(__file__).with_name("reload.js").read_bytes(), "text/javascript")
        else:
            self._file(path)

    def do_HEAD(self) -> None:
        """Answer as GET does, without the body (RFC 9110, 9.3.2)."""
        self.do_GET()

    def _file(self, path: str) -> None:
        try:
            file = Path(self.translate_path(path))
            if path.endswith("/"):
                file = file / "index.html"
            page = file.read_bytes() if file.suffix == ".html" and not file.is_dir() else None
            exists = file.exists()
        except (OSError, ValueError):  # not there, or nothing that a file could be called
            page, exists = None, False
        if page is not None:
            self._html(page, HTTPStatus.OK)
        elif exists:
            super().do_HEAD() if self.command == "HEAD" else super().do_GET()
        else:
            self._missing()

    def _missing(self) -> None:
        try:
            page = Path(self.directory, "404.html").read_bytes()
        except OSError:
            page = _WAITING
        self._html(page, HTTPStatus.NOT_FOUND)

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
        if self.command != "HEAD":
            self.wfile.write(body)

    def _events(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        seen = -1
        while self.command != "HEAD":
            seen, event = self._last_build.next_event(seen)
            self.wfile.write(event)  # ends the connection with an OSError once the page is closed
