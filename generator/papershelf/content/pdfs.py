"""The PDFs of papers, wherever they lie: published in the folder of the paper's page, as Google Scholar asks for."""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import replace

from papershelf.content.source import STATIC
from papershelf.lib.digest import digest
from papershelf.model import routes
from papershelf.model.record import Record
from papershelf.model.site import Static
from papershelf.problems import Location, Problem, Severity


def place(
    records: Iterable[Record], statics: Iterable[Static], beside: Iterable[Static]
) -> tuple[tuple[Record, ...], tuple[Static, ...], list[Problem]]:
    """Return records that name their PDF where it will stand, all files to publish, and PDFs that no record names.

    A record names a file of its own folder or of ``content/static/``; one that names none has the PDF that is called
    as it is. ``beside`` are the PDFs among the records, by their paths in the archive. Files not found stay as named,
    for the checks to report.
    """
    near = {file.path: file for file in beside}
    static = {file.path: file for file in statics}
    placed: dict[str, Static] = {}
    named: set[str] = set()
    shown: set[str] = set()
    result = []
    for record in records:
        shown.update([version.pdf for version in record.versions if version.pdf])
        file = _file(record, near, static)
        if file is not None:
            named.add(file.path)
            if not record.draft:
                path = routes.url("paper_pdf", record.id)
                placed[path] = replace(file, path=path)
                record_digest = digest(record.digest + path.encode())
                record = replace(record, pdf=path, digest=record_digest)
        result.append(record)
    moved = named - shown
    left = [file for path, file in static.items() if path not in moved]
    return tuple(result), (*left, *placed.values()), [_unnamed(path) for path in sorted(near.keys() - named)]


def _file(record: Record, near: Mapping[str, Static], static: Mapping[str, Static]) -> Static | None:
    """Return the PDF of a record, None where it has none here."""
    if ":" in record.pdf or not (near or record.pdf):
        return None
    folder, name = posixpath.split(record.source)
    if record.pdf:
        wanted = static.get(record.pdf) if record.pdf.lower().endswith(".pdf") else None
        return near.get(f"{folder}/{record.pdf}") or wanted
    stem = name.rpartition(".")[0]
    return near.get(f"{folder}/{stem}.pdf") if stem == record.id else None


def _unnamed(path: str) -> Problem:
    return Problem(
        location=Location(path=path),
        message="is the PDF of no record: it is left out",
        advice=f"name it as the record, write `pdf: {posixpath.basename(path)}` there, or put it into {STATIC}",
        severity=Severity.WARNING,
    )
