"""What search engines read of pages: JSON-LD, as extruct finds it and schema.org's types allow."""

import json
import re
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import need_module
from tests.site.kinds import one_of_each_kind
from tests.typescript import told_by_compiler

SITE = "https://stories.lindenmark.example"
POST = "2026/four-metres-to-the-left/"
COLLEAGUE = "staff/zoe-lukasik/"
SERIES = "series/the-yearly-count/"
# By address: of which types the things on it are, besides the organisation.
PAGES = {
    "":              {"Blog"},
    "fr/":           {"Blog"},
    POST:            {"BlogPosting", "BreadcrumbList"},
    COLLEAGUE:       {"ProfilePage", "BreadcrumbList"},
    "staff/":        {"BreadcrumbList"},
    "topics/":       {"BreadcrumbList"},
    "topics/books/": {"BreadcrumbList"},
    "2026/":         {"BreadcrumbList"},
    "feeds/":        {"BreadcrumbList"},
    "values/":       {"BreadcrumbList"},
    "search/":       {"BreadcrumbList"},
    SERIES:          {"BreadcrumbList"},
}  # fmt: skip
MODULE = """\
import type { Graph } from "schema-dts";
export const graph: Graph = %s;
"""


def read_page(sample: Path, address: str) -> str:
    return (sample / "output" / address / "index.html").read_text(encoding="utf-8")


def read_graph(sample: Path, address: str) -> dict[str, Any]:
    """Return what extruct finds on a page, which has to be one graph."""
    page = read_page(sample, address)
    found = need_module("extruct").extract(page, base_url=f"{SITE}/{address}", syntaxes=["json-ld"])
    (graph,) = found["json-ld"]
    assert isinstance(graph, dict)
    return graph


def thing(graph: Mapping[str, Any], kind: str) -> dict[str, Any]:
    (found,) = [each for each in graph["@graph"] if each["@type"] == kind]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("address", PAGES)
def test_a_page_has_the_things_of_its_kind(sample, address):
    graph = read_graph(sample, address)

    assert {each["@type"] for each in graph["@graph"]} == PAGES[address] | {"Organization"}
    assert thing(graph, "Organization")["url"] == f"{SITE}/"


def test_a_post_tells_who_wrote_it_and_when(sample):
    posting = thing(read_graph(sample, POST), "BlogPosting")

    assert posting["url"] == f"{SITE}/{POST}"
    assert posting["author"][0]["@id"].startswith(f"{SITE}/staff/")
    assert re.fullmatch(r"2026-08-20T.+[+Z].*", posting["datePublished"])
    assert "dateModified" not in posting
    assert (sample / "output" / posting["image"]["url"].removeprefix(f"{SITE}/")).is_file()


def test_a_colleague_is_a_person_of_the_organisation(sample):
    graph = read_graph(sample, COLLEAGUE)
    person = thing(graph, "ProfilePage")["mainEntity"]

    assert (person["@type"], person["name"]) == ("Person", "Zoë Łukasik")
    assert person["worksFor"]["@id"] == thing(graph, "Organization")["@id"]
    assert person["@id"] == f"{SITE}/{COLLEAGUE}#person"


@pytest.mark.parametrize("address", [address for address in PAGES if "fr" not in address])
def test_every_step_of_a_trail_is_a_page(sample, address):
    trails = [each for each in read_graph(sample, address)["@graph"] if "itemListElement" in each]

    for step in trails[0]["itemListElement"] if trails else ():
        assert read_page(sample, step["item"].removeprefix(f"{SITE}/"))


def test_what_nobody_is_to_list_has_no_things(sample):
    for file in [*(sample / "output/share").rglob("*.html"), sample / "output/404.html"]:
        assert "ld+json" not in file.read_text(encoding="utf-8"), file


def test_no_title_ends_the_element_that_it_stands_in(small_site):
    small_site.post("end", fields={"title": "'</script><b>&amp; <!--'", "slug": "end"})

    assert small_site.run().status == 0
    page = (small_site.output / "2026/end/index.html").read_text(encoding="utf-8")
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert thing(json.loads(text), "BlogPosting")["headline"] == "</script><b>&amp; <!--"
    assert page.count("</script>") == 1


def test_schema_org_knows_everything_on_a_page_of_each_kind(kinds, tmp_path):
    graphs = {
        f"home-{address.replace('/', '-')}": read_graph(kinds.root, address)
        for address in one_of_each_kind(kinds.output)
        if not address.endswith(".html") and is_listed(read_page(kinds.root, address))
    }

    assert len(graphs) > len(PAGES)
    assert all(thing(graph, "Organization")["url"] == f"{SITE}/" for graph in graphs.values())
    assert told_by_compiler(tmp_path, "schema-dts", MODULE, graphs) == {}


def is_listed(page: str) -> bool:
    """Whether search engines may list a page, and find something there."""
    return 'content="noindex"' not in page and 'http-equiv="refresh"' not in page


def test_what_schema_org_does_not_know_is_found(sample, tmp_path):
    posting = read_graph(sample, POST)
    graphs = {}
    for key, value in {"headLine": "Night", "author": {"@type": "Persona"}, "url": 3}.items():
        graphs[key] = deepcopy(posting)
        thing(graphs[key], "BlogPosting")[key] = value

    assert told_by_compiler(tmp_path, "schema-dts", MODULE, graphs).keys() == graphs.keys()
