"""The preview's server by itself: what it answers, whom, and within which limits."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from papershelf.serve import handler, server
from papershelf.serve.live_reload import LastBuild
from papershelf.serve.server import Server

Start = Callable[..., Server]
PAGES = (
    "/",
    "/papers/x/",
    "/404.html",
    "/style.css",
    "/papers/x",
    "/papers",
    "/nowhere/",
    "/_papershelf/reload.js",
)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts a server of a small site on a free port."""
    for name in ("index.html", "papers/x/index.html", "404.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"<html><head><title>{name}</title></head></html>")
    (tmp_path / "style.css").write_text("p { margin: 0 }")
    with ExitStack() as stack:

        def run(host: str = "127.0.0.1") -> Server:
            found = stack.enter_context(Server(host, 0, tmp_path, LastBuild()))
            threading.Thread(target=found.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
            stack.callback(found.shutdown)
            return found

        yield run


def ask(at: Server, path: str = "/", method: str = "GET", host: str = "") -> tuple[HTTPResponse, bytes]:
    with closing(HTTPConnection(str(at.server_address[0]), at.server_address[1], timeout=10)) as connection:
        connection.request(method, path, headers={"Host": host} if host else {})
        response = connection.getresponse()
        return response, response.read()


def connect(at: Server) -> socket.socket:
    return socket.create_connection((str(at.server_address[0]), at.server_address[1]), timeout=10)


def received(connection: socket.socket) -> bytes:
    """Return everything up to the end of the connection."""
    return b"".join(iter(lambda: connection.recv(65_536), b""))


def test_pages_reload_and_nothing_is_kept_by_the_browser(start: Start) -> None:
    at = start()
    for path in PAGES:
        response, body = ask(at, path)
        assert response.headers["Cache-Control"] == "no-store"
        assert (b"/_papershelf/reload.js" in body) == (b"<title>" in body)
    assert ask(at, "/papers/x/")[0].status == 200
    assert ask(at, "/nowhere/")[0].status == 404
    assert ask(at, "/papers/x")[0].headers["Location"] == "/papers/x/"


@pytest.mark.parametrize("path", PAGES)
def test_head_is_get_without_the_body(start: Start, path: str) -> None:
    at = start()
    get, _ = ask(at, path)
    head, _ = ask(at, path, "HEAD")
    assert head.status == get.status
    assert [pair for pair in head.getheaders() if pair[0] != "Date"] == [
        pair for pair in get.getheaders() if pair[0] != "Date"
    ]


def test_nothing_follows_the_headers_of_head(start: Start) -> None:
    at = start()
    for path in (*PAGES, "/_papershelf/events"):
        with connect(at) as connection:
            connection.sendall(
                f"HEAD {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode()
            )
            assert received(connection).partition(b"\r\n\r\n")[2] == b""


def test_a_file_is_sent_again_even_if_the_browser_has_it(start: Start) -> None:
    at = start()
    with closing(HTTPConnection("127.0.0.1", at.server_address[1], timeout=10)) as connection:
        connection.request(
            "GET", "/style.css", headers={"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"}
        )
        assert connection.getresponse().status == 200


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:{port}", 200),
        ("localhost:{port}", 200),
        ("LOCALHOST", 200),
        ("[::1]:{port}", 200),
        ("attacker.example", 421),
        ("attacker.example:{port}", 421),
        ("127.0.0.1.attacker.example", 421),
        ("localhost.attacker.example", 421),
        ("192.0.2.7", 421),
        ("[", 421),
        ("@", 421),
    ],
)
def test_only_names_of_this_machine_are_answered(start: Start, host: str, status: int) -> None:
    at = start()
    for path in ("/", "/_papershelf/reload.js"):
        response, body = ask(at, path, host=host.format(port=at.server_address[1]))
        assert response.status == status
        assert (b"answers at http://127.0.0.1:" in body) == (status == 421)


def test_a_request_without_one_host_is_not_answered(start: Start) -> None:
    at = start()
    for hosts in ("", "Host: localhost\r\nHost: attacker.example\r\n"):
        with connect(at) as connection:
            connection.sendall(f"GET / HTTP/1.1\r\n{hosts}Connection: close\r\n\r\n".encode())
            assert received(connection).startswith(b"HTTP/1.1 421 ")


def test_who_listens_on_every_interface_is_asked_by_address_or_name(start: Start) -> None:
    at = start("0.0.0.0")
    assert at.address == f"http://127.0.0.1:{at.server_address[1]}/"
    assert ask(at, host="192.0.2.7:8000")[0].status == 200
    assert ask(at, host=socket.gethostname())[0].status == 200
    assert ask(at, host="attacker.example")[0].status == 421


