"""Which parts of a plan are outdated: what they are made from is not what the last build made them from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from papershelf.model.output import Bundle, Part
from papershelf.pipeline.manifest import Manifest, Row, unpack
from papershelf.pipeline.options import Options
from papershelf.pipeline.reasons import Reason

Touched = Mapping[str, frozenset[str]]
"""Part -> paths of its files that somebody changed or removed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outdated:
    """What there is to do."""

    parts: Sequence[Part | Bundle]
    """What is to be looked at: something that these parts come from has changed, or may have."""
    current: Sequence[Part | Bundle]
    """All others, whose files stay as they are."""
    rows: Mapping[str, Row]
    """Path -> row of every file that was left by ``parts``, or by such as are no more."""
    input_digests: Mapping[str, bytes]
    """Name of a part in the last build -> its input digest then."""
    touched: frozenset[str]
    """Paths of files that somebody changed or removed."""
    layouts: frozenset[str]
    """Layouts that are not what they were."""
    everything: Reason | None
    """Why every file must be written, where there is such a reason."""


def whole_reason(old: Manifest, new: Manifest, clean: bool) -> Reason | None:
    """Return why every file must be written, None where there is no such reason."""
    if clean:
        return Reason.CLEAN
    if old.code != new.code:
        return Reason.CODE
    return Reason.SETTINGS if old.settings != new.settings else None


def outdated(
    plan: Sequence[Part | Bundle],
    old: Manifest,
    new: Manifest,
    touched: Touched,
    everything: Reason | None,
    options: Options,
) -> Outdated:
    """Compare a plan with what the last build left; all is outdated where there is a reason for ``everything``.

    ``old.parts`` must be those of the same plan: what it names and ``plan`` does not is taken to be no more.
    """
    names = old.layouts.keys() | new.layouts.keys()
    layouts = frozenset(name for name in names if old.layouts.get(name) != new.layouts.get(name))
    # The digest of a part does not tell of a new layout, so the next build could not know what this one put off.
    puts_off = options.pages_first and not everything and not layouts

    def is_current(part: Part | Bundle) -> bool:
        entry = old.parts.get(part.name)
        if entry is None or everything:
            return False
        if puts_off and (isinstance(part, Bundle) or part.of_all):
            return True
        if entry.input_digest != part.input_digest or part.name in touched:
            return False
        return isinstance(part, Bundle) or not layouts

    current = [part for part in plan if is_current(part)]
    kept = {part.name for part in current}
    gone = old.parts.keys() - kept
    return Outdated(
        parts=[part for part in plan if part.name not in kept],
        current=current,
        rows={path: row for name in sorted(gone) for path, row in unpack(old.parts[name]).items()},
        input_digests={name: entry.input_digest for name, entry in old.parts.items()},
        touched=frozenset().union(*touched.values()),
        layouts=layouts,
        everything=everything,
    )
