"""An edition as an e-mail: text and HTML by layouts, small enough that no reader cuts it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from urllib.parse import urlsplit

from papershelf.config import DigestConfig
from papershelf.formats.standing import standing
from papershelf.lib.digest import digest
from papershelf.lib.text import shorten, squeeze
from papershelf.mail.edition import Edition
from papershelf.markup.line import plain
from papershelf.markup.markdown import to_text
from papershelf.model import routes
from papershelf.model.dates import first_day
from papershelf.model.output import Output
from papershelf.render.filters import period as spoken_period
from papershelf.render.people import names
from papershelf.views.site_view import SiteView
from papershelf.views.summary import Card

LARGEST = 100_000  # bytes; Gmail hides what goes beyond 102 KB
# (papers shown, characters of each abstract): the first form that fits is sent, and the last always does.
FORMS = ((150, 480), (150, 240), (300, 0), (150, 0), (60, 0), (20, 0), (8, 0))
_POLICY = policy.SMTP.clone(cte_type="7bit")  # lines end in CRLF, and any server on the way may read them
_TITLE, _STANDING, _DETAIL = 200, 300, 120  # characters shown of a title, of a standing, of authors or venue

Render = Callable[[Output], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One paper in a digest, all plain text."""

    url: str
    title: str
    authors: str
    venue: str
    standing: str
    """That it was retracted or corrected, and why; empty for most."""
    excerpt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestView:
    """``page`` of ``mail/digest.html`` and ``mail/digest.txt``."""

    period: str
    """As people write it: ``Week 52, 2024``."""
    url: str
    """Its page on the site, absolute."""
    count: int
    entries: tuple[Entry, ...]
    more: int
    """Papers that are only on the site."""
    unsubscribe: str
    """Address, or empty."""


def compose(edition: Edition, site: SiteView, config: DigestConfig | None, render: Render) -> EmailMessage:
    """Return the message to everybody, without ``To``: the same bytes for the same edition, dated on its newest day."""
    view = _view(edition, site, config)
    for shown, length in FORMS:
        entries = tuple(_entry(card, site, length) for card in edition.cards[:shown])
        form = replace(view, entries=entries, more=len(edition.cards) - len(entries))
        message = _message(edition, form, site, config, render)
        if len(message.as_bytes()) < LARGEST:
            break
    return message


def addressed(message: EmailMessage, recipient: str, date: str) -> EmailMessage:
    """Return a composed message with its addressee and the date (RFC 5322) of its sending."""
    copy = EmailMessage(policy=_POLICY)
    for name, value in message.items():
        copy[name] = date if name == "Date" else str(value)
    copy["To"] = recipient
    copy.set_payload(message.get_payload())
    return copy


def _message(
    edition: Edition, view: DigestView, site: SiteView, config: DigestConfig | None, render: Render
) -> EmailMessage:
    title = shorten(site.title, _DETAIL)
    host = urlsplit(site.url).hostname or "localhost"
    message = EmailMessage(policy=_POLICY)
    message["From"] = Address(title, addr_spec=config.sender if config else f"digest@{host}")
    message["Subject"] = f"{title}, {view.period}: {view.count:,} paper{'' if view.count == 1 else 's'}"
    message["Date"] = _midnight(first_day(edition.cards[0].record.joined))
    message["Message-ID"] = f"<{edition.url.strip('/').replace('/', '.')}.digest@{host}>"
    if view.unsubscribe:
        message["List-Unsubscribe"] = f"<{view.unsubscribe}>"
    text = _part("mail/digest.txt", view, render)
    html = _part("mail/digest.html", view, render)
    message.set_content(text)
    message.add_alternative(html, subtype="html")
    # Python would draw the boundary by lot. No encoded part can hold "=_" (RFC 2045, 6.7).
    message.set_boundary("=_" + digest((text + html).encode()).hex())
    return message


def _part(layout: str, view: DigestView, render: Render) -> str:
    return render(Output(path=layout, renderer="html", layout=layout, view=view)).decode()


def _view(edition: Edition, site: SiteView, config: DigestConfig | None) -> DigestView:
    return DigestView(
        period=spoken_period(edition.name),
        url=routes.permalink(site.url, edition.url),
        count=len(edition.cards),
        entries=(),
        more=0,
        unsubscribe=(config and config.unsubscribe) or "",
    )


def _entry(card: Card, site: SiteView, length: int) -> Entry:
    record = card.record
    about = plain(record.tldr) or (to_text(record.abstract) if length else "")
    return Entry(
        url=routes.permalink(site.url, routes.url("paper", record.id)),
        title=shorten(squeeze(plain(record.title)), _TITLE),
        authors=shorten(names(card.summary), _DETAIL),
        venue=shorten(card.summary.venue, _DETAIL),
        standing=shorten(standing(record), _STANDING),
        excerpt=shorten(squeeze(about), length) if length else "",
    )


def _midnight(day: str) -> str:
    moment = datetime.fromisoformat(f"{day}T00:00:00+00:00")
    return format_datetime(moment)
