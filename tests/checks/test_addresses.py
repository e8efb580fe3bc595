"""Addresses: what `check` passes, `build` builds, with everything in a place of its own, also where case is folded."""

import shutil
import tempfile
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from papershelf.checks import run_checks
from papershelf.content.load import load
from papershelf.content.source import find
from papershelf.lib.paths import checked_path, same_path
from papershelf.model import routes
from papershelf.pipeline.options import Options
from papershelf.pipeline.run import build
from papershelf.problems import Problem, Severity

PAPER = "---\ntitle: {title}\ndate: 2024\nauthors: [Ada Lovelace]\n{more}---\nText.\n"
PAGE = "---\ntitle: A page\n---\nText.\n"


def paper(title: str = "A title", **more: str) -> str:
    return PAPER.format(title=title, more="".join(f"{key}: {value}\n" for key, value in more.items()))


def alias(*addresses: str) -> str:
    return "[" + ", ".join("'" + address.replace("'", "''") + "'" for address in addresses) + "]"


def checked(root: Path, files: dict[str, str]) -> list[Problem]:
    for name, text in {"site.yaml": "title: Test\n", **files}.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (root / "content").mkdir(exist_ok=True)
    found = find(root, root / "content")
    loaded = load(found, cache_dir=None)
    problems = [*loaded.problems, *run_checks(loaded.content, found)]
    return [problem for problem in problems if problem.severity is Severity.ERROR]


REFUSED = {
    "./index.html": "holds '.'",
    "papers/./ok": "holds '.'",
    "../x": "holds '..'",
    "%2e%2e/x": "holds '..'",
    "a//b": "has an empty part",
    "/": "has an empty part",
    "a\\b": "holds '\\\\'",
    "a?b=1": "holds '?'",
    "a#b": "holds '#'",
    "100%": "holds '%'",
    "caf%E9": "not from UTF-8",
    "%252e%252e/x": "percent-encoded twice",
    ".git/config": "holds '.git', which servers hide",
    "a/.env": "holds '.env', which servers hide",
    "https://example.org/x": "holds 'https://'",
    "old./x": "ends in a space or a dot",
    "old /x": "ends in a space or a dot",
    "aux": "the name of a device",
    "x/NUL.html": "the name of a device",
    "a:b": "holds ':'",
    "x" * 256: "more than 255 bytes",
    "x/" * 30 + "y": "too long for an address (at most 1,000 bytes, 20 folders deep)",
    "/".join(["x" * 200] * 6): "too long for an address",
}


@pytest.mark.parametrize("address", REFUSED)
def test_address_that_some_server_or_file_system_refuses(address: str, tmp_path: Path) -> None:
    (problem,) = checked(tmp_path, {"content/a.md": paper(aliases=alias(address))})
    assert REFUSED[address] in problem.message
    assert (problem.location.path, problem.location.line, problem.location.column) == ("content/a.md", 5, 11)


