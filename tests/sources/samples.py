"""Small files of every kind of source, with the quirks that real ones have; names and papers are made up."""

BIBTEX = r"""﻿% Encoding: UTF-8
@string{jx = "Journal of Examples"}
@article{, title={First Without a Key}, author={Doe, Ann}, year=2001, journal=jx}
@article{, title={Second Without a Key}, author={Roe, Bob}, year=2002, journal = jx # " B"}
@article{comma, title={Without a Comma} author={Poe C and Roe B}, year=2003}
@article{joined, title="Joined " # undefined # "Strings", author={Doe, Ann and others}, year = {2004a}, month = mar}
@article{brace, title={Without a Brace}, author={Roe, Bob}, year=2005
@inproceedings{child, title={A {H$_2$O} Child, 5\textsuperscript{th}}, author={M{\"u}ller, J{\"o}rg}, crossref={volume},
  abstract={With $x^2$, a\_b and \emph{stress}.}, pages={1--9}, howpublished={https://doi.org/10.5555/child}}
@proceedings{volume, title={Proceedings of Examples}, editor={Poe, Ed}, year=2006, publisher={Sample House}}
@misc{pre, title={A Preprint}, author={Smith J, Doe AB}, year={2007}, eprint={0706.0001},
  url={https://arxiv.org/abs/0706.0001}}
@article{site, title={With Fields of a Site}, author={Doe, Ann}, year={2008}, abbr={JX}, selected={true},
  pdf={https://example.org/x.pdf}, code={https://example.org/code}, video={https://example.org/v}, award={Best Paper},
  preview={x.png}, website={https://example.org/}, journal={Examples}}
@article{press, title={In Press}, author={Doe, Ann}, year={in press}}
@article{brace, title={A Key Twice}, author={Roe, Bob}, year=2009}
"""

RIS = """﻿1. TY  - JOUR
AU  - Doe, Ann
TI  - A Title
 goes on
PY  - 2001/05//
SP  - 1
EP  - 9
JO  - Examples
TY - CONF
AU - Roe, Bob
T1 - Without a Closing Line
Y1 - 2002

2.
TY  - JOUR
A1  - Poe, Cy
T1  - Third
PY  - 2003
UR  - https://doi.org/10.5555/third
ER  -
"""

SCIENCE = """FN Clarivate
PT J
AU Doe, A
   Roe, B
AF Doe, Ann
   Roe, Bob
TI On the Growth
   of Samples
SO EXAMPLES
PY 2011
BP 1
EP 9
DE one; two
DI 10.5555/wos
ER
EF
"""

CSL = (
    '[{"id": "a", "type": "article-journal", "title": "One", "author": [{"family": "Doe", "given": "Ann"}],\n'
    ' "issued": {"date-parts": [["2001", "5"]]}, "note": null},\n 7,\n'
    '{"id": "b", "title": ["Two"], "author": [{"literal": "Us"}],\n'
    '"issued": {"date-parts": [[null]], "raw": "2002"}},\n'
    '{"id": "c", "title": "cut off'
)

CROSSREF = """{"message-type": "work-list", "message": {"items": [
 {"DOI": "10.5555/a", "type": "posted-content", "title": [], "original-title": ["原題"],
  "author": [{"family": "Ann Doe"}], "issued": {"date-parts": [[null]]},
  "created": {"date-parts": [[2010, 1, 2]]}}, {}]}}"""

DATACITE = """{"data": [{"attributes": {"doi": "10.5555/b", "titles": [{"title": "T <em>x</em>"}],
 "publicationYear": 2018, "creators": [{"name": "Doe, Ann;Roe, Bob"}],
 "dates": [{"date": "2019-01-01", "dateType": "Issued"}],
 "language": "English"}},
 {"attributes": {"doi": "10.5555/c", "titles": [{"title": "(:unav)"}], "publicationYear": 0}}]}"""

ACL = """<?xml version='1.0' encoding='UTF-8'?>
<collection id="2022.abc"><volume id="1"><meta><booktitle>Proceedings of ABC</booktitle>
<editor><first>Ed</first><last>Poe</last></editor><publisher>The Society</publisher><year>2022</year></meta>
<frontmatter><url>2022.abc-1.0</url></frontmatter>
<paper id="1"><title>On <fixed-case>BERT</fixed-case> and <tex-math>x_1</tex-math></title>
<author id="ann-doe-x"><first>Ann</first><last>Doe</last></author><pages>1\u201310</pages>
<bibkey>doe-2022</bibkey></paper>
<paper id="2"><title>Index</title></paper></volume></collection>"""

PMLR = """---
title: Adaptive \\emph{Samples}
abstract: 'A list: \\begin{itemize} \\item one \\end{itemize} of \\emphtrue \\textpolylog n and \\textbf{bold}'
layout: inproceedings
id: doe ann17a
month: 0
firstpage: 1383
lastpage: 1416
author:
- given: Hal DaumÃ©
  family: III
date: 2017-06-18
publisher: PMLR
container-title: Proceedings of Learning
volume: '65'
pdf: http://example.org/doe ann17a.pdf
---
"""

