"""Licences: SPDX identifiers (spdx.org/licenses) and addresses, those of Creative Commons among them."""

import re
from functools import lru_cache

from papershelf.lib.fields import Meant, web_address

_CREATIVE_COMMONS = re.compile(r"CC-(BY(?:-NC)?(?:-ND|-SA)?)-(\d\.\d)")
_WORDS = re.compile(
    r"(?:creative commons|cc)[ -]?(?:(by(?:[ -]nc)?(?:[ -](?:nd|sa))?)[ -]?v?([1-4]\.\d)|0|zero)(?: .*)?",
    re.IGNORECASE,
)
_ITS_PATH = re.compile(
    r"https?://(?:www\.)?creativecommons\.org/"
    r"(?:licenses/by(?:-nc)?(?:-nd|-sa)?/[1-4]\.\d|publicdomain/(?:zero|mark)/1\.0)(?:/.*)?"
)


@lru_cache
def license_text(text: str) -> str:
    """Return a licence as its address or its SPDX expression; raise ``ValueError`` where it is neither."""
    if "://" in text:
        address = web_address(text)
        if "creativecommons.org" in address.split("/")[2] and not _ITS_PATH.fullmatch(address):
            raise ValueError(
                f"{text!r} is no licence of Creative Commons (want https://creativecommons.org/licenses/by/4.0/)"
            )
        return address
    # Imported here: few records of a build are read anew, and fewer have another licence than the one before.
    from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

    try:
        return canonicalize_license_expression(text)
    except InvalidLicenseExpression:
        message = f"{text!r} is no SPDX identifier"
        if match := _WORDS.fullmatch(text.strip()):
            kind = "-".join(re.findall("BY|NC|ND|SA", match[1].upper()))
            raise Meant(message, f"CC-{kind}-{match[2]}" if kind else "CC0-1.0") from None
        raise ValueError(
            f"{message} (want one of spdx.org/licenses, as CC-BY-4.0, or the licence's address)"
        ) from None


@lru_cache
def license_address(text: str) -> str:
    """Return the address of a licence written as an address or an SPDX id; empty for an expression of several."""
    if text.startswith(("https://", "http://")):
        return text
    if match := _CREATIVE_COMMONS.fullmatch(text):
        return f"https://creativecommons.org/licenses/{match[1].lower()}/{match[2]}/"
    if text == "CC0-1.0":
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    return f"https://spdx.org/licenses/{text}" if re.fullmatch(r"[A-Za-z0-9.+-]+", text) else ""
