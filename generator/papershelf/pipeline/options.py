"""What a build is asked for, and what it says: options, progress, report."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from papershelf.lib.digest import digest
from papershelf.pipeline.reasons import Reason
from papershelf.problems import Problem, errors

if TYPE_CHECKING:  # a build without changes needs no records, and is as quick again without
    from papershelf.content.records import Records

_PACKAGE = Path(__file__).resolve().parents[1]
# An installed package holds the layouts; in a checkout they stand where people edit them, beside generator/.
LAYOUTS = next(
    folder for folder in (_PACKAGE / "layouts", _PACKAGE.parents[1] / "layouts") if folder.is_dir()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a build is asked for."""

    root: Path
    """The archive's folder, which holds ``site.yaml``."""
    content: Path
    output: Path
    clean: bool = False
    """Make everything anew, and trust no cache."""
    jobs: int = 1
    pages_first: bool = False
    """Leave what is made of all papers, such as search, and what others did in ``output`` to the next build: a preview
    shows the pages first."""
    base_url: str = ""
    """Stands in for ``url`` of ``site.yaml`` where given; with a closing slash, as there."""

    @property
    def layouts(self) -> tuple[Path, ...]:
        """The archive's own layouts, if it has any, go before the generator's."""
        own = (self.root / "layouts").resolve()
        return (LAYOUTS,) if own == LAYOUTS else (own, LAYOUTS)

    @property
    def cache(self) -> Path:
        """Folder of what is kept from one build into this output to the next."""
        return self.root / ".cache" / "papershelf" / digest(str(self.output.resolve()).encode()).hex()[:12]


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
    unknown_files: tuple[str, ...] = ()
    """A few files in ``output/`` that no build is known to have written."""

    @property
    def failed(self) -> bool:
        """Whether nothing was published."""
        return bool(errors(self.problems))


@dataclass(slots=True, kw_only=True)
class RecordCache:
    """What a process that builds an archive again and again keeps in between."""

    records: "Records | None" = None
    """How the last build read the records."""
    plan: object = None
    """What the last build joined and planned: to free it takes a second, which a command that ends can spare."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How a build tells what it is doing."""

    waiting: Callable[[], None] = lambda: None
    """Another build holds the output."""
    step: Callable[[int, int], None] = lambda done, total: None
    """So many of all outdated parts are made."""