HUGO = """---
title: A Publication
authors: [admin, Ann Doe]
date: '2013-07-01T00:00:00Z'
publication_types: ['paper-conference']
publication: In *Proceedings of Sites*
publication_short: In *PS*
url_pdf: https://example.org/p.pdf
url_code: ''
featured: true
---
{{% callout note %}} Click {{% /callout %}}
The abstract.
"""

JOSS = """---
title: 'Sample: a package'
tags: [Python]
authors:
  - name: Ann B. Doe
    orcid: 0000-0002-1825-0097
    affiliation: "1, 2"
  - given-names: Ludwig
    dropping-particle: van
    surname: Roe
affiliations:
 - {name: One, index: 1}
 - {name: Two, index: 2}
date: 13 August 2017
---
# Summary
A package.
# Need
"""

HUGGING_FACE = """[{"paper": {"id": "2302.00001", "title": "A Daily Paper", "summary": "Text.",
 "authors": [{"name": "Ann Doe"}], "publishedAt": "2023-02-13T00:00:00.000Z",
 "submittedOnDailyAt": "2023-02-15T00:00:00.000Z", "upvotes": 3},
 "numComments": 2}]"""

OPENREVIEW = """{"notes": [{"id": "abcDEF123", "invitation": "X.cc/2021/Conference/-/Blind_Submission", "content":
 {"title": "A Note", "authors": ["Ann Doe"], "abstract": "A.", "pdf": "/pdf/x.pdf", "venue": "Submitted to X 2021"}},
 {"id": "r1", "forum": "abcDEF123", "content": {"review": "Good."}}]}"""

SEMANTIC_SCHOLAR = """[{"paperId": "f1", "title": "A Paper", "year": 2019, "abstract": null,
 "authors": [{"name": "Ann Doe"}], "externalIds": {"DOI": null, "ArXiv": "1901.00001"},
 "journal": null}, {"paperId": "f2", "title": null}]"""

MINI_CONF = """UID,title,authors,abstract,keywords,sessions
abcDEF1234,A Talk,Ann Doe|Bob Roe,"An abstract, long",one|two|,Mon
"""

TABLE = """Paper Title;Who;Year;DOI
"A Row; quoted";Ann Doe, Bob Roe;2010;https://doi.org/10.5555/row
;nobody;2011;
"""

DAILY = f"""Daily Papers

Dec 25

A Card

{"A long abstract of a card. " * 10}https://github.com/example/code

  • 7 authors
·
Nov 20, 2023 12

A Second Card

{"Another long abstract of a card. " * 10}

  • 1 authors
·
Jan 3
"""

HUGGING_FACE_TEXT = """Title: A Listed Paper
PDF: https://arxiv.org/pdf/2302.00002
Summary: What it says.
---
"""

DUBLIN_CORE = """<record><metadata><oai_dc:dc xmlns:oai_dc="http://x/" xmlns:dc="http://y/">
<dc:title>A Harvest</dc:title><dc:creator>Doe, Ann</dc:creator><dc:description>Text.</dc:description>
<dc:date>2009-01-16</dc:date><dc:date>2008-05-01</dc:date><dc:identifier>http://arxiv.org/abs/0901.0001</dc:identifier>
</oai_dc:dc></metadata></record>"""

DBLP = """<?xml version="1.0" encoding="ISO-8859-1"?><!DOCTYPE dblp SYSTEM "dblp.dtd">
<dblp><article key="journals/x/Doe10"><author>Ann D&ouml;e 0001</author><title>A <i>Title</i>.</title><year>2010</year>
<ee>http://doi.example.org/10.5555/dblp</ee></article><www key="homepages/x"><title>Home Page</title></www></dblp>"""

PUBMED = """<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><Journal><JournalIssue><PubDate>
<MedlineDate>2019 Mar-Apr</MedlineDate></PubDate></JournalIssue><Title>Health</Title></Journal>
<ArticleTitle>[Samples.]</ArticleTitle><Abstract><AbstractText Label="AIM">Why.</AbstractText></Abstract><AuthorList>
<Author><LastName>Doe</LastName><Initials>A</Initials></Author></AuthorList></Article></MedlineCitation></PubmedArticle>
</PubmedArticleSet>"""

JSONL = '{"id": "kept", "title": "Kept", "date": "2001", "abstract": "As <i>it</i> stands"}\nnot json\n[1]\n'

FILES = {
    "a.bib": BIBTEX, "a.ris": RIS, "wos.txt": SCIENCE, "csl.json": CSL, "crossref.json": CROSSREF,
    "datacite.json": DATACITE, "acl.xml": ACL, "_posts/2017-06-18-doe17a.md": PMLR, "publication/x/index.md": HUGO,
    "paper.md": JOSS, "hf.json": HUGGING_FACE, "or.json": OPENREVIEW, "s2.json": SEMANTIC_SCHOLAR,
    "papers.csv": MINI_CONF, "table.csv": TABLE, "daily.txt": DAILY, "hf.txt": HUGGING_FACE_TEXT,
    "oai.xml": DUBLIN_CORE, "dblp.xml": DBLP, "pubmed.xml": PUBMED, "own.jsonl": JSONL,
}  # fmt: skip
"""File -> its text."""
