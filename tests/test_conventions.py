"""What every file of the project keeps to, beyond what ruff, mypy and import-linter check."""

import json
import re
import subprocess
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 300
"""Lines of a file that a person still reads in one go."""

CODE = sorted(
    path
    for folder in ("generator", "layouts", "tests")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".css", ".html", ".js", ".py"} and "golden" not in path.parts
)
SKELETON = ROOT / "generator/papershelf/skeleton/github"
WORKFLOWS = sorted(file for top in (ROOT, SKELETON) for file in (top / ".github/workflows").glob("*.yml"))
ACTIONS = sorted(file for top in (ROOT, SKELETON) for file in (top / ".github/actions").glob("*/action.yml"))


def test_no_file_is_too_long_to_read() -> None:
    lengths = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8").count("\n") for path in CODE}
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST} == {}


def test_data_is_frozen_but_for_what_a_process_keeps() -> None:
    open_ones = [
        name
        for path in CODE
        if ROOT / "generator" in path.parents
        for name in re.findall(
            r"@dataclass(?!\(frozen=True).*\nclass (\w+)", path.read_text(encoding="utf-8")
        )
    ]
    assert open_ones == ["RecordCache"]


def test_every_script_says_what_it_is_for() -> None:
    scripts = [path for path in CODE if path.suffix == ".js"]
    assert [path for path in scripts if not path.read_text(encoding="utf-8").startswith(("//", "/*"))] == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_python_locks_name_no_host_and_hash_everything(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    packages = re.findall(r"^[a-z0-9]\S*==", text, re.MULTILINE)
    hashed = re.findall(r"^[a-z0-9]\S*==[^\n]* \\\n    --hash=sha256:[0-9a-f]{64}", text, re.MULTILINE)
    assert len(packages) == len(hashed) > 0


def test_the_npm_lock_names_no_host_and_hashes_everything() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    packages = [package for name, package in lock["packages"].items() if name]
    assert packages
    assert all(
        "resolved" not in package and package["integrity"].startswith("sha512-") for package in packages
    )


def test_locks_hold_what_pyproject_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    pins = {
        name: set(re.findall(r"^[a-z0-9]\S*==\S+", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))
        for name in ("requirements.txt", "requirements-dev.txt")
    }
    assert pins["requirements.txt"] <= pins["requirements-dev.txt"]
    groups = project["dependency-groups"]
    for name, wanted in {
        "requirements.txt": project["project"]["dependencies"] + groups["install"],
        "requirements-dev.txt": groups["dev"],
    }.items():
        locked = {pin.split("==")[0] for pin in pins[name]}
        assert {re.split(r"[ \[><=;]", line)[0].replace("_", "-") for line in wanted} - locked == set()


def test_every_make_target_is_explained() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = set(re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[0].split())
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert {line.split()[1] for line in listed.splitlines() if line.startswith("make ")} == phony


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: str(path.relative_to(ROOT)))
def test_workflows_ask_for_little(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {"contents": "read"}
    # It would run a stranger's code with the repository's rights.
    assert "pull_request_target" not in text
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 60
        assert "secrets." not in repr(job.get("env"))
        for step in job["steps"]:
            # An expression inside a script is how a title becomes a command: values come in through `env`.
            assert "${{" not in step.get("run", "")
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False
    if "pull_request" in workflow[True]:  # YAML 1.1 reads the key `on` as true
        assert "secrets." not in text


def test_actions_are_pinned_by_commit_and_each_to_one() -> None:
    """A tag can be moved to other code; the comment tells people, and Dependabot, which version the commit is."""
    pins: dict[str, set[str]] = {}
    for path in (*WORKFLOWS, *ACTIONS):
        for line in re.findall(r"uses: (.+)", path.read_text(encoding="utf-8")):
            if line.startswith("./"):  # an action of the same checkout
                continue
            found = re.fullmatch(r"(actions/[a-z-]+)@([0-9a-f]{40} # v\d+\.\d+\.\d+)", line)
            assert found, f"{path}: {line}"
            pins.setdefault(found[1], set()).add(found[2])
    assert {name: versions for name, versions in pins.items() if len(versions) > 1} == {}


def test_the_demo_archive_runs_on_the_workflows_that_every_archive_gets() -> None:
    own = {"setup/action.yml", "dependabot.yml"}
    for file in sorted((SKELETON / ".github").rglob("*.yml")):
        path = file.relative_to(SKELETON)
        if not path.as_posix().endswith(tuple(own)):
            assert (ROOT / path).read_bytes() == file.read_bytes(), path


def test_no_folder_of_tests_is_passed_over(request: pytest.FixtureRequest) -> None:
    patterns = request.config.getini("norecursedirs")
    folders = {file.parent.name for file in (ROOT / "tests").rglob("test_*.py")}
    assert not [folder for folder in folders if any(fnmatch(folder, pattern) for pattern in patterns)]
