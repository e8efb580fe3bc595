"""Licences: the address that stands for an SPDX identifier (spdx.org/licenses)."""

import re
from functools import lru_cache

_CREATIVE_COMMONS = re.compile(r"CC-(BY(?:-NC)?(?:-ND|-SA)?)-(\d\.\d)", re.IGNORECASE)


@lru_cache
def license_address(text: str) -> str:
    """Return the address of a licence written as an address or an SPDX id; empty where there is none."""
    if text.startswith(("https://", "http://")):
        return text
    if match := _CREATIVE_COMMONS.fullmatch(text):
        return f"https://creativecommons.org/licenses/{match[1].lower()}/{match[2]}/"
    if text.upper() == "CC0-1.0":
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    return f"https://spdx.org/licenses/{text}" if re.fullmatch(r"[A-Za-z0-9.+-]+", text) else ""
