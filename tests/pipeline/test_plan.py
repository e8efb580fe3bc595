"""The plan: a part or an output whose digest is as it was is as it was, whatever has changed."""

from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from papershelf.content.load import load
from papershelf.content.source import find
from papershelf.lib import runs
from papershelf.lib.digest import fingerprint
from papershelf.lib.lazy import Lazy
from papershelf.model import large
from papershelf.model.paper import papers_of
from papershelf.model.site import Site, assemble
from papershelf.pipeline import plan

from tests.pipeline.archives import write
from tests.pipeline.test_fields import CASES, archive


def assembled(root: Path, kind: str, changed: str) -> Site:
    """Return the site of an archive in which every field is given, one with its second value."""
    write(root, archive(kind, changed))
    loaded = load(find(root, root / "content"), cache_dir=None)
    assert loaded.problems == ()
    held = loaded.content
    return assemble(held.config, held.records, held.people, held.venues, held.pages, held.statics)


def planned(site: Site) -> dict[str, tuple[bytes, Any]]:
    """Return digest and content of every part, by its name, and of every output, by its path."""
    found: dict[str, tuple[bytes, Any]] = {}
    for part in plan.parts(site, papers_of(site), (), whole=False):
        if part.name != "assets":
            outputs = tuple(part.outputs(part.slice, site.config))
            found[part.name] = part.input_digest, _plain(outputs)
            for each in outputs:
                found[f"/{each.path}"] = fingerprint((each.renderer, each.layout, each.view)), _plain(each)
    return found


def _plain(value: Any) -> Any:
    """Return a value as plain tuples, to the last field: no digest stands for anything."""
    if isinstance(value, Lazy):
        return _plain(value.value)
    if is_dataclass(value) and not isinstance(value, type):
        return (type(value).__name__, *(_plain(getattr(value, each.name)) for each in fields(value)))
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value


@pytest.mark.parametrize("least", [1, 10_000], ids=["large", "small"])
@pytest.mark.parametrize(("kind", "changed"), [case for case in CASES if case[0] != "settings"])
def test_what_is_shown_is_in_the_digest(
    kind: str, changed: str, least: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "MEAN", 2)  # so that five papers make several runs
    monkeypatch.setattr(large, "LARGE", least)
    before = planned(assembled(tmp_path, "record", ""))
    after = planned(assembled(tmp_path, kind, changed))
    same = [name for name in before.keys() & after.keys() if before[name][0] == after[name][0]]
    assert same
    assert [name for name in same if before[name] != after[name]] == []
