"""The preview as a whole: build, serve, rebuild on save."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace

from papershelf.pipeline.options import LAYOUTS, Options, Report
from papershelf.serve.builder import builder
from papershelf.serve.server import State, make_server
from papershelf.serve.watch import watch

PAUSE = 0.4
"""Seconds in which the processors are left to browsers that reload, before the rest is built."""


def preview(
    options: Options,
    *,
    host: str,
    port: int,
    ready: Callable[[str], None],
    built: Callable[[Report, float], None],
) -> None:
    """Serve the archive until interrupted.

    ``ready`` is called with the address once it answers, ``built`` after each build with its report and seconds.
    Raises ``OSError`` where the port is taken.
    """
    with builder() as process:
        state = State()
        server = make_server(options.output, "/", host, port, state)
        address = f"http://{host}:{server.server_address[1]}/"
        options = replace(options, base_url=address)

        def rebuild(*, pages_first: bool = False) -> None:
            report, seconds = process.build(replace(options, pages_first=pages_first))
            built(report, seconds)
            if report.failed or any(path.endswith(".html") for path, _ in report.reasons) or state.problems:
                state.announce(report.problems if report.failed else ())

        def changed() -> None:
            rebuild(pages_first=True)
            time.sleep(PAUSE)
            rebuild()

        rebuild()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        ready(address)
        try:
            watch(options.root, (options.content, options.root / "layouts", LAYOUTS), changed)
        finally:
            server.shutdown()
