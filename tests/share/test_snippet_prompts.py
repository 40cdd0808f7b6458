"""Prompts in a snippet: what somebody has to fill in first, no link shares."""

from dataclasses import replace

import pytest

from advocacy.share.cutting import ELLIPSIS
from advocacy.site import Site
from tests.share.conftest import LONG, URL, MakePost, captions, snippet


def test_a_text_with_a_prompt_has_no_link_that_shares_it_unfilled(
    make_post: MakePost, site: Site
) -> None:
    prompted, plain = (
        snippet(make_post(captions(x=text)), site, "x") for text in ("So [[why?]].", "So.")
    )

    assert (prompted.has_prompt, prompted.share_url) == (True, "")
    assert not plain.has_prompt
    assert plain.share_url


def test_a_prompt_that_was_cut_away_is_none_to_fill_in(make_post: MakePost, site: Site) -> None:
    found = snippet(make_post(captions(x=f"{LONG * 4}[[why?]]")), site, "x")

    assert found.text.endswith(f"{ELLIPSIS}\n\n{URL}")
    assert not found.has_prompt
    assert found.share_url


@pytest.mark.parametrize(
    "caption",
    [
        "We wind [[why do you]",
        "We [[]].",
        "So [[what [really] is it]]",
        f"[[{'a' * 301}]]",
        "Why]]",
    ],
)
def test_what_is_left_of_a_prompt_is_for_no_link_either(
    make_post: MakePost, site: Site, caption: str
) -> None:
    found = snippet(make_post(captions(facebook=caption)), site, "facebook")

    assert (found.has_prompt, found.share_url) == (True, "")


@pytest.mark.parametrize("network", ["mastodon", "linkedin"])
def test_a_prompt_in_a_disclosure_is_one_to_fill_in(
    make_post: MakePost, site: Site, network: str
) -> None:
    post = make_post('disclosure: "I am [[your role]] here."', "share: {captions: {x: A.}}")

    found = snippet(post, site, network)

    assert (found.has_prompt, found.share_url) == (True, "")


def test_double_brackets_in_a_title_are_none_to_fill_in(make_post: MakePost, site: Site) -> None:
    post = make_post()
    bash = replace(post, title="What [[ -f x ]] asks")

    assert "The night shift\nhttps" in snippet(post, site, "mastodon").text
    assert "[[" not in snippet(bash, site, "mastodon").text
    assert not snippet(bash, site, "mastodon").has_prompt
