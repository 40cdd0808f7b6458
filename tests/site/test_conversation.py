"""What invites readers to answer: where, whom, and what they can expect."""

import re
from types import SimpleNamespace
from typing import cast

import pytest

from advocacy.post import Post
from advocacy.publishing.discussions import make_discussions
from advocacy.share.networks import read_networks


def names(*urls: str) -> list[str]:
    post = cast("Post", SimpleNamespace(discussions=urls))
    return [link.text for link in make_discussions(post, {})]


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.linkedin.com/feed/update/urn:li:activity:7", "LinkedIn"),
        ("https://fr.linkedin.com/posts/7",                        "LinkedIn"),
        ("https://bsky.app/profile/ana.example/post/3k",           "Bluesky"),
        ("https://old.reddit.com/r/libraries/comments/1",          "Reddit"),
        ("https://news.ycombinator.com/item?id=1",                 "Hacker News"),
        ("https://twitter.com/ana/status/1",                       "X"),
        ("https://lobste.rs/s/abc",                                "Lobsters"),
        ("https://mastodon.social/@ana",                           "Mastodon"),
        ("https://books.example/@zoe/115224800331907",             "Mastodon"),
        ("https://books.example/@zoe@other.example/115224800331",  "Mastodon"),
        ("https://forum.example/t/the-night-shift/41/7",           "Discourse"),
        ("https://forum.example/threads/41",                       "forum.example"),
        ("https://notbsky.app/profile/ana",                        "notbsky.app"),
        ("https://medium.example/@ana/a-night-1a2b3c",             "medium.example"),
    ],
)  # fmt: skip
def test_a_discussion_has_the_name_of_its_network(url: str, name: str) -> None:
    assert names(url) == [name]


def test_discussions_of_one_network_are_told_apart() -> None:
    assert names(
        "https://a.example/@ana/115224800331907",
        "https://b.example/@bo/115224800331908",
        "https://www.reddit.com/r/books/1",
        "https://www.reddit.com/r/maps/2",
        "https://bsky.app/profile/ana/post/3k",
    ) == [
        "Mastodon, a.example",
        "Mastodon, b.example",
        "www.reddit.com/r/books/1",
        "www.reddit.com/r/maps/2",
        "Bluesky",
    ]


def test_a_row_of_the_site_gives_its_network_a_name() -> None:
    row = read_networks()["bluesky"]
    own = {"bluesky": type(row)(**{**_fields(row), "name": "Our sky"})}
    post = cast("Post", SimpleNamespace(discussions=("https://bsky.app/profile/ana/post/3k",)))

    assert [link.text for link in make_discussions(post, own)] == ["Our sky"]


def _fields(row: object) -> dict[str, object]:
    return {name: getattr(row, name) for name in row.__dataclass_fields__}  # type: ignore[attr-defined]


def test_no_page_of_the_sample_holds_an_address_in_the_open(sample) -> None:
    """Composers' links have a `mailto:` without an address: there is nothing to harvest."""
    pages = sorted((sample / "output").rglob("*.html"))
    held = {
        file.relative_to(sample).as_posix(): found[0]
        for file in pages
        if (found := re.search(rb"[\w.+-]+@[\w-]+(\.[\w-]+)+", _without_accounts(file)))
    }

    assert len(pages) > 40
    assert held == {}


def _without_accounts(file) -> bytes:
    return re.sub(rb"@[\w.-]+@[\w.-]+", b"", file.read_bytes())


@pytest.mark.browser
def test_a_reader_answers_by_mail_without_script(browser, serve, sample) -> None:
    context = browser.new_context(base_url=serve(sample / "output"), java_script_enabled=False)
    page = context.new_page()

    page.goto("/2025/we-double-booked-the-piano-room/")
    asking = page.locator(".asking")

    mail = asking.get_by_role("link", name="Answer by e-mail").get_attribute("href")
    subject = "We%20gave%20the%20piano%20room"
    assert (mail or "").startswith(f"mailto:stories@lindenmark.example?subject={subject}")
    assert asking.get_by_role("link", name="Mastodon").count() == 1
    policy = asking.get_by_role("link", name="How we talk").get_attribute("href")
    assert policy == "/conversation/"
    footer = page.get_by_role("link", name="Write to us").get_attribute("href")
    assert footer == "mailto:stories@lindenmark.example"
    context.close()


def test_a_site_without_the_page_links_to_none(small_site) -> None:
    small_site.post("clock", fields={"question": "And you?"})
    assert small_site.run().status == 0

    page = (small_site.output / "2026/the-clock/index.html").read_text(encoding="utf-8")

    assert "And you?" in page
    assert "/conversation/" not in page
