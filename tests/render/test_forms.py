"""Links by which readers mend an archive: they lead to forms that there are, filled in, and to the record's file."""

import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import yaml

from tests.conftest import ROOT
from tests.pages.sample import full
from tests.render.test_pages import addresses, pages, rendered

FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
REPOSITORY = "https://github.com/example/archive"


def test_every_form_that_a_page_links_to_is_there_with_the_fields_that_the_link_fills() -> None:
    asked: dict[str, set[str]] = {}
    for text in pages(rendered(full())).values():
        for address in map(unescape, addresses(text)):
            if address.startswith(f"{REPOSITORY}/issues/new"):
                query = dict(parse_qsl(urlsplit(address).query, strict_parsing=True))
                asked.setdefault(query.pop("template"), set()).update(query)
    assert asked == {"add-paper.yml": set(), "report-problem.yml": {"paper"}}
    for name, filled in asked.items():
        form = yaml.safe_load((FORMS / name).read_text(encoding="utf-8"))
        assert filled <= {field["id"] for field in form["body"]}


def test_a_paper_s_page_says_which_paper_it_is_and_where_its_record_stands() -> None:
    planned = full()
    text = pages(rendered(planned))["papers/whole/index.html"]
    links = {match[2]: unescape(match[1]) for match in re.finditer(r'href="([^"]+)">([^<]+)', text)}
    assert dict(parse_qsl(urlsplit(links["Report a problem"]).query))["paper"] == "whole"
    assert links["Edit this record"] == f"{REPOSITORY}/edit/main/{planned.by_id['whole'].source}"
