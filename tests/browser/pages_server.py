"""Serves a built site on loopback as GitHub Pages does, below a path prefix, and keeps a log of what it sent.

As GitHub Pages: `/dir` redirects to `/dir/`, `/name` finds `name.html`, anything else gets `404.html` with
status 404, text is compressed with gzip and .bin files are not, and everything may be cached for ten minutes.
"""

import gzip
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "application/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".xml": "application/xml",
}
OTHER_TYPES = {
    ".gz": "application/gzip",
    ".jpg": "image/jpeg",
    ".pdf": "application/pdf",
    ".png": "image/png",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One request and what went back for it."""

    path: str
    """As asked, with its query."""
    status: int
    size: int
    """Bytes of the body on the wire, compressed where it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedSite:
    """A site being served: where it is and what was asked of it."""

    root: Path
    prefix: str
    """Begins and ends with a slash."""
    url: str
    """The home page's address, with the prefix and its last slash."""
    log: list[Answer] = field(default_factory=list)

    @property
    def bytes_sent(self) -> int:
        """Bytes of all bodies sent so far."""
        return sum(answer.size for answer in self.log)


@contextmanager
def serve_pages(root: Path, prefix: str = "/archive/") -> Iterator[ServedSite]:
    """Serve the folder `root` below `prefix` on a free port until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    server.daemon_threads = True
    site = ServedSite(root=root, prefix=prefix, url=f"http://127.0.0.1:{server.server_port}{prefix}")
    server.RequestHandlerClass = _handler(site)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(site: ServedSite) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # or the body waits 40 ms for the headers to be acknowledged

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            file = _find(site, path)
            if isinstance(file, str):
                self._send(301, b"", {"Location": file})
            elif file is not None:
                self._send_file(200, file)
            elif (missing := site.root / "404.html").is_file() and path.startswith(site.prefix):
                self._send_file(404, missing)
            else:
                self._send(404, b"Not found\n", {"Content-Type": "text/plain"})

        do_HEAD = do_GET

        def _send_file(self, status: int, file: Path) -> None:
            body = file.read_bytes()
            text_type = TYPES.get(file.suffix)
            headers = {
                "Content-Type": text_type or OTHER_TYPES.get(file.suffix, "application/octet-stream"),
                "Cache-Control": "max-age=600",
                "ETag": f'"{hashlib.sha256(body).hexdigest()[:16]}"',
                "Vary": "Accept-Encoding",
            }
            if status == 200 and self.headers.get("If-None-Match") == headers["ETag"]:
                self._send(304, b"", headers)
                return
            if text_type and "gzip" in self.headers.get("Accept-Encoding", ""):
                body = gzip.compress(body, 6, mtime=0)
                headers["Content-Encoding"] = "gzip"
            self._send(status, body, headers)

        def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if status != 304:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command == "HEAD":
                body = b""
            site.log.append(Answer(path=self.path, status=status, size=len(body)))
            with suppress(ConnectionError):  # the browser may have gone to another page
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Keep the terminal quiet: `site.log` has it all."""

    return Handler


def _find(site: ServedSite, path: str) -> Path | str | None:
    """The file an address names, the address to go to instead, or None."""
    if path == site.prefix.rstrip("/"):
        return site.prefix
    if not path.startswith(site.prefix):
        return None
    file = site.root / path.removeprefix(site.prefix)
    if ".." in Path(path).parts:
        return None
    if path.endswith("/"):
        index = file / "index.html"
        return index if index.is_file() else None
    if file.is_dir():
        return path + "/" if (file / "index.html").is_file() else None
    if file.is_file():
        return file
    with_suffix = file.with_name(file.name + ".html")
    return with_suffix if with_suffix.is_file() else None
