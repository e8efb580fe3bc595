"""Small files that programs look for at a site's root: robots.txt, llms.txt, opensearch.xml, .nojekyll."""

from collections.abc import Iterator

from papershelf.config import SiteConfig
from papershelf.lib.text import shorten, squeeze
from papershelf.lib.xml import DECLARATION, attribute, escape
from papershelf.model import routes
from papershelf.model.output import Output, Part
from papershelf.model.site import Site
from papershelf.views.site_view import SiteView


def parts(site: Site) -> Iterator[Part]:
    """Plan the four files."""
    del site
    yield Part(name="feeds/robots", slice=None, outputs=_files)


def _files(slice: None, config: SiteConfig) -> Iterator[Output]:
    del slice, config
    yield Output(path=routes.url("robots"), renderer="robots", view=None)
    yield Output(path=routes.url("llms"), renderer="llms", view=None)
    yield Output(path=routes.url("opensearch"), renderer="opensearch", view=None)
    yield Output(path=routes.url("no_jekyll"), renderer="text", view="")


def render(view: None, site: SiteView) -> bytes:
    """Return robots.txt (RFC 9309): everything may be read, and the sitemap is there.

    Robots read it at the root of a host only; below a path prefix it waits for the archive's own domain.
    """
    del view
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.url}{routes.url('sitemap')}\n".encode()


def render_llms(view: None, site: SiteView) -> bytes:
    """Return llms.txt (llmstxt.org): what language models had better read instead of the pages."""
    del view
    about = site.description or site.tagline
    links = (
        ("data_jsonl", "Every paper", "one JSON object a line, with its abstract"),
        ("openapi", "The API", "static JSON by day and year"),
        ("feed", "What is new", "an Atom feed"),
        ("sitemap", "Every page", "with the day of its last change"),
    )
    rows = [f"- [{name}]({site.url}{routes.url(row)}): {what}\n" for row, name, what in links]
    quote = f"> {squeeze(about)}\n\n" if about else ""
    return f"# {site.title}\n\n{quote}## Data\n\n{''.join(rows)}".encode()


def render_opensearch(view: None, site: SiteView) -> bytes:
    """Return the description by which a browser offers the archive as a search engine (OpenSearch 1.1)."""
    del view
    template = attribute(site.url + routes.url("search")) + "?q={searchTerms}"
    about = site.tagline or f"Search {site.title}"
    return (
        f'{DECLARATION}<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">'
        f"<ShortName>{escape(shorten(site.title, 16))}</ShortName>"
        f"<Description>{escape(shorten(about, 1024))}</Description>"
        f'<Url type="text/html" template="{template}"/>'
        f"<InputEncoding>UTF-8</InputEncoding></OpenSearchDescription>\n"
    ).encode()
