"""What there is to say about a query, in the sentences of `layouts/assets/js/ui/search/notes.js`."""

from typing import Final

from papershelf.search.query import Note

_DATE: Final = "it is written like 2020, 2020-05 or 2020-05-01"
_FORMS: Final = {
    "year": f"; {_DATE}, or as a span like 2019..2022",
    "in": f"; {_DATE}, or as a span like 2019..2022",
    "added": f"; {_DATE}, or as a span like 2019..2022",
    "before": f"; {_DATE}",
    "after": f"; {_DATE}",
    "has": "; has: takes code, data, pdf, demo or video",
}
_SENTENCES: Final = {
    "cut": "Only the first 2,000 characters were searched.",
    "long": "Of so long a query, the words in very many papers were left out.",
    "quote": "A quotation mark is missing its partner.",
    "understood": "{word} was taken as the {name}; in quotes it is searched as a word.",
    "misfit": "No paper fits with {word} as the {name}; it was searched as a word.",
    "phrase": "The quoted words were not found together; showing papers with these words.",
    "id": "No paper here has the identifier {value}.",
    "unknown": "No paper has {word}.",
    "field": "There is no field {name}; it was searched as a word.",
    "value": "No paper can have {name}:{value}{form}.",
    "completed": "No paper has the word {word}; showing results for words that begin so.",
    "wide": "Too many words are like {word} to search them all; a letter more makes them fewer.",
    "widened": "Few papers have {word}, none with the other words; showing results for {used} too.",
    "corrected": "No paper has {word}; showing results for {used}.",
    "unread": "None of the best {value} papers with these words has them together; the others were not read.",
    "stopped": "These words are too common to search for: {used}.",
}


def sentence(note: Note) -> str:
    """Return a note as a sentence."""
    used = note.get("used", [])
    shown = {"word": " ".join(used), "form": _FORMS.get(str(note.get("name")), "")}
    joined = (" " if note["kind"] == "stopped" else ", ").join(used)
    return _SENTENCES[str(note["kind"])].format(**{**shown, **note, "used": joined})
