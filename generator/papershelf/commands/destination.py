"""Where a command writes what it makes: standard output, or a file that is whole or not there."""

import sys
from pathlib import Path

from papershelf.lib.files import write_atomically
from papershelf.lib.terminal import say


def write_to(output: Path | None, data: bytes) -> bool:
    """Write to ``output``, or to standard output where there is none; tell whether it could be, the reason printed."""
    if output is None:
        sys.stdout.buffer.write(data)  # UTF-8 and as it is, whatever the terminal's encoding and line ends
        return True
    try:
        write_atomically(output, data)
    except OSError as error:
        say(f"{output}: error: cannot be written: {error.strerror}", file=sys.stderr)
        return False
    return True
