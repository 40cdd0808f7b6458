from dataclasses import replace

import pytest

from advocacy.share.networks import read_networks
from advocacy.site import Site
from tests.share.conftest import MakePost, snippets_of

TAGS = {
    "reading": ("Bookstodon", "LibraryLife", "SlowReading", "Shelves"),
    "repair": ("RightToRepair",),
}


@pytest.mark.parametrize(
    ("network", "own", "caption", "line"),
    [
        ("x",         "",                      "One.",             "#Bookstodon #LibraryLife"),
        ("x",         "OpenData",              "One.",             "#OpenData #Bookstodon"),
        ("x",         "",                      "We are #1.",       "#Bookstodon #LibraryLife"),
        ("x",         "",                      "See a.org/b#page.", "#Bookstodon #LibraryLife"),
        ("x",         "OpenData, Night, Ham",  "One.",             "#OpenData #Night #Ham"),
        ("x",         "",                      "One #bookstodon.", "#LibraryLife"),
        ("mastodon",  "OpenData",              "One.",
         "#OpenData #Bookstodon #LibraryLife"),
        ("threads",   "",                      "One.",             "#Bookstodon"),
        ("threads",   "OpenData",              "One.",             "#OpenData"),
        ("threads",   "OpenData, Night",       "One.",             "#OpenData"),
        ("instagram", "",                      "One.",
         "#Bookstodon #LibraryLife #SlowReading #Shelves"),
        ("email",     "OpenData",              "One.",             ""),
        ("slack",     "",                      "One.",             ""),
    ],
)  # fmt: skip
def test_the_authors_hashtags_come_first_then_the_topics_as_is_usual_there(
    make_post: MakePost, site: Site, network: str, own: str, caption: str, line: str
) -> None:
    post = make_post(
        "topics: [reading]", f"share: {{hashtags: [{own}], captions: {{default: '{caption}'}}}}"
    )

    text = snippets_of(post, replace(site, hashtags=TAGS), read_networks()[network])[0].text

    tagged = [each for each in text.split("\n") if each.startswith("#")]
    assert tagged == ([line] if line else [])


def test_a_hashtag_that_does_not_fit_is_left_out(make_post: MakePost, site: Site) -> None:
    tags = {"reading": ("A" * 60, "Short")}
    post = make_post("topics: [reading]", f"share: {{captions: {{default: '{'a' * 190}.'}}}}")

    text = snippets_of(post, replace(site, hashtags=tags), read_networks()["x"])[0].text

    assert "\n\n#Short\n\n" in text
