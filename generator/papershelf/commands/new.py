"""``papershelf new``: a record file with what is known, and the other keys to fill in as comments."""

import datetime
import os
from pathlib import Path

import click

from papershelf.commands import arguments
from papershelf.commands.archive import find
from papershelf.content.schema import RECORD, write_schemas
from papershelf.content.write import write
from papershelf.lib.terminal import say
from papershelf.lib.text import squeeze, without_control
from papershelf.model.record import Record
from papershelf.sources.known import title_id

# The keys that most papers have, to be uncommented: so a record that is not filled in yet passes `check`.
_TO_FILL = """\
# authors: [Ada Lovelace, Grace Hopper]
# venue: NeurIPS 2024
# doi: 10.1145/3292500.3330701
# arxiv: 2302.06675
# pdf: https://example.org/paper.pdf
# links: {code: https://example.org/code}
# tags: [a topic, another topic]
# The abstract goes below the next line, in Markdown with $math$.
"""


@click.command("new")
@click.argument("title")
@arguments.site
def command(title: str, site: Path) -> int:
    """Write a record to fill for a paper called TITLE.

    Its date is today until you correct it. No file is overwritten.

    \b
    Examples:
      papershelf new "Symbolic Discovery of Optimization Algorithms"
      papershelf new --site ../archive "A Paper"
    """
    archive = find(site, None)
    title = squeeze(without_control(title))
    if not title:
        raise click.UsageError("a paper needs a title")
    name = title_id(title)
    today = datetime.date.today().isoformat()
    file = archive.content / "papers" / today[:4] / f"{name}.md"
    if taken := next((archive.content / "papers").glob(f"*/{name}.*"), None):
        raise click.UsageError(f"{taken} exists already; edit it, or give a longer title")
    write_schemas(archive.root)
    schema = Path(os.path.relpath(archive.root / RECORD, file.parent)).as_posix()
    record = Record(id=name, title=title, date=today, added=today)
    text = write(record, name=name, comment=f"yaml-language-server: $schema={schema}")
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(text.removesuffix("---\n") + _TO_FILL + "---\n")
    say(f"{file}: fill it in, then run `papershelf check`")
    return 0
