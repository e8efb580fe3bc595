"""What people write who come from other formats and generators, and what it is called in a record."""

from papershelf.typed_yaml import Advice

_ELSEWHERE = "remove it: layouts and addresses follow from what a record is"
_LINKS = {
    "code": "url_code github repo repository code_url source_code",
    "data": "url_dataset url_data dataset_url",
    "demo": "url_demo demo_url",
    "project": "url_project website homepage project_page html",
    "video": "url_video video_url youtube",
    "slides": "url_slides presentation",
    "poster": "url_poster",
    "supplement": "supp supplementary supplemental appendix url_supplement",
}
_KEYS = {
    # BibTeX, RIS and CSL
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
    "permalink": "remove it; where a former address must lead here, write `aliases: [old/address/]`",
    "weight": _ELSEWHERE,
    "nav": _ELSEWHERE,
    "toc": _ELSEWHERE,
    "bibtex_show": "remove it: every paper shows how to cite it",
    "abbr": "write `venue: ...`, and its abbreviation as `short:` in content/venues.yaml",
    "publication_short": "write `venue: ...`, and its abbreviation as `short:` in content/venues.yaml",
    "firstpage": "write `pages: first-last`",
    "lastpage": "write `pages: first-last`",
    "page": "write `pages: first-last`",
    "month": "write it in `date: YYYY-MM`",
    "day": "write it in `date: YYYY-MM-DD`",
    "openreview": "write `ids: {openreview: ...}`",
    "pmid": "write `ids: {pmid: ...}`",
    "acl": "write `ids: {acl: ...}`",
    "dblp": "write `ids: {dblp: ...}`",
    "hdl": "write `ids: {hdl: ...}`",
    "url_source": "write `links: {code: ...}`",
    "url_slides_pdf": "write `links: {slides: ...}`",
    "archiveprefix": "remove it: `arxiv:` needs only the id",
    "primaryclass": "write it as a tag",
    "series_editor": "write `editors: [...]`",
    "orcid": "write it with its author: `{name: ..., orcid: ...}`",
    "affiliation": "write it with its author: `{name: ..., affiliation: ...}`",
    "affiliations": "write them with their authors: `{name: ..., affiliation: ...}`",
}
_VALUES = {
    "inproceedings": "conference proceedings conference-paper paper-conference conferencepaper cpaper",
    "article": "journal journal-article article-journal journalarticle magazine",
    "thesis": "phdthesis mastersthesis dissertation phd-thesis masters-thesis",
    "report": "techreport technical-report technicalreport tech-report",
    "chapter": "incollection inbook book-chapter bookchapter",
    "book": "monograph",
    "preprint": "unpublished arxiv working-paper",
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
    | {word: f"write `links: {{{kind}: ...}}`" for word, kind in _spread(_LINKS).items()}
    | {kind: f"write `links: {{{kind}: ...}}`" for kind in _LINKS}
    | _SENTENCES,
    values=_spread(_VALUES),
)
"""For keys and values of a record that are none: what to write instead."""
