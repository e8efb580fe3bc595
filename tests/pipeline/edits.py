"""What may happen to a small archive between two builds: a strategy of edits."""

from hypothesis import strategies as st
from papershelf.pipeline.options import LAYOUTS

from tests.pipeline.archives import PEOPLE, SITE, paper

IDS = [f"p{number}" for number in range(6)]


VOLUMES = """neurips:
  title: Neural Things
  short: NeurIPS
  volumes:
    - {year: 2024, volume: 37, editors: [Vol Umes], front_matter: Welcome.}
    - {year: 2023, title: Proceedings of Neural Things, publisher: A Press}
"""
NAMESAKES = "kurt-1: {name: Kurt Gödel, not_same_as: [kurt-2]}\nkurt-2: {name: Kurt Gödel}\n"


def _home(text: str) -> str:
    return (LAYOUTS / "home.html").read_text() + f"{{# {text} #}}<!-- {text} -->"


def edits() -> st.SearchStrategy[tuple[str, str | None]]:
    """Return one edit: a file and its new text, or None where it is removed."""
    records = st.builds(
        lambda title, date, authors, more, abstract: paper(
            title, date=date, authors=authors, more=more, abstract=abstract
        ),
        st.sampled_from(["On Engines", "A Sequel", "Über Größe & <Tiefe>"]),
        st.sampled_from(["2024-05-03", "2024-05", "2023", "2025-12-31"]),
        st.sampled_from(
            [
                "[Ada Lovelace]",
                "[A. Lovelace, Zoë K.]",
                "['']",
                "[Kurt Gödel, Ada Lovelace, Zoe K]",
                "[{name: Kurt Gödel, email: k@example.org}, Ada Lovelace]",
            ]
        ),
        st.sampled_from(
            [
                "",
                "venue: NeurIPS 2024\n",
                "tags: [a, b]\nvenue: VLDB\n",
                "draft: true\n",
                "added: 2025-01-01\ntags: [B]\n",
                "added: 2025\nfeatured: true\nupvotes: 3\n",
                "venue: NeurIPS 2024\npages: 7-9\nvolume: 37\n",
                "venue: NeurIPS 2023\npages: 1-3\n",
            ]
        ),
        st.sampled_from(["Short.", "Long *and* with $x^2$ math.\n\nSecond paragraph.", ""]),
    )
    files = st.sampled_from([f"content/papers/2024/{name}.md" for name in IDS])
    edit_record = st.tuples(files, st.one_of(st.none(), records, records, records))
    others: list[tuple[str, str | None]] = [
        ("content/people.yaml", PEOPLE),
        ("content/people.yaml", PEOPLE + NAMESAKES),
        ("content/people.yaml", None),
        ("content/venues.yaml", "neurips:\n  title: Neural Things\n  short: NeurIPS\n"),
        ("content/venues.yaml", VOLUMES),
        ("content/venues.yaml", VOLUMES.replace("Vol Umes", "Ed Itor").replace("2023", "2022")),
        ("content/venues.yaml", None),
        ("content/pages/about.md", "---\ntitle: About\n---\nHello.\n"),
        ("content/pages/about.md", None),
        ("content/static/CNAME", "example.org"),
        ("content/static/CNAME", None),
        ("layouts/home.html", _home("mine")),
        ("layouts/home.html", _home("mine again")),
        ("layouts/home.html", None),
        ("site.yaml", SITE + "tagline: another line\n"),
        ("site.yaml", SITE + "per_page: 2\n"),
        ("site.yaml", SITE + "home: month\nemails: true\n"),
        ("site.yaml", SITE + "home: featured\nper_page: 1\n"),
        ("site.yaml", SITE + "home: newest\n"),
        ("site.yaml", SITE + "per_page: 3\ndigest: {sender: a@example.org, to: b@example.org, host: h}\n"),
        ("site.yaml", SITE + "per_page: 4\ndigest: {sender: a@example.org, to: b@example.org, host: h}\n"),
        ("site.yaml", SITE + "feeds: {terms_from: 1, entries: 2}\n"),
        ("site.yaml", SITE + "taxonomies: [{name: kinds, title: Kinds, field: type}]\n"),
        ("site.yaml", SITE),
    ]
    return st.one_of(edit_record, edit_record, st.sampled_from(others))
