"""Archives that grow, change and shrink at random, as somebody edits them who never looks at the result."""

import os
import random
from pathlib import Path

from papershelf.pipeline.options import LAYOUTS

WORDS = "engine loom card thread wheel number sign machine note analysis table error".split()
NAMES = ["Ada Lovelace", "A. Lovelace", "Charles Babbage", "Luigi Menabrea", "Zoë K.", "Grace Hopper"]
VENUES = ["NeurIPS 2024", "neurips 2023", "VLDB 2024", "Journal of Looms", ""]
PEOPLE = "ada-lovelace:\n  name: Ada Lovelace\n  variants: [A. Lovelace]\n"
VENUE = "neurips:\n  title: Neural Things\n  short: NeurIPS\n"
SITE = "title: Random archive\nurl: https://example.org/random/\n"
SETTINGS = [
    "",
    "per_page: 3\n",
    "per_page: 4\n",
    "feeds: {terms_from: 1}\n",
    "tagline: Another line\n",
    "taxonomies: [{name: kinds, title: Kinds, field: type}]\n",
    "digest: {sender: a@example.org, to: b@example.org, host: h}\n",
]


class Archive:
    """An archive in a folder, and the dice that change it."""

    def __init__(self, root: Path, papers: int, dice: random.Random) -> None:
        self.root, self.dice, self.number = root, dice, 0
        (root / "content" / "papers").mkdir(parents=True)
        (root / "site.yaml").write_text(SITE)
        for _ in range(papers):
            self.add()

    def text(self) -> str:
        """Return a record."""
        self.number += 1
        dice = self.dice
        day = f"{dice.choice(['2023', '2024'])}-{dice.randrange(1, 13):02}-{dice.randrange(1, 29):02}"
        lines = [
            f"title: {' '.join(dice.choices(WORDS, k=3)).title()} {self.number}",
            f"date: {dice.choice([day, day, day[:7], day[:4]])}",
            f"authors: [{', '.join(dice.sample(NAMES, dice.randrange(1, 4)))}]",
            f"tags: [{', '.join(dice.sample(WORDS, dice.randrange(1, 3)))}]",
        ]
        if venue := dice.choice(VENUES):
            lines.append(f"venue: {venue}")
        if dice.random() < 0.1:
            lines.append(f"draft: {dice.choice(['true', 'false'])}")
        if dice.random() < 0.1:
            lines.append(f"aliases: [/old/{self.number}/]")
        return "---\n" + "\n".join(lines) + f"\n---\n{' '.join(dice.choices(WORDS, k=20)).capitalize()}.\n"

    def papers(self) -> list[Path]:
        """Return the files of all records."""
        return sorted((self.root / "content" / "papers").glob("*.md"))

    def add(self) -> None:
        """Add a record."""
        text = self.text()
        (self.root / "content" / "papers" / f"paper-{self.number}.md").write_text(text)

    def edit(self) -> None:
        """Change anything: mostly records, sometimes people, venues, settings, layouts, or what was built."""
        dice, papers = self.dice, self.papers()
        way = dice.randrange(12)
        if way < 3 or not papers:
            self.add()
        elif way < 5:
            dice.choice(papers).unlink()
        elif way < 8:
            dice.choice(papers).write_text(self.text())
        elif way == 8:  # of the same size, and with the old time of modification
            paper = dice.choice(papers)
            stat = paper.stat()
            head, fence, body = paper.read_text().rpartition("---\n")
            paper.write_text(head + fence + body.translate(str.maketrans("et", "te")))
            os.utime(paper, ns=(stat.st_atime_ns, stat.st_mtime_ns))
        elif way == 9:
            name, text = dice.choice([("people.yaml", PEOPLE), ("venues.yaml", VENUE)])
            self._swap(self.root / "content" / name, text)
        elif way == 10:
            (self.root / "site.yaml").write_text(SITE + dice.choice(SETTINGS))
        elif dice.random() < 0.5:
            layout = (LAYOUTS / "home.html").read_text() + f"<!-- {dice.randrange(3)} -->"
            self._swap(self.root / "layouts" / "home.html", layout)
        else:
            self._harm(self.root / "output")

    def _swap(self, file: Path, text: str) -> None:
        """Write a file that is not there, remove one that is."""
        if file.exists():
            file.unlink()
        else:
            file.parent.mkdir(exist_ok=True)
            file.write_text(text)

    def _harm(self, output: Path) -> None:
        """Change or remove a built file."""
        if files := sorted(path for path in output.rglob("*.html")):
            file = self.dice.choice(files)
            if self.dice.random() < 0.5:
                file.unlink()
            else:
                file.write_text("mine")
