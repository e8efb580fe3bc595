"""Workflows of GitHub run by hand: the scripts of their jobs, in order, with those of the actions beside them."""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

_GIT = {
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
}
_EXPRESSION = re.compile(r"\$\{\{ ([\w.-]+) \}\}")


def run(script: str, folder: Path, path: str, **environment: str) -> str:
    """Run a script as a step does, with folders before the ``PATH``; return what it printed."""
    ran = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, **_GIT, **environment, "PATH": f"{path}:{os.environ['PATH']}"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def scripts(file: Path, values: Mapping[str, str] | None = None) -> Iterator[tuple[str, dict[str, str]]]:
    """Return the scripts of a workflow or an action, each with its environment, in the order in which they run.

    ``values`` are those of expressions: ``steps.pages.outputs.base_url``. Steps that answer a failure are left out, and
    so are actions from elsewhere.
    """
    parsed = yaml.safe_load(file.read_text(encoding="utf-8"))
    jobs: list[Any] = [parsed["runs"]] if "runs" in parsed else list(parsed["jobs"].values())
    given = dict(values or {})
    root = next(folder for folder in file.parents if folder.name == ".github").parent
    for step in (step for job in jobs for step in job["steps"] if "failure()" not in str(step.get("if"))):
        if step.get("uses", "").startswith("./"):
            inputs = {f"inputs.{name}": _filled(text, given) for name, text in step.get("with", {}).items()}
            yield from scripts(root / step["uses"] / "action.yml", inputs)
        elif "run" in step:
            yield step["run"], {name: _filled(text, given) for name, text in step.get("env", {}).items()}


def _filled(text: str, values: Mapping[str, str]) -> str:
    return _EXPRESSION.sub(lambda match: values.get(match[1], ""), text)
