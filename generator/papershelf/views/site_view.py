"""What every layout may know about the site: a few fixed fields, so that an edit touches few pages."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from papershelf.model import routes
from papershelf.model.large import is_large
from papershelf.model.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteView:
    """The ``site`` of the layouts. Nothing here counts or lists papers: what does would touch every page."""

    title: str
    tagline: str
    description: str
    """What the archive is, for machines and link previews; may be empty."""
    language: str
    url: str
    """Absolute address with a closing slash; for permalinks only."""
    prefix: str
    """Path part of ``url``, ``/archive/``: the root of the one page that cannot link relatively, 404.html."""
    accent: str
    """The accent colour, ``#rrggbb``."""
    header: tuple[tuple[str, str], ...]
    """Address and title of what the menu of every page leads to: lists, the archive's own taxonomies and pages."""
    footer: tuple[tuple[str, str], ...]
    """Address and title of what the foot of most pages leads to."""
    repository: str
    """``https://github.com/<owner>/<name>`` without a closing slash, or empty."""
    branch: str
    home: str
    """What the home page shows: ``day``, ``week``, ``month``, ``year``, ``newest`` or ``featured``."""
    periods: tuple[str, ...]
    """Of ``day``, ``week``, ``month`` and ``year``, those that suit the archive, shortest first."""
    trending: bool
    """Whether anybody voted for a paper or spoke about one."""
    emails: bool
    """Whether pages show authors' e-mail addresses."""
    subscribe_action: str
    """Address the subscribe form posts to, or empty."""
    subscribe_origin: str
    """``https://host`` of that address, which the pages' policy must allow."""
    subscribe_field: str
    large: bool
    """Whether pages leave out what a large archive must do without (``generator/papershelf/model/large.py``)."""


def site_view(site: Site) -> SiteView:
    """Return the site as layouts see it."""
    config = site.config
    action = urlsplit(config.subscribe.action if config.subscribe else "")
    return SiteView(
        title=config.title,
        tagline=config.tagline,
        description=config.description,
        language=config.language,
        url=config.url,
        prefix=urlsplit(config.url).path or "/",
        accent=config.accent,
        header=(
            *routes.menu("header"),
            *((routes.taxonomy(row.name), row.title) for row in config.taxonomies),
            *((routes.url("free", page.slug), page.title) for page in site.pages if page.nav),
        ),
        footer=_footer(site),
        repository=config.repository.rstrip("/"),
        branch=config.branch,
        home=site.rhythm.home,
        periods=site.rhythm.periods,
        trending=site.rhythm.trending,
        emails=config.emails,
        subscribe_action=action.geturl(),
        subscribe_origin=f"{action.scheme}://{action.netloc}" if action.netloc else "",
        subscribe_field=config.subscribe.field if config.subscribe else "",
        large=is_large(len(site.records)),
    )


def _footer(site: Site) -> tuple[tuple[str, str], ...]:
    """Return the menu at the foot: what there is nothing of is left out, and dates begin with the shortest period."""
    instead = {"days": routes.ROUTES[site.rhythm.periods[0]].below}
    if not site.rhythm.trending:
        instead["trending"] = ""
    return routes.menu("footer", instead)