TAKEN = {
    "home": ({"content/a.md": paper(aliases="[index.html]")}, "content/a.md:5:11", "the site itself"),
    "own page": ({"content/a.md": paper(aliases="[Trending]")}, "content/a.md:5:11", "the site itself"),
    "own file": ({"content/pages/llms.txt.md": PAGE}, "content/pages/llms.txt.md:2:1", "the site itself"),
    "page": ({"content/pages/reading-list.md": PAGE}, "content/pages/reading-list.md:2:1", "the site itself"),
    "author": ({"content/a.md": paper(aliases="[authors/x]")}, "content/a.md:5:11", "the site itself"),
    "pager": ({"content/page.md": paper()}, "content/page.md:2:1", "the site itself"),
    "static": ({"content/static/Search/x.bin": "x"}, "content/static/Search/x.bin", "the site itself"),
    "stage": (
        {"site.yaml": "title: T\nstatic_allow: ['*']\n", "content/static/.papershelf/journal": "x"},
        "content/static/.papershelf/journal",
        "the site",
    ),
    "in a taxonomy": (
        {
            "site.yaml": "title: T\ntaxonomies: [{name: kinds, title: T, field: type}]\n",
            "content/a.md": paper(aliases="[kinds/x]"),
        },
        "content/a.md:5:11",
        "site.yaml",
    ),
    "ids apart by case": (
        {"content/Ab.md": paper("One"), "content/aB.md": paper("Two")},
        "content/aB.md:2:1",
        "content/Ab.md",
    ),
    "another's id": (
        {"content/a.md": paper("One"), "content/b.md": paper("Two", aliases="[papers/A/]")},
        "content/b.md:5:11",
        "content/a.md",
    ),
    "twice": (
        {
            "content/a.md": paper("One", aliases="[old]"),
            "content/b.md": paper("Two", aliases="[/OLD/index.html]"),
        },
        "content/b.md:5:11",
        "'old' in content/a.md",
    ),
    "composed": (
        {
            "content/a.md": paper(aliases=alias("caf\u00e9")),
            "content/b.md": paper("Two", aliases=alias("cafe\u0301")),
        },
        "content/b.md:5:11",
        "content/a.md",
    ),
    "encoded": (
        {"content/a.md": paper(aliases=alias("a b")), "content/b.md": paper("Two", aliases=alias("a%20b"))},
        "content/b.md:5:11",
        "content/a.md",
    ),
    "file and folder": (
        {"content/a.md": paper(aliases="[a.html]"), "content/b.md": paper("Two", aliases="[a.html/b]")},
        "content/b.md:5:11",
        "content/a.md",
    ),
    "below a paper": (
        {"content/a.md": paper("One", aliases="[papers/a/a.json]")},
        "content/a.md:5:11",
        "the site itself",
    ),
    "folders apart by case": (
        {"content/pages/about.md": PAGE, "content/static/About/x.bin": "x"},
        "content/static/About/x.bin",
        "content/pages/about.md",
    ),
    "page and static": (
        {"content/pages/about.md": PAGE, "content/static/about/x.bin": "x", "content/static/ABOUT": "x"},
        "content/static/ABOUT",
        "content/pages/about.md",
    ),
}


@pytest.mark.parametrize("name", TAKEN)
def test_two_claims_on_one_address_are_an_error_that_names_both(name: str, tmp_path: Path) -> None:
    files, place, rival = TAKEN[name]
    (problem,) = checked(tmp_path, files)
    assert str(problem.location) == place
    assert "is taken by" in problem.message
    assert rival in problem.message


@pytest.mark.parametrize("name", ["map", "stats", "feed", "404"])
def test_no_name_is_reserved_without_need(name: str, tmp_path: Path) -> None:
    files = {
        f"content/pages/{name}.md": PAGE,
        "content/search.md": paper(aliases="[papers/old, papers/older.html]"),
    }
    assert checked(tmp_path, {**files, "content/static/data/measured.csv": "1\n"}) == []


NAMES = st.one_of(
    st.sampled_from(
        "index.html . .. aux AUX.txt papers Papers page 2 search assets data authors tags api v1 about About a A b old "
        "old.html OLD x.html feed.xml robots.txt kinds 404.html letter "
        "caf\u00e9 cafe\u0301 stra\u00dfe STRASSE a%20b %2e%2e 100% .papershelf .nojekyll sitemap-1.xml.gz".split(
            " "
        )
    ),
    st.text(alphabet="aA.-_ %/\\é\u0301ßı", min_size=1, max_size=4),
)
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)
TERMS = st.one_of(
    st.sampled_from(
        (
            "con CON nul.txt . .. page letter index feed.xml 2 A a \u00c1 \u00e1 a\u0301 C C++ C# .NET %2e%2e 100% a/b "
            "a\\b <b> ? * \u5c71 \u1e9e \u0130 \ufb01 volume-1 Ann-Bo ann_bo"
        ).split(" ")
    ),
    st.text(alphabet="aA.-_ %/\\\u00e9\u0301\u00df\u0131#+\u5c71", min_size=1, max_size=5).filter(str.strip),
)
PEOPLE = TERMS.filter(lambda term: any(char.isalpha() for char in term))
SLUGS = st.sampled_from("a b con page letter index feed.xml 2 ann-bo a.b".split())
IDS = st.text(alphabet="abAB.-_", min_size=1, max_size=3)


