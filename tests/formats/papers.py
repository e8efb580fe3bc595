"""Generated papers with every field a format may carry, and texts that formats trip over."""

from typing import Any

from hypothesis import strategies as st
from papershelf.model.paper import Paper
from papershelf.model.record import Record
from papershelf.model.work_types import BY_NAME, WORK_TYPES
from pydantic import TypeAdapter

RECORDS = TypeAdapter(Record)
KINDS = [row.name for row in WORK_TYPES]


def record(**fields: Any) -> Record:
    """Return a record made of what its file would say."""
    return RECORDS.validate_python({"id": "a-paper", "title": "A paper", "date": "2024", **fields})


LETTERS = "abcXYZ0189 éßøŁçñ中文שלוםπ–’“"
HOSTILE = LETTERS + r"""%_&#~^\{}$"'<>@=+-,;:.!?()[]/|*`"""


def texts(alphabet: str = HOSTILE, longest: int = 60) -> st.SearchStrategy[str]:
    """Texts of one line that are not empty."""
    pieces = st.sampled_from(
        [r"\alpha", r"$x^2$", r"$\frac{a}{b}$", "{BERT}", "LLMs", " 100% ", r"\"o", "</script>", "]]>"]
    )
    words = st.lists(st.text(alphabet, min_size=1, max_size=8) | pieces, min_size=1, max_size=longest // 8)
    return words.map("".join).map(lambda text: " ".join(text.split())).filter(bool)


WORDS = st.text("abcdeÉñłO'", min_size=1, max_size=6).map(lambda text: "B" + text.strip("'") + "e")


def _family(words: list[str]) -> str:
    return " ".join(words)


NAMES = st.one_of(
    st.builds(
        lambda given, particle, family, suffix: {
            "given": given,
            "family": family,
            **({"particle": particle} if particle else {}),
            **({"suffix": suffix} if suffix else {}),
        },
        st.lists(WORDS, min_size=1, max_size=2).map(_family) | st.just("J. R."),
        st.sampled_from(["", "", "van der", "de la", "von"]),
        st.lists(WORDS, min_size=1, max_size=2).map(_family) | st.just("Ruyter van Steveninck"),
        st.sampled_from(["", "", "Jr.", "III"]),
    ),
    st.builds(lambda words: {"literal": " ".join(words)}, st.lists(WORDS, min_size=1, max_size=3)),
    st.sampled_from([{"literal": "Barnes and Noble"}, {"literal": "欧阳修"}, {"literal": "AT&T {Labs}"}]),
)
DOIS = st.sampled_from(
    ["", "10.1145/3292500.3330701", "10.1002/(SICI)1097-0258<1::AID-X>3.0.CO;2-#", "10.1000/a_b%c"]
)
DATES = st.sampled_from(["2024", "1999-05", "2024-02-29"])


@st.composite
def papers(draw: st.DrawFn, id: str = "a-paper") -> Paper:
    """Papers of every kind."""
    optional = st.just("") | texts(LETTERS, 20)
    kind = draw(st.sampled_from(KINDS))
    fields = {
        "id": id,
        "type": kind,
        "title": draw(texts()),
        "subtitle": draw(st.just("") | texts(longest=16)),
        "title_short": draw(st.just("") | texts(longest=16)),
        "authors": draw(st.lists(NAMES, max_size=4)),
        "editors": draw(st.lists(NAMES, max_size=2)),
        "date": draw(DATES),
        "added": draw(st.just("") | DATES),
        "venue": draw(st.just("") | texts(longest=24)),
        "volume": draw(optional),
        "issue": draw(optional),
        "number": draw(optional),
        "pages": draw(st.sampled_from(["", "1-9", "e17134"])),
        "article_number": draw(st.sampled_from(["", "e9"])),
        "title_original": draw(optional),
        "title_translated": draw(optional),
        "degree": draw(st.sampled_from(["", "PhD thesis"])) if kind == "thesis" else "",
        BY_NAME[kind].publisher: draw(optional),
        "place": draw(optional),
        "series": draw(optional),
        "edition": draw(optional),
        "isbn": draw(st.sampled_from(["", "978-3-16-148410-0"])),
        "doi": draw(DOIS),
        "arxiv": draw(st.sampled_from(["", "2302.06675", "hep-th/9901001"])),
        "url": draw(st.sampled_from(["", "https://example.org/a_b?c=%20d&e=~f#g"])),
        "pdf": draw(st.sampled_from(["", "https://example.org/x.pdf"])),
        "language": draw(st.sampled_from(["", "en", "pt-BR"])),
        "status": draw(st.sampled_from(["", "accepted", "retracted"])),
        "license": draw(st.sampled_from(["", "CC-BY-4.0"])),
        "tags": draw(st.lists(texts("abc de,&%", 16).filter(lambda tag: tag.strip(", ") == tag), max_size=3)),
        "note": draw(st.just("") | texts(longest=24)),
        "abstract": draw(st.just("") | texts(longest=120)),
        "event": draw(
            st.sampled_from(
                [None, {"name": "Conf & Co", "place": "Kraków", "start": "2024-05-01", "end": "2024-05-03"}]
            )
        ),
        "ids": draw(st.sampled_from([{}, {"pmid": "123", "openreview": "xYz_1"}])),
    }
    return Paper(record=record(**{key: value for key, value in fields.items() if value}))
