"""Files of content/static/ that do more than lie there: only where ``site.yaml`` allows them."""

from collections.abc import Iterator
from fnmatch import fnmatchcase

from papershelf.checks.finding import Finding
from papershelf.content.load import Content
from papershelf.content.source import STATIC

_RUNS = "can run scripts with all rights of the site"
_SERVES = "is run by some servers"
_SETS_UP = "sets up the host of the site"

BY_ENDING = {
    **dict.fromkeys(
        ("html", "htm", "xhtml", "xht", "shtml", "mht", "mhtml", "svg", "svgz", "xml", "xsl", "xslt", "rdf"),
        _RUNS,
    ),
    **dict.fromkeys(("js", "mjs", "cjs", "wasm", "swf"), _RUNS),
    **dict.fromkeys(("php", "phtml", "phar", "cgi", "pl", "asp", "aspx", "jsp"), _SERVES),
}
"""Ending of a file's name -> what such a file does."""

BY_NAME = dict.fromkeys(
    (
        *("cname", "_headers", "_redirects", "_routes.json", "_config.yml", "web.config", "netlify.toml"),
        *("vercel.json", "firebase.json", "staticwebapp.config.json"),
    ),
    _SETS_UP,
)
"""Name of a file, in lower case -> what such a file does."""

WELL_KNOWN = ".well-known"
"""The one hidden folder that is meant for readers (RFC 8615)."""


def check(content: Content) -> Iterator[Finding]:
    """Refuse each file that runs, or sets something up, unless a pattern of ``static_allow`` names it."""
    allowed = content.config.static_allow
    for static in content.statics:
        if (why := does(static.path)) and not any(fnmatchcase(static.path, pattern) for pattern in allowed):
            yield Finding(
                path=STATIC + static.path,
                field=(),
                message=f"{static.path.rpartition('/')[2]} {why}",
                advice=f"remove it, or write `static_allow: ['{static.path}']` in site.yaml",
            )


def does(path: str) -> str:
    """Return what a file does when it is published; empty for one that only lies there."""
    *folders, name = path.lower().split("/")
    hidden = [part for part in (*folders, name) if part.startswith(".") and part != WELL_KNOWN]
    if hidden:
        return "is hidden, as what is not meant for readers"
    return BY_NAME.get(name, "") or BY_ENDING.get(name.rpartition(".")[2] if "." in name else "", "")
