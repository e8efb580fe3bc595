"""The tables that the browser's citation code shares with ours, as the module `assets/js/cite/tables.js`."""

import orjson

from papershelf.formats.bibtex import MONTHS
from papershelf.model.names import PARTICLES
from papershelf.model.work_type import WorkType
from papershelf.model.work_types import WORK_TYPES


def module() -> str:
    """Return the source of the module: `WORK_TYPES`, `PARTICLES`, `MONTHS`."""
    tables = {
        "WORK_TYPES": [_row(work) for work in WORK_TYPES],
        "PARTICLES": sorted(PARTICLES),
        "MONTHS": MONTHS,
    }
    return "".join(
        f"export const {name} = {orjson.dumps(table).decode()};\n" for name, table in tables.items()
    )


def _row(work: WorkType) -> dict[str, object]:
    """Return what the scripts read of a type of work: how a CSL item is told to be of it, and its words elsewhere."""
    return {
        "csl": work.csl,
        "genre": work.genre,
        "citation": work.citation,
        "remark": work.remark,
        "bibtex": work.bibtex,
        "bibtexType": work.bibtex_type,
        "bibtexContainer": work.bibtex_container,
        "bibtexFields": [[field, variable] for field, _, variable in work.bibtex_fields],
        "bibtexPages": work.bibtex_pages,
        "bibtexVersion": work.bibtex_version,
        "bibtexEvent": work.bibtex_event,
        "ris": work.ris,
        "risContainer": work.ris_container,
        "risNumber": work.ris_number,
    }
