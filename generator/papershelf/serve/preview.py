"""The preview as a whole: build, serve, rebuild on save."""

import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

from papershelf.content.source import SETTINGS
from papershelf.pipeline.options import LAYOUTS, Options, Report
from papershelf.serve.builder import builder
from papershelf.serve.live_reload import LastBuild
from papershelf.serve.server import Server
from papershelf.serve.watch import Watcher

PAUSE = 0.4
"""Seconds in which the processors are left to browsers that reload, before the rest is built."""


def preview(
    options: Options,
    server: Server,
    last_build: LastBuild,
    *,
    poll: bool,
    ready: Callable[[str], None],
    built: Callable[[Report, float], None],
    warn: Callable[[str], None],
) -> None:
    """Build the archive, serve it, and build it again whenever a file is saved, until interrupted.

    ``ready`` is called with the address once it answers, ``built`` after each build with its report and seconds,
    ``warn`` with what else is worth a line. With ``poll``, saved files are looked for instead of being told of.
    """
    options = replace(options, base_url=server.address)
    cache = options.root / ".cache"
    cache.mkdir(exist_ok=True)
    folders = (options.content, options.root / "layouts", LAYOUTS)
    with (
        builder() as process,
        closing(Watcher(options.root, SETTINGS, folders, probe=cache, poll=poll, warn=warn)) as watcher,
    ):

        def rebuild(*, pages_first: bool = False) -> None:
            report, seconds = process.build(replace(options, pages_first=pages_first))
            built(report, seconds)
            pages_changed = any(path.endswith(".html") for path, _ in report.reasons)
            if report.failed or pages_changed or last_build.problems:
                last_build.announce(report.problems if report.failed else ())

        rebuild()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            ready(server.address)
            while True:
                watcher.wait()
                rebuild(pages_first=True)
                time.sleep(PAUSE)
                rebuild()
        finally:
            server.shutdown()
