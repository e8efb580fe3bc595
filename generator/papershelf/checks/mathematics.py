"""Math that begins and does not end."""

import re
from collections.abc import Iterator

from papershelf.checks.finding import Finding, warning
from papershelf.content.load import Content

# A dollar sign that is escaped, doubled or a currency's ("$5", "US$") opens no math.
_NO_MATH = re.compile(r"\\\$|\$\$|\bUS\$|\$(?=\d[\d,.]*(?:[ ),;:kKMB]|$))")


def check(content: Content) -> Iterator[Finding]:
    """Count the dollar signs of titles and abstracts."""
    for record in content.records:
        for field, text in (("title", record.title), ("abstract", record.abstract)):
            if "$" in text and text.count("$") % 2 and _NO_MATH.sub("", text).count("$") % 2:
                yield warning(
                    record,
                    (field,),
                    f"{field}: a $ opens math that never closes",
                    "write \\$ for a dollar sign",
                )
