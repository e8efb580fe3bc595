"""The archive that readers' tests read: thirty-five made-up papers, many on attention, with venues, tags and code."""

from collections.abc import Iterator
from pathlib import Path

import yaml

LANTERN: dict[str, object] = {
    "id": "2d-lantern-sentence-embeddings",
    "title": "2D Lantern Sentence Embeddings",
    "authors": ["Zora Lindqvist", "Ambrose Tal", "Ida Moreau"],
    "date": "2024-02-22",
    "added": "2025-12-25",
    "venue": "ICLR 2025",
    "arxiv": "2402.99999",
    "links": {"code": "https://example.org/lantern"},
    "tags": ["embeddings", "efficiency"],
}
"""The one paper with lanterns in its title."""
VENUES = ("ICML", "NeurIPS", "ICLR", "ACL", "CVPR")
SUBJECTS = ("Maps", "Bridges", "Rivers", "Kernels", "Orchards", "Tides", "Clocks", "Looms", "Mirrors")
TAGS = ("attention", "efficiency", "vision", "retrieval", "planning")
FAMILIES = ("Abara", "Brandt", "Castell", "Duarte", "Eklund", "Fontaine", "Grieg")


def records() -> Iterator[dict[str, object]]:
    """Yield the papers: LANTERN, then seventeen on attention, then as many on other things."""
    yield LANTERN | {
        "abstract": "Vectors from any layer, of any length, glow alike. A lantern is enough to read by."
    }
    for number in range(34):
        subject = SUBJECTS[number % len(SUBJECTS)]
        sparse = number % 4 == 0
        about = ("Sparse Attention" if sparse else "Attention") if number < 17 else "Memory"
        year = 2025 - number % 8
        tags = TAGS if number < 17 else TAGS[1:]
        yield {
            "id": f"{about.lower().replace(' ', '-')}-for-{subject.lower()}-{number}",
            "title": f"{about} for {subject}, Part {number}",
            "authors": [f"Robin {FAMILIES[number % 7]}", f"Kim {FAMILIES[(number * 3 + 1) % 7]}"],
            "date": f"{year}-{number % 12 + 1:02}",
            "added": "2025-12-25" if number < 8 else f"2025-{number % 11 + 1:02}-{number % 28 + 1:02}",
            "venue": f"{VENUES[number % 5]} {year}",
            "tags": sorted({tags[number % len(tags)], tags[number // 2 % len(tags)]}),
            "abstract": f"How {subject.lower()} look when {about.lower()} is all there is: measured on paper, "
            "told in two sentences. The reader may follow every step.",
            **({"links": {"code": f"https://example.org/code/{number}"}} if number % 2 else {}),
            **({"tldr": f"{subject} need little."} if number % 5 == 0 else {}),
            **({"upvotes": number} if number % 2 else {}),
        }


def write_archive(folder: Path) -> None:
    """Write the archive into ``folder``."""
    papers = folder / "content/papers/2025"
    papers.mkdir(parents=True)
    for record in records():
        text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False)
        (papers / f"{record['id']}.yaml").write_text(text, encoding="utf-8")
    pages = folder / "content/pages"
    pages.mkdir()
    (pages / "about.md").write_text("---\ntitle: About\n---\nAn archive for tests.\n", encoding="utf-8")
    settings = {
        "title": "Made-up Daily",
        "tagline": "Papers that do not exist",
        "url": "https://example.org/archive/",
        "repository": "https://github.com/example/archive",
    }
    (folder / "site.yaml").write_text(yaml.safe_dump(settings), encoding="utf-8")
