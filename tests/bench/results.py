"""What benchmarks found, as Markdown tables in `RESULTS.md`: a change of speed is seen in a diff."""

import os
import platform
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

RESULTS = Path(__file__).with_name("RESULTS.md")
_HEAD = """\
# Results of the benchmarks

Written by `python -m tests.bench.build` and `python -m tests.bench.search`, each section by the run that measured it.
CPU seconds and ratios to what ran in turn beside it say most; times of a busy machine say little.
"""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; all columns but the first are figures."""
    rule = ["---", *["--:"] * (len(head) - 1)]
    return "".join("| " + " | ".join(cells) + " |\n" for cells in (head, rule, *rows))


def machine() -> str:
    """Return what the figures depend on besides the code."""
    kind = f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}"
    return f"{os.cpu_count()} processors, {kind}."


def save(title: str, body: str, file: Path = RESULTS) -> None:
    """Write `body` as the section called `title`; sections of other titles stay as they are, in order of title."""
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    sections = dict(re.findall(r"^## (.+)\n\n((?s:.*?))(?=\n## |\Z)", text, re.MULTILINE))
    sections[title] = f"{machine()}\n\n{body}"
    written = "".join(f"\n## {name}\n\n{sections[name]}" for name in sorted(sections, key=_by_number))
    file.write_text(_HEAD + written, encoding="utf-8", newline="\n")


def _by_number(title: str) -> list[tuple[int, str]]:
    """Order titles as a person does: 1,000 papers before 10,000."""
    parts = re.split(r"(\d[\d,]*)", title)
    return [(int(part.replace(",", "")), "") if part[:1].isdigit() else (0, part) for part in parts]
