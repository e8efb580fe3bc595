"""The preview as a whole: build, serve, rebuild on save."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from generator.build.options import LAYOUTS, Options, Report
from generator.build.run import build
from generator.problems import Location, Problem
from generator.serve.server import State, make_server
from generator.serve.watch import watch


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
    state = State()
    server = make_server(options.output, "/", host, port, state)
    address = f"http://{host}:{server.server_address[1]}/"
    options = replace(options, base_url=address)

    def rebuild() -> None:
        start = time.perf_counter()
        try:
            report = build(options)
        except OSError as error:
            place = Location(path=str(error.filename or options.output))
            report = Report(
                problems=(Problem(location=place, message=f"cannot be written: {error.strerror}"),)
            )
        built(report, time.perf_counter() - start)
        state.announce(report.problems if report.failed else ())

    rebuild()
    # From here on there are threads, beside which no worker can safely be forked.
    options = replace(options, jobs=1)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    ready(address)
    folders: list[Path] = [options.root, LAYOUTS]
    if not options.content.is_relative_to(options.root):
        folders.append(options.content)
    try:
        watch(folders, (options.output, options.root / ".cache", options.root / ".git"), rebuild)
    finally:
        server.shutdown()
