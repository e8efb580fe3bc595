"""Engines to measure, each as a folder to serve: `engine.js` answers queries from the index beside it."""

import json
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import Final

from papershelf.search.document import Document, SearchSettings
from papershelf.search.index import build

from tests.bench.measure import run, size_of
from tests.search.archive import papers_of, written

ROOT: Final = Path(__file__).resolve().parents[2]
ENGINES: Final = Path(__file__).with_name("engines")
MINISEARCH: Final = ROOT / "node_modules/minisearch/dist/es"
MOST: Final = 10_000
"""Papers that peers are measured with: more take them gigabytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """An index that was built."""

    name: str
    folder: Path
    """What to serve."""
    variant: str = ""
    """The query of `engine.js` that chooses how it searches."""
    size: int
    """Bytes of the index on disk, what lists of results show not counted where that lies apart."""
    cpu: float
    """Seconds of building it."""


def papershelf(documents: Sequence[Document], folder: Path) -> list[Engine]:
    """Build this project's index, with the search page beside it."""
    begun = time.process_time()
    size = sum(
        len(data) for path, data in build(papers_of(documents), SearchSettings()) if "/cards/" not in path
    )
    cpu = time.process_time() - begun
    written(documents, folder)
    shutil.copytree(_search_page(folder.parents[1] / "page"), folder, dirs_exist_ok=True)
    return [Engine(name="Papershelf", folder=_served(folder, "papershelf"), size=size, cpu=cpu)]


def _search_page(folder: Path) -> Path:
    """Build the repository's own archive, and give its search page with the assets."""
    if not folder.exists():
        site = folder.with_name("site")
        shutil.copytree(ROOT / "content", site / "content")
        shutil.copy(ROOT / "site.yaml", site)
        run([sys.executable, "-m", "papershelf", "build", "--site", site], ROOT)
        shutil.copytree(site / "output/assets", folder / "assets")
        (folder / "search").mkdir()
        shutil.copy(site / "output/search/index.html", folder / "search")
    return folder


def minisearch(documents: Sequence[Document], folder: Path) -> list[Engine]:
    """Index by MiniSearch, searched as it is and with prefixes and typing errors; nothing where npm has not
    installed it."""
    if not MINISEARCH.exists() or len(documents) > MOST:
        return []
    given = [
        {
            "id": each.id,
            "title": each.title,
            "authors": " ".join(each.authors),
            "abstract": each.abstract,
            "tags": " ".join(each.tags),
        }
        for each in documents
    ]
    shutil.copytree(MINISEARCH, folder / "minisearch", ignore=shutil.ignore_patterns("*.map", "*.ts"))
    before = _children_cpu()
    done = subprocess.run(
        ["node", ENGINES / "minisearch_index.mjs"], input=json.dumps(given).encode(), stdout=-1, check=True
    )
    cpu = _children_cpu() - before
    (folder / "index.json").write_bytes(done.stdout)
    served = _served(folder, "minisearch")
    plain = Engine(name="MiniSearch", folder=served, size=len(done.stdout), cpu=cpu)
    return [plain, replace(plain, name="MiniSearch, prefix and fuzzy", variant="?fuzzy")]


def pagefind(documents: Sequence[Document], folder: Path) -> list[Engine]:
    """Index one page per paper by Pagefind; nothing where its program is not on the path."""
    path = os.pathsep.join([str(ROOT / "node_modules/.bin"), os.environ["PATH"]])
    program = shutil.which("pagefind", path=path)
    if not program or len(documents) > MOST:
        return []
    pages = folder.with_name(f"{folder.name}-pages")
    for each in documents:
        page = pages / each.id / "index.html"
        page.parent.mkdir(parents=True)
        lines = (", ".join(each.authors), each.abstract, ", ".join(each.tags))
        text = "".join(f"<p>{escape(line)}</p>" for line in lines)
        page.write_text(
            f'<!doctype html><html lang=en><title>-</title><main data-pagefind-body data-pagefind-meta="id:{each.id}">'
            f"<h1>{escape(each.title)}</h1>{text}</main>",
            encoding="utf-8",
        )
    cost = run([program, "--site", pages, "--output-path", folder / "pagefind"], pages)
    size = size_of(folder / "pagefind")
    return [Engine(name="Pagefind", folder=_served(folder, "pagefind"), size=size.total, cpu=cost.cpu)]


ALL: Final[tuple[Callable[[Sequence[Document], Path], list[Engine]], ...]] = (
    papershelf,
    minisearch,
    pagefind,
)


def engines(documents: Sequence[Document], work: Path) -> list[Engine]:
    """Build every engine there is below `work`."""
    return [engine for make in ALL for engine in make(documents, work / make.__name__)]


def rewritten(documents: Sequence[Document]) -> float:
    """Return the share of slices that differ when the newest paper is added to the rest."""
    ordered = sorted(documents, key=lambda each: (each.added, each.id))
    newest = replace(ordered[len(ordered) // 2], id="one-more", digest=b"one more", added="9999")

    def slices(papers: Sequence[Document]) -> set[str]:
        return {
            path for path, _ in build(papers_of(papers), SearchSettings()) if path.startswith("search/terms/")
        }

    after = slices([*ordered, newest])
    return len(after - slices(ordered)) / len(after)


def _served(folder: Path, name: str) -> Path:
    """Return the folder, with the engine's script and a page that runs nothing."""
    shutil.copy(ENGINES / f"{name}.js", folder / "engine.js")
    (folder / "empty.html").write_text("<!doctype html><title>Empty</title><link rel=icon href=data:,>")
    return folder


def _children_cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