def test_ipv6_works(start: Start) -> None:
    at = start("::1")
    assert at.address == f"http://[::1]:{at.server_address[1]}/"
    assert ask(at)[0].status == 200
    assert start("::").address.startswith("http://[::1]:")


@pytest.mark.parametrize("host", ["no-such-host.invalid", "a..b", "\udc80", "x" * 300])
def test_what_cannot_be_listened_on_is_an_os_error(tmp_path: Path, host: str) -> None:
    with pytest.raises(OSError, match=r"."):
        Server(host, 0, tmp_path, LastBuild())


@pytest.mark.parametrize(
    "path",
    [
        *("/%00", "/%00.html", "/%ED%A0%80", "/" + "x" * 5_000, "/" + "a/" * 5_000, "//[", "/%"),
        *("/../../../etc/passwd", "/..%2f..%2fetc%2fpasswd", "/%2e%2e/%2e%2e/etc/passwd"),
        *("/index.html/", "/style.css/", "/papers/"),
    ],
)
def test_an_address_of_nothing_is_missing_and_nothing_worse(
    start: Start, path: str, capfd: pytest.CaptureFixture[str]
) -> None:
    at = start()
    response, body = ask(at, path)
    assert response.status == 404
    assert b"<title>404.html" in body
    assert capfd.readouterr().err == ""


REQUEST = b"GET / HTTP/1.1\r\nHost: localhost\r\n"


@pytest.mark.parametrize(
    "sent",
    [
        b"\r\n\r\n",
        b"GET\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00",
        b"GET / HTTP/9.9\r\n\r\n",
        REQUEST.replace(b"/ ", b"http://[/ ") + b"\r\n",
        REQUEST.replace(b"/ ", b"/" + b"a" * 70_000 + b" ") + b"\r\n",
        REQUEST + b"a:b\r\n" * 200 + b"\r\n",
        REQUEST + b"a: " + b"b" * 70_000 + b"\r\n\r\n",
        REQUEST.replace(b"GET", b"POST") + b"Content-Length: 9\r\n\r\nGET / HTT",
        REQUEST + b"Content-Length: 99\r\n\r\n" + REQUEST + b"\r\n",
    ],
)
def test_nonsense_ends_its_connection_and_nothing_else(
    start: Start, sent: bytes, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(handler, "PATIENCE", 0.3)
    at = start()
    with connect(at) as connection:
        connection.sendall(sent)
        try:
            answer = received(connection)
        except ConnectionResetError:
            answer = b""
    assert answer.count(b"HTTP/1.1 200") <= 1
    assert ask(at)[0].status == 200
    assert capfd.readouterr().err == ""


def test_a_request_of_many_large_headers_is_not_read(start: Start) -> None:
    with connect(start()) as connection:
        try:
            connection.sendall(
                REQUEST + b"".join(b"a: " + b"b" * 9_000 + b"\r\n" for _ in range(9)) + b"\r\n"
            )
            assert not connection.recv(100).startswith(b"HTTP/1.1 200")
        except ConnectionError:
            return


def test_a_request_that_dribbles_in_is_not_waited_for(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handler, "PATIENCE", 0.3)
    with connect(start()) as connection:
        for _ in range(1_000):
            try:
                connection.sendall(b"G")
            except ConnectionError:
                return
            time.sleep(0.05)
    pytest.fail("a thousand pieces were waited for")


def test_so_many_connections_and_no_more(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "MOST_CONNECTIONS", 3)
    at = start()
    with ExitStack() as stack:
        held = [stack.enter_context(connect(at)) for _ in range(3)]
        for connection in held:  # once it has answered, it holds a place
            connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert connection.recv(12) == b"HTTP/1.1 200"
        with connect(at) as surplus:
            assert received(surplus).startswith(b"HTTP/1.1 503 ")
    for _ in range(1_000):
        if ask(at)[0].status != 503:  # the three have been noticed to be gone
            return
        time.sleep(0.01)
    pytest.fail("their places were never free again")


def test_a_page_that_hangs_up_is_no_news(start: Start, capfd: pytest.CaptureFixture[str]) -> None:
    at = start()
    for _ in range(5):
        with connect(at) as connection:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")  # a reset
            connection.sendall(b"GET /_papershelf/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert ask(at)[0].status == 200
    assert capfd.readouterr().err == ""
