"""What people write who come from other formats and generators, and what it is called in a record."""

from papershelf.lib.advice import Advice
from papershelf.model.id_schemes import SCHEMES

_ELSEWHERE = "remove it: layouts and addresses follow from what a record is"
_LINKS = {
    "code": "url_code github repo repository code_url source_code url_source",
    "data": "url_data",
    "dataset": "url_dataset dataset_url",
    "demo": "url_demo demo_url",
    "project": "url_project project_page html",
    "website": "homepage",
    "video": "url_video video_url youtube",
    "slides": "url_slides presentation url_slides_pdf",
    "poster": "url_poster",
    "supplement": "supp supplementary supplemental appendix url_supplement",
    "blog": "url_blog blogpost",
    "model": "url_model",
    "tweet": "twitter",
}
_KEYS = {
    # BibTeX, RIS and CSL
    "pages": "page",
    "venue": "booktitle journal conference container-title container_title publication journaltitle proceedings",
    "date": "year published issued publishdate publication_date date_published",
    "tags": "keywords keyword topics categories category subjects",
    "abstract": "summary description",
    "authors": "author",
    "editors": "editor",
    "issue": "number_of_issue",
    "place": "address location",
    "institution": "school university",
    "arxiv": "eprint arxiv_id arxivid",
    "doi": "doi_url",
    "language": "lang langid",
    "bibkey": "citekey citation_key cite_key",
    "note": "annote comment",
    "title_short": "shorttitle short_title title-short",
    # Hugo, HugoBlox, Jekyll and al-folio
    "id": "slug key",
    "pdf": "file url_pdf pdf_url paper_url download",
    "tldr": "tl;dr teaser excerpt",
    "updated": "lastmod last_modified_at modified",
    "added": "date_added created",
    "featured": "selected pinned",
    "image": "preview thumbnail cover banner",
    "awards": "award honors honours",
    "status": "publication_status",
    "type": "publication_types entrytype publication_type",
    "organization": "organisation",
    "license": "licence copyright rights",
    "extra": "custom meta",
    "aliases": "redirect_from",
    "versions": "version",
}
_SENTENCES = {
    "layout": _ELSEWHERE,
    "permalink": "remove it; where this former address must lead here, write aliases: [<permalink>]",
    "weight": _ELSEWHERE,
    "nav": _ELSEWHERE,
    "toc": _ELSEWHERE,
    "bibtex_show": "remove it: every paper shows how to cite it",
    "abbr": "write venue: <abbr> with its year, and short: <abbr> in content/venues.yaml",
    "publication_short": "write venue: <publication>, and short: <publication_short> in content/venues.yaml",
    "firstpage": "write pages: <firstpage>-<lastpage>",
    "lastpage": "write pages: <firstpage>-<lastpage>",
    "month": "write it in `date: YYYY-MM`",
    "day": "write it in `date: YYYY-MM-DD`",
    "archiveprefix": "remove it: `arxiv:` needs only the id",
    "primaryclass": "remove it; as a tag it is tags: [<primaryclass>]",
    "series_editor": "write `editors: [...]`",
    "orcid": "write it with its author: {name: ..., orcid: <orcid>}",
    "affiliation": "write it with its author: {name: ..., affiliation: <affiliation>}",
    "affiliations": "write them with their authors: {name: ..., affiliation: ...}",
}
_VALUES = {
    # The numbers are those of HugoBlox's publication_types.
    "inproceedings": "1 conference proceedings conference-paper paper-conference conferencepaper cpaper",
    "article": "2 journal journal-article article-journal journalarticle magazine",
    "thesis": "7 phdthesis mastersthesis dissertation phd-thesis masters-thesis",
    "report": "4 techreport technical-report technicalreport tech-report",
    "chapter": "6 incollection inbook book-chapter bookchapter",
    "book": "5 monograph",
    "preprint": "3 unpublished arxiv working-paper",
    "patent": "8",
    "dataset": "data",
    "software": "program",
    "accepted": "forthcoming in-press to-appear",
    "retracted": "retraction",
    "corrected": "correction erratum",
    "code": "github gitlab repo repository source",
    "project": "website homepage page",
    "video": "youtube talk recording",
    "supplement": "supplementary appendix supp",
    "pmid": "pubmed",
    "hdl": "handle",
    "openreview": "open-review",
    "acl": "anthology acl-anthology",
    "s2": "semantic-scholar semanticscholar",
    "part-of": "partof",
    "version-of": "version versionof",
}


def _spread(table: dict[str, str]) -> dict[str, str]:
    return {word: ours for ours, words in table.items() for word in words.split()}


RECORD_ADVICE = Advice(
    keys=_spread(_KEYS)
    | {word: f"links.{kind}" for kind, words in _LINKS.items() for word in (kind, *words.split())}
    | {scheme: f"ids.{scheme}" for scheme in SCHEMES}
    | _SENTENCES,
    values=_spread(_VALUES),
)
"""For keys and values of a record that are none: what to write instead."""
