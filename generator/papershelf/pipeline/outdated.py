"""Which parts of the plan a build has to look at, and what it must know of the last build to do so."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from papershelf.model.output import Bundle, Part
from papershelf.pipeline.manifest import Manifest, Row, unpack
from papershelf.pipeline.options import Options
from papershelf.pipeline.reasons import Reason

LATER = frozenset({"pages/indexes", "pages/periods", "feeds/api", "feeds/feed", "feeds/sitemap"})
"""Parts made of all papers, which a build in a pages_first leaves to the next, as it does bundles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What there is to do."""

    parts: Sequence[Part | Bundle]
    """What is to be looked at: something that these parts come from has changed, or may have."""
    standing: Sequence[Part | Bundle]
    """All others, whose files stand as they are."""
    old: Mapping[str, Row]
    """Path -> row of every file that was left by ``parts``, or by such as are no more."""
    old_marks: Mapping[str, bytes]
    """Name of a part in the last build -> its mark."""
    touched: frozenset[str]
    """Paths of files that somebody changed or removed."""
    new_layouts: frozenset[str]
    """Layouts that are not what they were."""
    everything: Reason | None
    """Why every file must be written, where there is such a reason."""


def joined(first: Work, second: Work) -> Work:
    """Return what two plans have to do, as one."""
    return Work(
        parts=[*first.parts, *second.parts],
        standing=[*first.standing, *second.standing],
        old={**first.old, **second.old},
        old_marks={**first.old_marks, **second.old_marks},
        touched=first.touched | second.touched,
        new_layouts=second.new_layouts,
        everything=second.everything,
    )


def choose(
    parts: Sequence[Part | Bundle],
    old: Manifest,
    new: Manifest,
    touched: Callable[[], Mapping[str, frozenset[str]]],
    options: Options,
) -> Work:
    """Compare the plan with what the last build left; ``touched`` is asked only where it matters."""
    everything = _everything(old, new, options.clean)
    harm = {} if everything or options.pages_first else touched()
    names = old.layouts.keys() | new.layouts.keys()
    new_layouts = frozenset(name for name in names if old.layouts.get(name) != new.layouts.get(name))

    # A new layout leaves no mark on a part, so that the next build could not tell what this one left out.
    leaves = options.pages_first and not everything and not new_layouts

    def stands(part: Part | Bundle) -> bool:
        kept = old.parts.get(part.name)
        if leaves and kept and (isinstance(part, Bundle) or part.name in LATER):
            return True
        if everything or kept is None or kept.mark != part.mark or part.name in harm:
            return False
        return isinstance(part, Bundle) or bool(part.mark and not new_layouts)

    standing = [part for part in parts if stands(part)]
    names_standing = {part.name for part in standing}
    gone = old.parts.keys() - names_standing
    return Work(
        parts=[part for part in parts if part.name not in names_standing],
        standing=standing,
        old={path: row for name in sorted(gone) for path, row in unpack(old.parts[name]).items()},
        old_marks={name: kept.mark for name, kept in old.parts.items()},
        touched=frozenset().union(*harm.values()),
        new_layouts=new_layouts,
        everything=everything,
    )


def _everything(old: Manifest, new: Manifest, clean: bool) -> Reason | None:
    if clean:
        return Reason.CLEAN
    if old.code != new.code:
        return Reason.CODE
    return Reason.SETTINGS if old.settings != new.settings else None
