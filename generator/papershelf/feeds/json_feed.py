"""JSON Feed 1.1 (jsonfeed.org)."""

from typing import Any

import orjson

from papershelf.feeds.brief import changed
from papershelf.feeds.feed import FeedView, content_html
from papershelf.formats.names import doi_address
from papershelf.markup.line import plain
from papershelf.model import routes
from papershelf.model.dates import is_day
from papershelf.model.record import Record
from papershelf.views.site_view import SiteView

_MIDNIGHT = "T00:00:00Z"


def render(view: FeedView, site: SiteView) -> bytes:
    """Return the feed as bytes; an item's id is the paper's: it stays when the site moves."""
    home = routes.permalink(site.url, view.url)
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"{view.title} – {site.title}" if view.title else site.title,
        "home_page_url": home,
        "feed_url": home + routes.url("json_feed"),
        "language": site.language,
    }
    if not view.url and site.tagline:
        feed["description"] = site.tagline
    feed["items"] = [_item(record, site.url) for record in view.records]
    return orjson.dumps(feed)


def _item(record: Record, base: str) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": record.id,
        "url": base + routes.url("paper", record.id),
        "title": plain(record.title),
        "content_html": content_html(record, base),
    }
    if is_day(record.joined):
        item["date_published"] = record.joined + _MIDNIGHT
    if record.tldr:
        item["summary"] = plain(record.tldr)
    if record.updated and is_day(changed(record)):
        item["date_modified"] = changed(record) + _MIDNIGHT
    if record.authors:
        item["authors"] = [{"name": name.name} for name in record.authors]
    if record.tags:
        item["tags"] = [plain(tag) for tag in record.tags]
    if record.doi:
        item["external_url"] = doi_address(record.doi)
    elif record.url:
        item["external_url"] = record.url
    if record.pdf:
        address = record.pdf if "://" in record.pdf else routes.permalink(base, record.pdf)
        item["attachments"] = [{"url": address, "mime_type": "application/pdf"}]
    return item
