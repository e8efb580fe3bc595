"""Small plots as SVG, drawn with attributes only: the pages allow no inline style."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from papershelf.model import dates

HEIGHT = 40
STEP, BAR = 12, 9  # pixels from bar to bar, and of a bar


def bars(counts: Sequence[tuple[str, int]], label: str) -> Markup:
    """Return a bar plot of ``(name, number)`` pairs, in their order; its text alternative names every value.

    Years (four digits) that have none between the first and the last are drawn as gaps.
    """
    rows = _with_gaps(counts)
    highest = max((number for _, number in rows), default=1)
    path = "".join(
        f"M{index * STEP} {HEIGHT}v-{max(2, round(number / highest * HEIGHT))}h{BAR}V{HEIGHT}"
        for index, (_, number) in enumerate(rows)
        if number
    )
    width = len(rows) * STEP - (STEP - BAR)
    ends = _caption(rows[0][0]), _caption(rows[-1][0])
    told = ", ".join(f"{name}: {number:,}" for name, number in counts)
    return Markup(
        f'<figure class=bars><svg viewBox="0 0 {width} {HEIGHT}" width={width} height={HEIGHT} role=img '
        f'aria-label="{escape(label)}. {escape(told)}"><path d="{path}"/></svg>'
        f"<figcaption aria-hidden=true><span>{ends[0]}</span><span>{ends[1]}</span>"
        "</figcaption></figure>"
    )


def _caption(name: str) -> Markup:
    return escape(dates.spoken(name) if name[:4].isdecimal() else name)


def _with_gaps(counts: Sequence[tuple[str, int]]) -> Sequence[tuple[str, int]]:
    if not all(len(name) == 4 and name.isdecimal() for name, _ in counts) or not counts:
        return counts or (("", 0),)
    known = dict(counts)
    first, last = int(counts[0][0]), int(counts[-1][0])
    return [(f"{year:04d}", known.get(f"{year:04d}", 0)) for year in range(first, last + 1)]
