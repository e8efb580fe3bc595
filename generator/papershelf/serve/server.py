"""The preview's server: a folder of files, for browsers on this machine and the names it is known by."""

import socket
import sys
import threading
from functools import partial
from ipaddress import ip_address
from pathlib import Path
from socketserver import ThreadingTCPServer
from typing import Any
from urllib.parse import urlsplit

from papershelf.lib.terminal import say
from papershelf.serve.handler import Handler
from papershelf.serve.live_reload import LastBuild

MOST_CONNECTIONS = 100
"""Connections at a time; one more is closed at once. A browser opens six, and one per page for live reload."""
_BUSY = b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Server(ThreadingTCPServer):
    """Answers each connection in a thread of its own, none of which keeps the process alive."""

    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = MOST_CONNECTIONS

    def __init__(self, host: str, port: int, folder: Path, last_build: LastBuild) -> None:
        """Listen on ``host`` (a name or an IPv4 or IPv6 address); ``OSError`` where that cannot be."""
        try:
            family, _, _, _, address = socket.getaddrinfo(
                host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
            )[0]
        except UnicodeError:
            raise OSError(None, "not a host's name") from None
        self.address_family = family
        self._free = threading.BoundedSemaphore(MOST_CONNECTIONS)
        self._listening = ip_address(str(address[0]).split("%")[0])
        super().__init__(
            (str(address[0]), int(address[1])), partial(Handler, directory=str(folder), last_build=last_build)
        )
        self._names = {"localhost", host.lower()}
        if not self._listening.is_loopback:
            name = socket.gethostname().lower()
            self._names |= {name, name + ".local"}

    @property
    def address(self) -> str:
        """Return the address of the site, with a slash at its end."""
        name = str(self._listening)
        if self._listening.is_unspecified:  # every interface: this one is sure to be there
            name = "::1" if self._listening.version == 6 else "127.0.0.1"
        return f"http://{f'[{name}]' if ':' in name else name}:{self.server_address[1]}/"

    def is_own_name(self, host: str) -> bool:
        """Return whether a ``Host`` header names this machine.

        A web page elsewhere can make its own name lead here (DNS rebinding) and would then read what is previewed;
        it cannot do so with the name of another, nor with an address.
        """
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        try:
            found = ip_address(name)
        except ValueError:
            return name in self._names
        return found.is_loopback or not self._listening.is_loopback

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread, or not at all where too many are answered already."""
        if self._free.acquire(blocking=False):
            super().process_request(request, client_address)
            return
        request.setblocking(False)
        request.send(_BUSY)  # a new connection has room for so little
        self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer, then make room for the next."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._free.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of browsers that hang up, and of all else no more than a line."""
        error = sys.exception()
        if not isinstance(error, OSError):
            say(f"preview: {type(error).__name__}: {error}", file=sys.stderr)
