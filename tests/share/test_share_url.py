from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy.share.networks import read_networks
from advocacy.share.share_url import make_share_url

URL = "https://blog.example.org/2026/night-shift/"
TEXT = "A & B #tag \"quoted\" 'it's' 100% + 1\n<b> مرحبا 👩‍🚀 ?x=y"


@pytest.mark.parametrize(
    ("network", "share_url"),
    [
        ("x", "https://x.com/intent/tweet?text=a%20%26%20b%0Ac"),
        ("linkedin", "https://www.linkedin.com/sharing/share-offsite/"
         "?url=https%3A%2F%2Fblog.example.org%2F2026%2Fnight-shift%2F"),
        ("mastodon", "https://share.joinmastodon.org/#text=a%20%26%20b%0Ac"),
        ("bluesky", "https://bsky.app/intent/compose?text=a%20%26%20b%0Ac"),
        ("facebook", "https://www.facebook.com/sharer/sharer.php"
         "?u=https%3A%2F%2Fblog.example.org%2F2026%2Fnight-shift%2F"),
        ("email", "mailto:?subject=Night%20%2B%20day&body=a%20%26%20b%0D%0Ac"),
        ("threads", "https://www.threads.com/intent/post?text=a%20%26%20b%0Ac"),
        ("whatsapp", "https://api.whatsapp.com/send?text=a%20%26%20b%0Ac"),
        ("telegram", "https://t.me/share/url"
         "?url=https%3A%2F%2Fblog.example.org%2F2026%2Fnight-shift%2F&text=a%20%26%20b%0Ac"),
        ("teams", "https://teams.microsoft.com/share"
         "?href=https%3A%2F%2Fblog.example.org%2F2026%2Fnight-shift%2F&msgText=a%20%26%20b%0Ac"),
        ("reddit", "https://www.reddit.com/submit"
         "?url=https%3A%2F%2Fblog.example.org%2F2026%2Fnight-shift%2F&title=Night%20%2B%20day"),
        ("hacker-news", "https://news.ycombinator.com/submitlink"
         "?u=https%3A%2F%2Fblog.example.org%2F2026%2Fnight-shift%2F&t=Night%20%2B%20day"),
        ("instagram", ""),
        ("signal", ""),
        ("slack", ""),
    ],
)  # fmt: skip
def test_each_networks_composer_gets_what_it_takes(network: str, share_url: str) -> None:
    found = make_share_url(read_networks()[network], "a & b\nc", URL, "Night + day")

    assert found == share_url


@pytest.mark.parametrize("network", sorted(read_networks()))
def test_no_caption_ends_its_parameter(network: str) -> None:
    share_url = make_share_url(read_networks()[network], TEXT, URL, TEXT)

    assert not set(share_url) & set("\"'<>+ \n")
    assert share_url.isascii()
    if "{text}" in read_networks()[network].share_url:
        assert TEXT.replace("\n", "\r\n" if network == "email" else "\n") in unquote(share_url)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_browser_reads_back_what_was_written(text: str) -> None:
    x = urlsplit(make_share_url(read_networks()["x"], text, URL, ""))

    assert parse_qs(x.query, keep_blank_values=True) == {"text": [text]}
    assert not x.fragment


def test_a_text_that_looks_like_a_placeholder_is_not_filled_in() -> None:
    share_url = make_share_url(read_networks()["email"], "{url} {title}", URL, "{text}")

    assert share_url == "mailto:?subject=%7Btext%7D&body=%7Burl%7D%20%7Btitle%7D"


def test_a_long_subject_is_cut() -> None:
    share_url = make_share_url(read_networks()["email"], "", URL, "図書館 " * 100)

    subject = urlsplit(share_url).query.partition("&")[0]
    assert len(subject) <= len("subject=") + 600
    assert unquote(subject).endswith("…")
