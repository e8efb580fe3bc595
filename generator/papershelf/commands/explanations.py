"""What each kind of problem means, why it matters, and how to mend it: for ``papershelf check --explain``."""

EXPLANATIONS = {
    "yaml": (
        "The text is not YAML, or YAML that hides something. Papershelf takes a strict part of YAML "
        "1.2: every value is text; no anchors, aliases or tags; no key twice. Most often a text needs "
        "quotes: title: 'A: B'."
    ),
    "front-matter": (
        "A Markdown file begins with a line of three hyphens, then YAML, then another line of three "
        "hyphens; below them stands the abstract, or notes where the YAML has an abstract."
    ),
    "encoding": (
        "A file or text was damaged on its way: it is not UTF-8, was decoded twice, or holds "
        "characters nobody sees. Save the file as UTF-8 and type the marked text again."
    ),
    "file": (
        "A file or folder cannot be read, or would be left out. Links are not followed, so that "
        "nothing outside the archive is published by accident."
    ),
    "unknown-key": (
        "No record, person, venue or setting has this key. An unknown key is an error because a "
        "misspelt one would be lost without a word. Anything of your own goes below `extra:`."
    ),
    "missing-key": "A key without which nothing can be published: a record needs a title and a date.",
    "value": "The value is not of the kind that its key takes; the message says what is wanted.",
    "cut-text": (
        "In YAML a # behind a space begins a comment, so `title: Lessons from issue #5` is the title "
        "`Lessons from issue`. Put such a text in quotes, and comments on lines of their own."
    ),
    "layout": "A layout of the archive cannot be read, or none asks for it.",
    "addresses": (
        "Each page has one address, and some addresses are the site's own. Two claims on one would "
        "hide a page."
    ),
    "authors": (
        "The list of authors names someone twice, has several people in one entry, or disagrees with "
        "`author_count`."
    ),
    "bibtex": (
        "The `bibtex` of a record is given to readers as it is and stands in the download of all "
        "entries: one entry that does not parse, or a @preamble or @string in it, would spoil the "
        "whole. Keys must differ."
    ),
    "chronology": (
        "A date lies in the future or before another that should precede it; most often a digit is wrong."
    ),
    "conflicts": (
        "A merge conflict of Git was committed with the text. Keep one side and delete the marker lines."
    ),
    "venues": (
        "The venue holds more than its name and year, so that its papers would be filed under another venue."
    ),
    "volumes": (
        "A volume in venues.yaml is known by its year, volume or issue, which its papers say too. One "
        "that says none, or the same as another, has no papers."
    ),
    "duplicates": (
        "Two records have one id, DOI or arXiv id, or look alike. Keep one, or say how they are "
        "related: related: [{rel: version-of, id: ...}]."
    ),
    "files": "A record offers a file that is not in content/static/.",
    "home": (
        "The home page is to show a period that no paper's date is exact enough for, or featured papers "
        "where none is."
    ),
    "markdown": "A text that no person wrote: nested or marked so much that it would take minutes to read.",
    "links": "A link within the site leads to a page or file that is not there.",
    "markup": (
        "A text holds TeX or HTML that has no meaning here and would be shown as it is. "
        "Write Markdown, $math$ or the letter meant."
    ),
    "statics": (
        "A file in content/static/ would not be served, or could run on the site's own origin, "
        "which site.yaml must allow."
    ),
    "terms": "Two different terms of a taxonomy would share one address, and so one page.",
    "mathematics": "A dollar sign opens math that never ends. Write \\$ for a dollar.",
    "names": (
        "A name holds what is no part of it: a degree, a title, an affiliation, a footnote mark, TeX; "
        "or it is an organisation, which needs `literal:`. Names lead to the people's pages and into "
        "citations."
    ),
    "people": "Two people or venues claim one name, or one points at nobody.",
    "ranges": "A range ends before it begins.",
    "references": "A record refers to a record or person that is not in the archive.",
    "status": "Status and notices disagree: who reads that a paper is retracted should learn why.",
}
"""Code of a problem -> explanation. The code of what a check finds is the name of its module."""
