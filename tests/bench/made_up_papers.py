"""Writes an archive of made-up papers, the same for the same number, and the same papers as a Hugo site.

The proportions are those of real archives of this kind: words as frequent as Zipf's law says, four authors a
paper of whom one and a half appear for the first time, a dozen venues by year, tags that many papers share.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SYLLABLES = [a + b for a in "bcdfghklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "on")]
VENUES = [
    "NeurIPS",
    "ICML",
    "ICLR",
    "CVPR",
    "ICCV",
    "ACL",
    "EMNLP",
    "AAAI",
    "ICRA",
    "CoRL",
    "SIGGRAPH",
    "KDD",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What both sites show of a paper."""

    id: str
    title: str
    authors: list[str]
    year: int
    added: str
    venue: str
    tags: list[str]
    abstract: str


def papers(count: int) -> Iterator[Paper]:
    """`count` papers; fewer are always the first of more."""
    chance = random.Random(1)
    words = ["".join(chance.choices(SYLLABLES, k=chance.choice((1, 2, 2, 3, 3, 4)))) for _ in range(30_000)]
    people: list[str] = []
    for number in range(count):
        title = " ".join(_words(chance, words, chance.randint(5, 12))).capitalize()
        year = chance.randint(2010, 2025)
        day = f"{year}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
        yield Paper(
            id=f"{title.lower().replace(' ', '-')[:50]}-{number}",
            title=title,
            authors=_authors(chance, words, people),
            year=year,
            added=day,
            venue=chance.choice(VENUES),
            tags=sorted({" ".join(_words(chance, words[:400], 2)) for _ in range(5)}),
            abstract=". ".join(" ".join(_words(chance, words, 22)).capitalize() for _ in range(8)) + ".",
        )


def _words(chance: random.Random, words: list[str], count: int) -> list[str]:
    # Place i comes with a chance of 1/i, as Zipf's law says.
    return [words[int(len(words) ** chance.random()) - 1] for _ in range(count)]


def _authors(chance: random.Random, words: list[str], people: list[str]) -> list[str]:
    names = set()
    for _ in range(chance.randint(1, 7)):
        if not people or chance.random() < 0.36:
            people.append(
                f"{chance.choice(words).capitalize()} {chance.choice(words).capitalize()} {len(people)}"
            )
            names.add(people[-1])
        else:
            names.add(people[int(len(people) * chance.random() ** 2)])
    return sorted(names)


def write_archive(count: int, folder: Path) -> None:
    """`count` papers as a Papershelf archive in `folder`."""
    folder.mkdir(parents=True)
    (folder / "site.yaml").write_text("title: Made-up papers\nurl: https://example.org/papers/\n")
    for paper in papers(count):
        _write(
            folder / f"content/papers/{paper.year}/{paper.id}.md",
            f"---\ntitle: {paper.title}\nauthors: [{', '.join(paper.authors)}]\ndate: {paper.year}\n"
            f"added: {paper.added}\nvenue: {paper.venue} {paper.year}\n"
            f"tags: [{', '.join(paper.tags)}]\n---\n\n"
            f"{paper.abstract}\n",
        )


HUGO_LAYOUTS = {
    "baseof.html": "<!doctype html><html lang=en><meta charset=utf-8><title>{{ .Title }}</title>"
    '<body><a href="{{ "/" | relURL }}">Papers</a>{{ block "main" . }}{{ end }}</body></html>',
    "page.html": '{{ define "main" }}<h1>{{ .Title }}</h1>'
    '{{ range $kind := slice "authors" "venues" "years" "tags" }}'
    '<p>{{ range $.GetTerms $kind }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</p>{{ end }}'
    "{{ .Content }}{{ end }}",
    "list.html": '{{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Pages }}'
    '<p><a href="{{ .RelPermalink }}">{{ .Title }}</a></p>{{ end }}{{ end }}',
    "home.html": '{{ define "main" }}{{ $pager := .Paginate site.RegularPages 30 }}{{ range $pager.Pages }}'
    '<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Summary }}</p>{{ end }}'
    '{{ with $pager.Next }}<a href="{{ .URL }}">Next</a>{{ end }}{{ end }}',
}
HUGO_SETTINGS = (
    'baseURL = "https://example.org/papers/"\ntitle = "Made-up papers"\n'
    '[taxonomies]\nauthor = "authors"\nvenue = "venues"\nyear = "years"\ntag = "tags"\n'
)


def write_hugo_site(count: int, folder: Path) -> None:
    """The same papers as a minimal Hugo site: a page for each paper, author, venue, year and tag."""
    _write(folder / "hugo.toml", HUGO_SETTINGS)
    for name, layout in HUGO_LAYOUTS.items():
        _write(folder / "layouts" / name, layout)
    for paper in papers(count):
        _write(
            folder / f"content/papers/{paper.year}/{paper.id}.md",
            f"---\ntitle: {paper.title}\ndate: {paper.added}\nauthors: [{', '.join(paper.authors)}]\n"
            f'venues: [{paper.venue}]\nyears: ["{paper.year}"]\ntags: [{", ".join(paper.tags)}]\n---\n\n'
            f"{paper.abstract}\n",
        )


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
