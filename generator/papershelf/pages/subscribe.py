"""The page that tells how to hear of new papers: by e-mail, by feed, or by the digest of a week."""

from collections.abc import Iterator

from papershelf.config import SiteConfig
from papershelf.model import routes
from papershelf.model.output import Output, Part
from papershelf.pages.catalogue import Catalogue
from papershelf.views.subscribe import SubscribeView


def parts(catalogue: Catalogue) -> Iterator[Part]:
    """Plan the page."""
    view = SubscribeView(latest=catalogue.latest, terms_from=catalogue.site.config.feeds.terms_from)
    yield Part(name="pages/subscribe", slice=view, outputs=_pages)


def _pages(view: SubscribeView, config: SiteConfig) -> Iterator[Output]:
    del config
    yield Output(
        path=routes.path(routes.url("subscribe")), renderer="html", layout="subscribe.html", view=view
    )
