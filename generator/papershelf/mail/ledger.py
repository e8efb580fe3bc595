"""Who has been sent which digest: ``digests.json`` beside ``site.yaml``, to be kept in Git."""

import json
from pathlib import Path

from papershelf.lib.files import write_atomically

LEDGER = "digests.json"

Ledger = dict[str, list[str]]
"""Address of an edition's page -> the recipients whose server has accepted it, sorted."""


def read_ledger(file: Path) -> Ledger:
    """Read the ledger, empty where there is none; raises ``ValueError`` for one that cannot be trusted."""
    try:
        data = json.loads(file.read_bytes())
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise ValueError(f"cannot be read: {error.strerror}") from None
    except ValueError:
        raise ValueError("is not JSON: restore it from Git, or nobody can tell what was sent") from None
    if not isinstance(data, dict) or not all(
        isinstance(sent, list) and all(isinstance(each, str) for each in sent) for sent in data.values()
    ):
        raise ValueError("is not a ledger of digests: restore it from Git, or nobody can tell what was sent")
    return data


def write_ledger(file: Path, ledger: Ledger) -> None:
    """Write the ledger, whole or not at all; raises ``ValueError`` where the system does not let us."""
    rows = {name: sorted(sent) for name, sent in ledger.items() if sent}
    try:
        write_atomically(file, (json.dumps(rows, indent=1, sort_keys=True) + "\n").encode())
    except OSError as error:
        raise ValueError(f"cannot be written: {error.strerror}") from None
