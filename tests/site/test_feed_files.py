"""Every feed that the sample has: its form, and what it refers to."""

import json
import re
import subprocess
from datetime import datetime
from urllib.parse import unquote

import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from tests.conftest import need
from tests.feeds.test_json_feed import SCHEMA

SITE = "https://stories.lindenmark.example/"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")
IMAGE = re.compile(r'<img [^<>]*\bsrc="([^"]+)"')
# What readers' sanitisers drop, or drop the element for.
OURS = re.compile(r'<[^<>]* (?:class|style|tabindex|loading|decoding|role|srcset|aria-\w+)="')


@pytest.fixture(scope="module")
def folder(sample):
    return sample / "output/feeds"


@pytest.fixture(scope="module")
def items(folder) -> list[dict]:
    """The items of every JSON Feed; other forms say the same."""
    files = folder.rglob("*.json")
    return [item for file in files for item in json.loads(file.read_bytes())["items"]]


def test_each_is_well_formed(folder):
    files = [*map(str, folder.rglob("*.xml")), str(folder / "feeds.opml")]

    done = subprocess.run([need("xmllint"), "--noout", *files], capture_output=True, text=True)

    assert len(files) > 40
    assert (done.returncode, done.stderr) == (0, "")


def test_each_json_feed_has_the_form_that_the_standard_describes(folder):
    for file in folder.rglob("*.json"):
        Draft202012Validator(SCHEMA).validate(json.loads(file.read_bytes()))


def test_dates_are_written_as_the_internet_writes_them(items):
    for item in items:
        for key in ("date_published", "date_modified"):
            assert RFC_3339.fullmatch(item[key])
            assert datetime.fromisoformat(item[key]).tzinfo


def test_every_picture_that_a_feed_names_is_there(folder, sample, items):
    named = {item["image"] for item in items}
    named |= {url for item in items for url in IMAGE.findall(item["content_html"])}
    for file in folder.rglob("*.xml"):
        named |= {each.get("url") for each in etree.parse(file).iter("{*}content", "{*}thumbnail")}
    files = {url.removeprefix(SITE) for url in named - {None}}

    assert len(files) > 10
    assert {name for name in files if not (sample / "output" / unquote(name)).is_file()} == set()


def test_every_entry_shows_a_picture_and_nothing_that_is_for_our_pages_alone(items):
    for item in items:
        html = item["content_html"]
        assert IMAGE.search(html), item["title"]
        assert not OURS.search(html), item["title"]
        for reference in ('href="/', 'src="/', 'href="../'):
            assert reference not in html, item["title"]
