"""How large the parts of a plan are where they travel, beside the records they are made of."""

import pickle
from pathlib import Path

from papershelf.content.load import load
from papershelf.content.source import find
from papershelf.model.paper import papers_of
from papershelf.model.site import assemble
from papershelf.pipeline import plan
from papershelf.pipeline.options import LAYOUTS


def part_sizes(root: Path) -> str:
    """Return a sentence on the parts of an archive's plan, pickled one by one: all of them, and the largest."""
    content = load(find(root, root / "content"), cache_dir=None).content
    site = assemble(
        content.config, content.records, content.people, content.venues, content.pages, content.statics
    )
    records = len(pickle.dumps(site.records))
    sizes = [len(pickle.dumps(part)) for part in plan.parts(site, papers_of(site), (LAYOUTS,), whole=False)]
    return (
        f"{len(sizes):,} parts pickle to {sum(sizes) / 1e6:.1f} MB, {sum(sizes) / records:.2f} times the records; "
        f"the largest to {max(sizes) / 1e6:.1f} MB."
    )
