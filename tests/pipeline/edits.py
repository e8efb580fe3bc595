"""What may happen to a small archive between two builds: a strategy of edits."""

from hypothesis import strategies as st
from papershelf.pipeline.options import LAYOUTS

from tests.pipeline.archives import PEOPLE, SITE, paper

IDS = [f"p{number}" for number in range(6)]


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
            ["[Ada Lovelace]", "[A. Lovelace, Zoë K.]", "['']", "[Kurt Gödel, Ada Lovelace, Zoe K]"]
        ),
        st.sampled_from(
            [
                "",
                "venue: NeurIPS 2024\n",
                "tags: [a, b]\nvenue: VLDB\n",
                "draft: true\n",
                "added: 2025-01-01\ntags: [B]\n",
            ]
        ),
        st.sampled_from(["Short.", "Long *and* with $x^2$ math.\n\nSecond paragraph.", ""]),
    )
    files = st.sampled_from([f"content/papers/2024/{name}.md" for name in IDS])
    edit_record = st.tuples(files, st.one_of(st.none(), records, records, records))
    others: list[tuple[str, str | None]] = [
        ("content/people.yaml", PEOPLE),
        ("content/people.yaml", None),
        ("content/venues.yaml", "neurips:\n  title: Neural Things\n  short: NeurIPS\n"),
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
        ("site.yaml", SITE + "per_page: 3\ndigest: {sender: a@example.org, to: b@example.org, host: h}\n"),
        ("site.yaml", SITE + "per_page: 4\ndigest: {sender: a@example.org, to: b@example.org, host: h}\n"),
        ("site.yaml", SITE + "feeds: {terms_from: 1, entries: 2}\n"),
        ("site.yaml", SITE + "taxonomies: [{name: kinds, title: Kinds, field: type}]\n"),
        ("site.yaml", SITE),
    ]
    return st.one_of(edit_record, edit_record, st.sampled_from(others))
