"""A build from beginning to end: load, check, plan, stage, publish."""

import gc
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from generator.build import fresh, manifest, publish, workers
from generator.build.manifest import Manifest, Row
from generator.build.plan import Plan, clashes, plan
from generator.build.reasons import Reason
from generator.build.renderers import renderers
from generator.build.stage import Job, Staged, stage
from generator.checks import run_checks
from generator.content.load import Loaded, load
from generator.lib.code import code_digest
from generator.lib.digest import digest, fingerprint
from generator.problems import Problem, errors
from generator.render.html import load_layouts

LAYOUTS = Path(__file__).resolve().parents[2] / "layouts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a build is asked for."""

    root: Path
    """The archive's folder, which holds ``site.yaml``."""
    content: Path
    output: Path
    clean: bool = False
    """Render everything, trust nothing from before."""
    jobs: int = 1
    base_url: str = ""
    """Stands in for ``url`` of ``site.yaml`` where given."""

    @property
    def layouts(self) -> tuple[Path, ...]:
        """The archive's own layouts, if it has any, go before the generator's."""
        return (self.root / "layouts", LAYOUTS)

    @property
    def cache(self) -> Path:
        """Folder of what may be kept from one build of this content into this output to the next."""
        place = f"{self.content.resolve()}\n{self.output.resolve()}".encode()
        return self.root / ".cache" / "papershelf" / digest(place).hex()[:12]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build did."""

    problems: tuple[Problem, ...] = ()
    total: int = 0
    """Files the site consists of."""
    reasons: tuple[tuple[str, Reason], ...] = ()
    """Files written, and why, sorted by path."""
    removed: int = 0
    repaired: bool = False
    """Whether a killed build was finished first."""
    strangers: tuple[str, ...] = ()
    """Files in ``output/`` that no build is known to have written, a few of them."""

    @property
    def failed(self) -> bool:
        """Whether nothing was published."""
        return bool(errors(list(self.problems)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """How a build tells what it is doing."""

    waiting: Callable[[], None] = lambda: None
    """Another build holds the output."""
    progress: Callable[[str, int, int], None] = lambda what, done, total: None
    """So much of this stage is done."""


def build(options: Options, watch: Watch | None = None) -> Report:
    """Bring ``output/`` to what the content says, all or nothing; raises ``OSError`` where the disk refuses."""
    watch = watch or Watch()
    options.cache.mkdir(parents=True, exist_ok=True)
    with _alone(options.cache / "lock", watch.waiting), _no_collector():
        repaired = publish.repair(options.output, options.cache / "manifest")
        report = _build(options, watch)
    return Report(
        problems=report.problems,
        total=report.total,
        reasons=report.reasons,
        removed=report.removed,
        repaired=repaired,
        strangers=report.strangers,
    )
