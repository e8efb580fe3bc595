"""Answers of services on the web: asked politely, again where it helps, with a limit to patience and size; cached."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import httpx
import stamina

from papershelf import __version__
from papershelf.config import SiteConfig
from papershelf.lib.digest import digest
from papershelf.lib.files import seal, unseal, write_atomically

ATTEMPTS = 4
LONGEST_WAIT = 60.0
"""Seconds between two attempts; a service that wants more is given up for now."""
PATIENCE = 60.0
"""Seconds that one answer may take as a whole."""
LARGEST = 20_000_000
"""Bytes of an answer."""
FRESH = 86_400
"""Seconds for which a cached answer counts."""
_TIMEOUT = httpx.Timeout(20.0)
_BUSY = (408, 425, 429, 500, 502, 503, 504)


class Unavailable(Exception):
    """A service gave no answer that can be used; the text says why."""


class Unknown(Unavailable):
    """A service knows nothing of what it was asked for."""


class _Busy(Exception):
    """A service asks to come back later."""

    def __init__(self, status: int, wait: float) -> None:
        super().__init__(f"HTTP status {status}")
        self.wait = wait


@contextmanager
def open_client(config: SiteConfig) -> Iterator[httpx.Client]:
    """Open a client that says who it is: ``papershelf/1.0 (+https://... ; mailto:...)``."""
    contact = f"; mailto:{config.contact}" if config.contact else ""
    agent = f"papershelf/{__version__} (+{config.url}{contact})"
    with httpx.Client(
        headers={"User-Agent": agent}, timeout=_TIMEOUT, follow_redirects=True, max_redirects=5
    ) as client:
        yield client


def fetch(
    client: httpx.Client, url: str, accept: str, usable: Callable[[bytes], bool], *, cache: Path, fresh: bool
) -> bytes:
    """Return the body of an answer.

    ``cache`` is the folder of earlier answers, which are passed over where it is to be ``fresh``; one that is not
    ``usable``, such as a page of apologies, is not kept.

    Raises ``Unknown`` where the service says that there is nothing, ``Unavailable`` where it does not answer well.
    """
    file = cache / digest(f"{accept}\n{url}".encode()).hex()
    if not fresh and (data := _cached(file)):
        return data
    try:
        data = _ask(client, url, accept)
    except _Busy as error:
        raise Unavailable(f"{httpx.URL(url).host} is busy ({error}); try again later") from None
    except httpx.TooManyRedirects:
        raise Unavailable(f"{httpx.URL(url).host} sends from one address to the next without end") from None
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise Unavailable(
            f"{httpx.URL(url).host} does not answer: {str(error) or type(error).__name__}"
        ) from None
    if usable(data):
        write_atomically(file, seal(data), lasting=False)
    return data


def _cached(file: Path) -> bytes:
    try:
        return unseal(file.read_bytes()) if time.time() - file.stat().st_mtime < FRESH else b""
    except OSError:
        return b""


def _worth_another(error: Exception) -> bool | float:
    if isinstance(error, _Busy):
        return error.wait if error.wait <= LONGEST_WAIT else False
    return isinstance(error, httpx.TransportError) and not isinstance(error, httpx.UnsupportedProtocol)


@stamina.retry(on=_worth_another, attempts=ATTEMPTS, timeout=None, wait_initial=1.0, wait_max=20.0)
def _ask(client: httpx.Client, url: str, accept: str) -> bytes:
    end = time.monotonic() + PATIENCE
    host = httpx.URL(url).host
    with client.stream("GET", url, headers={"Accept": accept}) as answer:
        if answer.status_code in (404, 410):
            raise Unknown(f"{host} does not know it")
        if answer.status_code in _BUSY:
            raise _Busy(answer.status_code, _wait(answer.headers.get("Retry-After", "")))
        if answer.is_error:
            raise Unavailable(f"{host} refuses with HTTP status {answer.status_code}")
        data = bytearray()
        for part in answer.iter_bytes():
            data += part
            if len(data) > LARGEST:
                raise Unavailable(f"{host} answers with more than {LARGEST:,} bytes")
            if time.monotonic() > end:
                raise Unavailable(f"{host} takes more than {PATIENCE:.0f} seconds to answer")
    return bytes(data)


def _wait(text: str) -> float:
    """Return the seconds that ``Retry-After`` asks for, a number or a date (RFC 9110, 10.2.3); 2 without it."""
    if text.strip().isdecimal():
        return float(text)
    try:
        return max(0.0, (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return 2.0