@st.composite
def archives(draw: st.DrawFn) -> dict[str, str]:
    """Draw an archive whose content claims addresses of all kinds."""
    files = {}
    for number in range(draw(st.integers(0, 3))):
        aliases = alias(*draw(st.lists(PATHS, max_size=3)))
        own = {"id": f"'{draw(IDS)}'"} if draw(st.booleans()) else {}
        own |= {"tags": alias(*draw(st.lists(TERMS, max_size=4))), "venue": alias(draw(TERMS))[1:-1]}
        own["editors"] = alias(*draw(st.lists(PEOPLE, min_size=1, max_size=2)))
        text = paper(f"Title {number}", aliases=aliases, **own)
        files[f"content/papers/{number}.md"] = text.replace(
            "[Ada Lovelace]", alias(draw(PEOPLE), draw(PEOPLE))
        )
    for kind, entry in (("people", "name"), ("venues", "title")):
        if slugs := draw(st.lists(SLUGS, max_size=2, unique=True)):
            entries = [f"{slug}: {{{entry}: X{number}}}\n" for number, slug in enumerate(slugs)]
            files[f"content/{kind}.yaml"] = "".join(entries)
    for name in draw(st.lists(NAMES, max_size=2)):
        files[f"content/pages/{name.replace('/', '')}.md"] = PAGE
    for path in draw(st.lists(PATHS, max_size=3)):
        files[f"content/static/{path}"] = "x"
    name = draw(st.sampled_from(["kinds", "papers", "data", "about", "a", "search", "x"]))
    files["site.yaml"] = f"title: T\nper_page: 1\ntaxonomies: [{{name: {name}, title: K, field: type}}]\n"
    return files


def written(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        file = root / name
        try:
            if root.resolve() not in file.resolve().parents:
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            if file.resolve().is_relative_to((root / "content").resolve()) or name == "site.yaml":
                file.write_text(text, encoding="utf-8")
        except (OSError, ValueError):
            continue  # this file system has no such file beside the others


@pytest.mark.slow
@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(archives())
@example({"site.yaml": "title: T\n", "content/a.md": paper(aliases="[./index.html]")})
def test_what_check_passes_build_builds_inside_the_output(files: dict[str, str]) -> None:
    root = Path(tempfile.mkdtemp()) / "archive"
    try:
        (root / "content").mkdir(parents=True)
        written(root, files)
        problems = checked(root, {"site.yaml": files["site.yaml"]})
        options = Options(root=root, content=root / "content", output=root / "output")
        report = build(options)
        assert bool(problems) == report.failed, (problems, report.problems)
        outside = {path.name for path in root.iterdir()} - {"site.yaml", "content", "output", ".cache"}
        assert not outside
        if not report.failed:
            paths = [path.relative_to(root / "output").as_posix() for path in (root / "output").rglob("*")]
            assert len(set(map(same_path, paths))) == len(paths)
            assert "http-equiv=refresh" not in (root / "output" / "index.html").read_text()
    finally:
        shutil.rmtree(root.parent)


@pytest.mark.parametrize(
    ("one", "other"),
    [("A/b", "a/B"), ("\u00c9", "\u00e9"), ("caf\u00e9", "cafe\u0301"), ("STRASSE", "stra\u00dfe")],
)
def test_paths_that_some_file_system_takes_for_one(one: str, other: str) -> None:
    assert same_path(one) == same_path(other)


@given(st.text(max_size=12))
def test_checked_path_stays_in_its_folder_and_as_it_is(text: str) -> None:
    try:
        path = checked_path(text)
    except ValueError:
        return
    assert checked_path(path) == path == unicodedata.normalize("NFC", text)
    assert not path.startswith("/")
    assert ".." not in path.split("/")
    assert Path("x", path).parts[1:] == tuple(path.split("/"))


@given(PATHS)
def test_former_address_is_a_page_and_its_own(text: str) -> None:
    try:
        path = routes.former(text)
    except ValueError:
        return
    assert path.lower().endswith((".html", ".htm"))
    assert routes.former("/" + routes.former(text).replace("%", "%25")) == path
