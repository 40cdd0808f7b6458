"""What programs read of microformats2, as mf2py does: posts, people, lists of posts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import need_module

SITE = "https://stories.lindenmark.example"


def items(sample: Path, address: str) -> list[dict[str, Any]]:
    """Return what stands on a page, and what stands within that."""
    page = (sample / "output" / address / "index.html").read_text(encoding="utf-8")
    parsed = need_module("mf2py").parse(doc=page, url=f"{SITE}/{address}")
    return list(unfold(parsed["items"]))


def unfold(found: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for item in found:
        yield item
        yield from unfold(item.get("children", []))


def of_kind(kind: str, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [item["properties"] for item in found if kind in item["type"]]


@pytest.fixture(scope="module")
def post_address(sample: Path) -> str:
    file = next((sample / "output").glob("20*/four-metres-to-the-left/index.html"))
    return f"{file.parent.relative_to(sample / 'output').as_posix()}/"


def test_a_post_is_an_entry(sample, post_address):
    (entry,) = of_kind("h-entry", items(sample, post_address))

    assert entry["url"] == entry["uid"] == [f"{SITE}/{post_address}"]
    assert {*entry} >= {"name", "summary", "published", "author", "content", "category"}
    for author in entry["author"]:
        assert author["type"] == ["h-card"]
        assert author["properties"]["url"][0].startswith(f"{SITE}/staff/")


def test_a_colleague_is_a_card_with_their_pages(sample):
    found = items(sample, "staff/zoe-lukasik/")

    card = of_kind("h-card", found)[0]
    assert card["name"] == ["Zoë Łukasik"]
    assert card["uid"] == [f"{SITE}/staff/zoe-lukasik/"]
    assert {*card} >= {"job-title", "org", "note", "url"}


@pytest.mark.parametrize("address", ["", "topics/books/", "staff/zoe-lukasik/", "2026/"])
def test_a_list_is_a_feed_of_entries(sample, address):
    (feed,) = [item for item in items(sample, address) if "h-feed" in item["type"]]

    entries = of_kind("h-entry", feed["children"])
    assert entries
    for entry in entries:
        assert {*entry} >= {"name", "url", "published", "author"}
