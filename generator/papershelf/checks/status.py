"""Papers retracted, withdrawn or corrected without a word of why."""

from collections.abc import Iterator

from papershelf.checks.finding import Finding, error, warning
from papershelf.content.load import Content


def check(content: Content) -> Iterator[Finding]:
    """Check that status and notices agree."""
    for record in content.records:
        if not record.status and not record.notices:
            continue
        kinds = {notice.kind for notice in record.notices}
        if record.status == "retracted" and "retraction" not in kinds:
            advice = "add notices: [{kind: retraction, date: ..., text: ..., url: ...}]"
            yield error(
                record, ("status",), "status: retracted, but there is no notice of retraction", advice
            )
        elif record.status == "corrected" and not kinds & {"correction", "erratum"}:
            advice = "add notices: [{kind: correction, date: ..., text: ...}]"
            yield warning(
                record, ("status",), "status: corrected, but there is no notice of correction", advice
            )
        elif "retraction" in kinds and record.status not in ("retracted", "withdrawn"):
            message = "notices: a retraction, but the status does not say so"
            yield error(record, ("notices",), message, "write status: retracted")
