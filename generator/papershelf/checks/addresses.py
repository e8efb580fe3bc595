"""Addresses that content chooses: no two things may stand where a server or a file system can hold only one."""

from collections.abc import Iterator
from typing import NamedTuple

from papershelf.checks.finding import Finding
from papershelf.checks.people import PEOPLE, VENUES
from papershelf.content.load import Content
from papershelf.content.source import SETTINGS
from papershelf.lib.paths import checked_path, same_path
from papershelf.model import routes
from papershelf.model.site import Static

_OWN = "a page of the site itself"
_STAGE = ".papershelf/"
"""Where builds have kept what a repair believes; nothing that content says may ever stand there."""

_PAGER = routes.url("papers") + routes.pattern("page").partition("{")[0]


class Claim(NamedTuple):
    """A file that something in the content wants to have in the site; a tuple, since there may be 100,000."""

    path: str
    file: str
    """Content file."""
    field: tuple[str | int, ...] = ()
    record_id: str = ""
    within: str = ""
    """Folder of the site in which it may stand, one level deep."""
    what: str = ""
    """Words for it, where the content file does not say it all."""


def check(content: Content) -> Iterator[Finding]:
    """Report every address that is claimed twice, belongs to pages of the site itself, or cannot be one."""
    for static in content.statics:
        try:
            checked_path(static.path)
        except ValueError as error:
            yield Finding(path=_file(static), field=(), message=f"the name {error}", advice="rename the file")
    files: dict[str, Claim] = {}
    folders: dict[str, tuple[str, Claim]] = {}
    for path in _own_files():
        _note(files, folders, Claim(path, _OWN))
    reserved = _reserved(content)
    for claim in _claims(content):
        rival = _rival(claim, files, folders) or _owner(claim, reserved)
        if rival is None:
            _note(files, folders, claim)
        elif not (claim.field == rival.field == ("id",) and claim.path == rival.path):  # see duplicates.py
            yield _finding(claim, rival)


def _own_files() -> Iterator[str]:
    """Return the files that every site has, by the table of addresses."""
    return (
        routes.path(routes.url(name)) for name in routes.ROUTES if not routes.parts(name) and name != "api"
    )


def _reserved(content: Content) -> dict[str, Claim]:
    """Return the beginnings of addresses below which the site makes pages of its own."""
    begins = {routes.pattern(name).partition("{")[0] for name in routes.ROUTES if routes.parts(name)}
    begins -= {"", *(routes.pattern(name).partition("{")[0] for name in ("page", "letter"))}
    own = {same_path(begin): Claim(begin, _OWN) for begin in (_STAGE, _PAGER, *sorted(begins))}
    named = {
        routes.taxonomy(row.name): Claim(routes.taxonomy(row.name), SETTINGS, ("taxonomies", index, "name"))
        for index, row in enumerate(content.config.taxonomies)
    }
    return named | own


def _owner(claim: Claim, reserved: dict[str, Claim]) -> Claim | None:
    """Return what makes pages where a claim may not stand: it may in one folder of the site, one level deep."""
    key, folder = same_path(claim.path), same_path(claim.within)
    if not key.startswith(tuple(reserved)):
        return None
    name = key.removeprefix(folder).removesuffix("/index.html")
    if folder and key.startswith(folder) and "/" not in name and not key.startswith(_PAGER):
        return None
    return next(other for begin, other in reserved.items() if key.startswith(begin))


def _claims(content: Content) -> Iterator[Claim]:
    for index, row in enumerate(content.config.taxonomies):
        folder = routes.taxonomy(row.name)
        yield Claim(routes.path(folder), SETTINGS, ("taxonomies", index, "name"), within=folder)
    for taxonomy, file, entries in (("authors", PEOPLE, content.people), ("venues", VENUES, content.venues)):
        folder = routes.taxonomy(taxonomy)
        for entry in entries:
            yield Claim(routes.path(routes.term(taxonomy, entry.slug)), file, (entry.slug,), within=folder)
    papers = routes.url("papers")
    for record in content.records:
        path = routes.path(routes.url("paper", record.id))
        yield Claim(path, record.source, ("id",), record.id, papers)
    for page in content.pages:
        yield Claim(routes.path(routes.url("free", page.slug)), page.source)
    for record in content.records:
        for index, alias in enumerate(record.aliases):
            path = routes.former(alias)
            yield Claim(path, record.source, ("aliases", index), record.id, papers, f"{alias!r} in ")
    # The papers' own PDFs stand in their folders, each once.
    own = {record.pdf for record in content.records if record.pdf == routes.url("paper_pdf", record.id)}
    for static in content.statics:
        if static.path in own:
            own.remove(static.path)
        else:
            yield Claim(static.path, _file(static))


def _file(static: Static) -> str:
    return f"content/static/{static.path}"


def _note(files: dict[str, Claim], folders: dict[str, tuple[str, Claim]], claim: Claim) -> None:
    path = claim.path
    files[same_path(path)] = claim
    while path := path.rpartition("/")[0]:
        if folders.setdefault(same_path(path), (path, claim))[1] is not claim:
            return


def _rival(claim: Claim, files: dict[str, Claim], folders: dict[str, tuple[str, Claim]]) -> Claim | None:
    """Return what stands where a claim's file, or a folder above it, would: under the same name or one in its way."""
    path = claim.path
    key = same_path(path)
    if key in files or key in folders:
        return files.get(key) or folders[key][1]
    while path := path.rpartition("/")[0]:
        key = same_path(path)
        if key in files:
            return files[key]
        spelled, other = folders.get(key, (path, claim))
        if spelled != path:
            return other
    return None


def _finding(claim: Claim, rival: Claim) -> Finding:
    shown = "/" + claim.path.removesuffix("index.html")
    other = f"{rival.what}{rival.file}"
    where = "" if rival.path == claim.path else f", which stands at /{rival.path.removesuffix('index.html')}"
    return Finding(
        path=claim.file,
        field=claim.field,
        message=f"the address {shown} is taken by {other}{where}",
        advice="give one of them another id, name or address",
        record_id=claim.record_id,
    )
