import pytest

from advocacy.share.networks import read_networks
from advocacy.share.profile import profile_url


@pytest.mark.parametrize(
    ("network", "handle", "url"),
    [
        ("mastodon", "@ana@example.social",    "https://example.social/@ana"),
        ("mastodon", "ana@example.social",     "https://example.social/@ana"),
        ("mastodon", "@ana",                   ""),
        ("mastodon", "@ana@",                  ""),
        ("mastodon", "@ana@evil.example/x",    ""),
        ("bluesky",  "ana.example.org",        "https://bsky.app/profile/ana.example.org"),
        ("bluesky",  "@ana.example.org",       "https://bsky.app/profile/ana.example.org"),
        ("x",        "@ana",                   "https://x.com/ana"),
        ("x",        "ana_b-c",                "https://x.com/ana_b-c"),
        ("x",        "ana/../../login",        ""),
        ("x",        "ana?next=x",             ""),
        ("x",        "{server}",               ""),
        ("x",        "..",                     ""),
        ("x",        "an a",                   ""),
        ("x",        "",                       ""),
        ("linkedin", "ana-mueller",            "https://www.linkedin.com/in/ana-mueller"),
        ("email",    "ana",                    ""),
    ],
)  # fmt: skip
def test_a_handle_leads_to_its_page_and_to_no_other(network: str, handle: str, url: str) -> None:
    assert profile_url(read_networks()[network], handle) == url
