"""The digest of the program itself: what was made by other code is made again."""

import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

from papershelf.lib.digest import digest

_PACKAGE = Path(__file__).resolve().parent.parent
# Libraries whose version may change a byte of the output or the way something is stored.
_LIBRARIES = (
    "jinja2",
    "latex2mathml",
    "lunr",
    "markdown",
    "nh3",
    "numpy",
    "orjson",
    "packaging",
    "pydantic",
    "pyyaml",
)


@cache
def code_digest() -> bytes:
    """Return the digest of the generator's Python files, Python's minor version and the libraries' versions."""
    parts = [repr((sys.version_info[:2], [version(name) for name in _LIBRARIES])).encode()]
    for path in sorted(_PACKAGE.rglob("*.py")):
        parts += [path.relative_to(_PACKAGE).as_posix().encode(), digest(path.read_bytes())]
    return digest(b"\0".join(parts))
