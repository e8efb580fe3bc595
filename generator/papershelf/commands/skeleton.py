"""The files of a new archive. Its three papers are made up, and say so."""

SITE = """\
# The settings of this archive. Keys that are commented out show what they are without them.
title: My paper archive
tagline: Papers worth keeping
description: >-
  An archive of research papers, made with Papershelf.

# Where the site will stand, with its path: https://<user>.github.io/<repository>/
# url: http://127.0.0.1:8000/

# Makes the links "Edit this record" and "Add a paper".
# repository: https://github.com/<user>/<repository>
# branch: main

# language: en
# accent: '#b3362b'
# per_page: 50

# Further ways of grouping papers: by a field of the records, or by a key of `extra`.
# taxonomies:
#   - {name: types, title: Kinds of publication, field: type}
"""

PEOPLE = """\
# People whose name is printed in more than one way: a slug, the name shown, the other spellings.
ada-example:
  name: Ada B. Example
  variants: [Ada Example, A. B. Example]
"""

VENUES = """\
# Where papers appeared. `venue: JX 2024` in a record finds the entry; the year stays with the record.
journal-of-examples:
  title: Journal of Examples
  short: JX
  kind: journal
"""

ABOUT = """\
---
title: About
---
Say here what this archive is, who keeps it, and how others can add to it.

The three papers that came with it are made up. Delete them when you have added your own.
"""

FIRST = """\
---
# yaml-language-server: $schema=../../../record.schema.json
title: 'An Invented Paper: The Smallest Archive That Works'
authors: [Ada B. Example, Quentin de la Muestra]
date: 2024-05-17
venue: JX 2024
pages: 1-12
tags: [archives, examples]
---
This paper does not exist. It shows what a record looks like: keys above, the abstract below, with math
such as $n \\log n$ where it is needed.
"""

SECOND = """\
---
# yaml-language-server: $schema=../../../record.schema.json
title: A Second Invented Paper, Known by Its Number of Authors
author_count: 5
date: 2024-11
tags: [examples]
tldr: Where the names are not known, their number will do.
---
This paper does not exist either. Its source gave no names, only how many authors there were.
"""

THIRD = """\
# yaml-language-server: $schema=../../../record.schema.json
title: A Third Invented Paper, Written in YAML Alone
authors:
  - A. B. Example
  - {literal: The Example Group}
date: 2025
type: report
institution: Institute of Examples
tags: [archives]
related:
  - {rel: extends, id: the-smallest-archive}
abstract: >-
  A record may also be a YAML file, or a list of records in one. This paper, too, is made up.
"""

README = """\
# My paper archive

Each file below `content/papers/` is one paper.

    papershelf new "Title of a paper"    a file ready to fill
    papershelf check                     what is wrong, with line and column
    papershelf serve                     the site on this machine, built anew on every save
    papershelf build                     the site in output/
"""

FILES = {
    "site.yaml": SITE,
    "content/people.yaml": PEOPLE,
    "content/venues.yaml": VENUES,
    "content/pages/about.md": ABOUT,
    "content/papers/2024/the-smallest-archive.md": FIRST,
    "content/papers/2024/number-of-authors.md": SECOND,
    "content/papers/2025/yaml-alone.yaml": THIRD,
    "README.md": README,
    ".gitignore": "/output/\n/.cache/\n",
}
"""Path -> text."""
