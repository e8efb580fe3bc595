"""What a record holds besides texts and numbers: links, notices, versions and the like."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from pydantic import ConfigDict

from papershelf.lib.fields import FileOrUrl, Line, Url
from papershelf.model.fields import Date, License, RecordId

STRICT = ConfigDict(extra="forbid")

NoticeKind = Literal["erratum", "correction", "retraction", "expression-of-concern"]
LinkKind = Literal[
    "code", "data", "demo", "project", "video", "slides", "poster", "supplement",
    "blog", "model", "dataset", "website", "review", "tweet",
]  # fmt: skip
LicensedPart = Literal["text", "data", "code", "model", "images"]
Relation = Literal["same", "version-of", "extends", "replies-to", "part-of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Something that goes with the paper: its code, data, video, ..."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    type: LinkKind
    """What is there: its code, data, slides, ..."""
    url: Url
    """Where it is."""
    title: Line = ""
    """What its link says; its kind unless given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLicense:
    """The licence of a part of the work, where it differs from that of the whole."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    part: LicensedPart
    """What it is for: the code, the data, ..."""
    license: License
    """SPDX id or address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A public remark on the paper's standing."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    kind: NoticeKind
    """What happened."""
    date: Date = ""
    """When it was published."""
    text: Line = ""
    """Why, in a sentence."""
    url: Url = ""
    """The notice itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One published state of the paper."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: Line
    """As the source counts it: ``v2``."""
    date: Date = ""
    """When it was published."""
    note: Line = ""
    """What changed."""
    pdf: FileOrUrl = ""
    """Its PDF."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The conference at which the paper was given."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    name: Line
    """Its name, with the year."""
    place: Line = ""
    """City, country."""
    start: Date = ""
    """Its first day."""
    end: Date = ""
    """Its last day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """How this paper stands to another: to a record of this archive (``id``) or a page elsewhere (``url``)."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    rel: Relation
    """What this paper is to the other."""
    id: RecordId = ""
    """The other, where it is a record of this archive."""
    url: Url = ""
    """The other, where it is elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding:
    """Who paid."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    funder: Line
    """The organization."""
    award: Line = ""
    """Its number of the grant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One line of a leaderboard."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    task: Line
    """What was to be done."""
    dataset: Line
    """What it was measured on."""
    metric: Line
    """What was measured."""
    value: Line
    """The figure, as printed."""
    unit: Line = ""
    """Of the figure."""
