"""The wheel alone, installed elsewhere without a network, does what the checkout does."""

import filecmp
import json
import os
import re
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from email.parser import Parser
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from tests.commands.workflows import run, scripts
from tests.sources.played import ENTRY, FEED, Answer, play

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A way to run Papershelf."""

    command: tuple[str, ...]
    folder: Path
    """Where it runs."""
    environment: Mapping[str, str]

    def __call__(self, *arguments: str, folder: Path | None = None, fails: bool | None = False) -> str:
        """Run a command that succeeds, or ``fails``, or may do either; return what it printed on standard output."""
        ran = subprocess.run(
            [*self.command, *arguments],
            cwd=folder or self.folder,
            env=dict(self.environment),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert fails is None or (ran.returncode != 0) == fails, ran.stdout + ran.stderr
        return ran.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, as it would be published."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    return next(folder.glob("papershelf-*.whl"))


@pytest.fixture
def installed(wheel: Path, tmp_path: Path) -> Program:
    """Papershelf from the wheel, with the dependencies of this environment, in an empty folder."""
    environment = tmp_path / "environment"
    venv.create(environment)
    python = environment / "bin/python"
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-index", "--no-deps"]
    subprocess.run([*install, "--quiet", "--disable-pip-version-check", str(wheel)], check=True)
    packages = next(environment.glob("lib/python*/site-packages"))
    # Python does not read path files of a folder that comes in by one: the checkout stays out.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return Program(command=(str(environment / "bin/papershelf"),), folder=folder, environment=kept)


@pytest.mark.slow
def test_a_wheel_alone_makes_an_archive_and_its_site(installed: Program) -> None:
    python = Path(installed.command[0]).with_name("python")
    where = Program(command=(str(python), "-c"), folder=installed.folder, environment=installed.environment)
    assert "site-packages" in where("import papershelf; print(papershelf.__file__)")

    installed("init", "archive")
    archive = installed.folder / "archive"
    assert installed("check", "--site", "archive") == "3 records checked: no errors\n"
    installed("build", "--site", "archive")
    assert "invented" in (archive / "output/index.html").read_text(encoding="utf-8").lower()
    assert installed("search", "invented", "--site", "archive").startswith("3 papers")
    records = json.loads(installed("export", "csl-json", "--site", "archive"))
    assert len(records) == 3
    digest = Parser().parsestr(installed("digest", "--period", "day", "--site", "archive"))
    assert digest["Subject"]

    checkout = Program(
        command=(sys.executable, "-m", "papershelf"), folder=ROOT, environment=installed.environment
    )
    checkout("build", "--site", str(archive), "--output", str(installed.folder / "from-checkout"))
    assert differences(archive / "output", installed.folder / "from-checkout") == []


@pytest.mark.slow
def test_a_wheel_alone_serves(installed: Program) -> None:
    installed("init", ".")
    preview = subprocess.Popen(
        [*installed.command, "serve", "--port", "0"],
        cwd=installed.folder,
        env=dict(installed.environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        assert preview.stdout
        said = next(line for line in preview.stdout if line.startswith("serving "))
        address = re.search(r"http://\S+", said)
        assert address
        with urlopen(address[0], timeout=60) as answer:
            assert b"<title>My paper archive" in answer.read()
    finally:
        preview.terminate()
        preview.communicate()


BROKEN = {
    "my paper.md": "---\ntitle: Named Badly\ndate: 2020\n---\n",
    "colon.md": "---\ntitle: Sorting: a Survey\ndate: 2021\n---\n",
    "date.md": "---\ntitle: Dated Badly\ndate: 13 August 2017\nstatus: Published\n---\n",
    "names.md": "---\ntitle: Names in One\nauthors: Ann Example; Bob Sample\ndate: 2022\n---\n",
    "keys.md": "---\ntitle: Keys of Others\npublishDate: 2022-05-03\npublication: JX 2022\nurl_code: https://example.org/x\n---\n",
}
"""What people write, by file."""
WRITE = re.compile(r"(?:write|in quotes:) (\w+: .+?)(?:; or .*)?$")
RENAME = re.compile(r"rename the file to (\S+), or .*")


def mend(archive: Path, problems: list[dict[str, Any]]) -> None:
    """Do what the advice of each problem says, knowing nothing else."""
    for problem in problems:
        file = archive / problem["file"]
        if new := RENAME.fullmatch(problem["advice"]):
            file.rename(file.with_name(new[1]))
            continue
        text = WRITE.search(problem["advice"])
        assert text, problem["advice"]
        lines = file.read_text(encoding="utf-8").split("\n")
        lines[problem["line"] - 1] = text[1]
        file.write_text("\n".join(lines), encoding="utf-8")


@pytest.mark.slow
def test_from_an_empty_folder_to_a_published_site(installed: Program, wheel: Path, tmp_path: Path) -> None:
    archive = installed.folder / "archive"
    installed("init", "archive")
    feed = FEED.format(ENTRY.format(id="2302.00001v3")).encode()
    with play({"/api/query": [Answer(body=feed)]}) as played:
        asking = {**installed.environment, "PAPERSHELF_ARXIV_URL": played.url}
        added = replace(installed, environment=asking)("add", "2302.00001", "--site", "archive")
    assert added.startswith("archive/content/papers/2023/on-o-n2-sorting-of-godel-numbers.md: added: ")

    for name, text in BROKEN.items():
        (archive / "content/papers" / name).write_text(text, encoding="utf-8")
    while problems := json.loads(
        installed("check", "--site", ".", "--format", "json", folder=archive, fails=None)
    ):
        mend(archive, problems)
    assert installed("check", "--site", "archive") == "9 records checked: no errors\n"

    # Pushed, and published by the steps that GitHub would run, on a machine that has Python and Git only.
    path = str(Path(installed.command[0]).parent)
    run("git init -q -b main && git add . && git commit -qm First", archive, path)
    run("git clone -q --bare archive bare.git && git clone -q bare.git clone", installed.folder, path)
    runner = tmp_path / "runner"
    venv.create(runner)
    packages = next(runner.glob("lib/python*/site-packages"))
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    values = {"steps.pages.outputs.base_url": "https://example.org/archive"}
    clone = installed.folder / "clone"
    # The dependencies are this environment's, and so is another Papershelf, which must not do.
    offline = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_IGNORE_INSTALLED": "1"}
    offline["PIP_FIND_LINKS"] = str(wheel.parent)
    said = [
        run(script, clone, str(runner / "bin"), **own, **offline)
        for script, own in scripts(clone / ".github/workflows/publish.yml", values)
    ]
    assert " written (" in said[-1]
    page = (clone / "output/papers/on-o-n2-sorting-of-godel-numbers/index.html").read_text(encoding="utf-8")
    assert 'href="https://example.org/archive/papers/on-o-n2-sorting-of-godel-numbers/"' in page
    installed("build", "--site", "archive", "--base-url", "https://example.org/archive/")
    assert differences(archive / "output", clone / "output") == []


def test_the_wheel_tells_what_it_is(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        metadata = next(name for name in names if name.endswith(".dist-info/METADATA"))
        told = Parser().parsestr(archive.read(metadata).decode())
    assert told["Description-Content-Type"] == "text/markdown"
    assert told["License-Expression"] == "MIT"
    assert {line.split(",")[0] for line in told.get_all("Project-URL", [])} >= {"Source", "Issues"}
    assert "Typing :: Typed" in told.get_all("Classifier", [])
    assert "papershelf/py.typed" in names
    layouts = {path.relative_to(ROOT) for path in (ROOT / "layouts").rglob("*") if path.is_file()}
    assert {f"papershelf/{path.as_posix()}" for path in layouts} <= names
    skeleton = ROOT / "generator/papershelf/skeleton"
    files = {path.relative_to(ROOT / "generator") for path in skeleton.rglob("*") if path.is_file()}
    assert {path.as_posix() for path in files} <= names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"papershelf"}


def differences(left: Path, right: Path) -> list[str]:
    """Return the files that are not in both folders with the same bytes."""
    paths = sorted(
        {file.relative_to(top) for top in (left, right) for file in top.rglob("*") if file.is_file()}
    )
    return [
        str(path)
        for path in paths
        if not ((left / path).is_file() and (right / path).is_file())
        or not filecmp.cmp(left / path, right / path, shallow=False)
    ]
