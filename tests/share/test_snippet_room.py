"""What a network takes: each snippet fits, whatever an author wrote."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advocacy.post import Post
from advocacy.post_share import Caption
from advocacy.share.counting import fits, graphemes
from advocacy.share.cutting import ELLIPSIS
from advocacy.share.networks import make_networks, read_networks
from advocacy.share.share_url import make_share_url
from advocacy.share.snippet_frame import SnippetError
from advocacy.site import Site
from tests.share.conftest import LONG, URL, WORK, MakePost, captions, snippet, snippets_of


def test_a_content_warning_counts(make_post: MakePost, site: Site) -> None:
    post = make_post(captions(mastodon=LONG * 10))
    caption = replace(post.share.captions["mastodon"][0], warning="w" * 100)
    warned = replace(post, share=replace(post.share, captions={"mastodon": (caption,)}))

    found, plain = snippet(warned, site, "mastodon"), snippet(post, site, "mastodon")

    assert found.text.endswith(f"{ELLIPSIS}\n\n{URL}")
    assert 480 < plain.length <= 500
    assert 480 < found.length <= 500
    assert 80 < len(plain.text) - len(found.text) < 120


@pytest.mark.parametrize(
    ("caption", "tags"),
    [
        ("One.",                 "#OpenLibrary #NightShift #Clocks"),
        ("One #openlibrary.",    "#NightShift #Clocks"),
        ("a" * 192 + ".",        "#OpenLibrary #NightShift"),
        ("a" * 600 + ".",        ""),
    ],
)  # fmt: skip
def test_hashtags_are_added_as_they_fit(
    make_post: MakePost, site: Site, caption: str, tags: str
) -> None:
    share = captions(x=caption).replace(
        "share: {", "share: {hashtags: [OpenLibrary, '#NightShift', Clocks], "
    )

    text = snippet(make_post(share), site, "x").text

    assert text.endswith(f"\n\n{tags}\n\n{URL}" if tags else f"{ELLIPSIS}\n\n{URL}")


@pytest.mark.parametrize(
    ("network", "letters", "is_linked"),
    [
        ("email", 100, True), ("email", 320, False), ("whatsapp", 100, True),
        ("whatsapp", 320, False), ("teams", 320, False), ("email", 10_000, False),
    ],
)  # fmt: skip
def test_a_text_too_long_for_a_link_is_whole_and_for_copying(
    make_post: MakePost, site: Site, network: str, letters: int, is_linked: bool
) -> None:
    caption = "Ніч у бібліотеці. ".ljust(letters, "о")
    post = make_post("share:", "  hashtags: [Clocks]", f"  captions: {{default: ['{caption}']}}")

    found = snippet(post, site, network)

    assert "#" not in found.text
    assert found.text.endswith(f"{caption[20:]}\n\n{URL}")
    assert bool(found.share_url) is is_linked


def test_a_title_costs_no_text_its_link(make_post: MakePost, site: Site) -> None:
    post = make_post(summary="summary: " + "Ніч у бібліотеці. " * 7)

    found = snippet(replace(post, title="Що ми знайшли " * 5), site, "whatsapp")

    assert found.text.endswith(f"бібліотеці.\n\n{URL}")
    assert found.share_url


def test_no_more_of_a_text_is_read_than_takes_a_moment(make_post: MakePost, site: Site) -> None:
    post = with_caption(make_post(), "word " * 200_000)

    found = [snippets_of(post, site, row)[0].text for row in read_networks().values()]

    assert max(map(len, found)) < 65_000


def test_bluesky_takes_no_more_than_its_bytes(make_post: MakePost, site: Site) -> None:
    post = make_post(captions(default="👩‍👩‍👧‍👦" * 250))

    text = snippet(post, site, "bluesky").text

    assert len(text.encode()) <= 3000
    assert len(graphemes(text)) < 300


def test_a_network_that_cannot_take_link_and_disclosure_is_an_error(
    make_post: MakePost, site: Site
) -> None:
    row = """
        [tiny]
        name = "Tiny"
        limit = 60
        unit = "characters"
        count = "graphemes"
        share_url = "https://tiny.example/?t={text}"
        source = "-"
        counting_source = "-"
        checked = 2026-11-23
    """
    tiny = make_networks(row)["tiny"]

    with pytest.raises(SnippetError) as caught:
        snippets_of(make_post(), site, tiny)

    assert str(caught.value) == (
        "content/posts/night-shift.md:6: For Tiny, the link and the disclosure alone are 75 "
        "characters, and Tiny takes 60. Give the post a shorter `slug`, or shorten the disclosure."
    )
    assert caught.value.exit_status == 1


def test_a_content_warning_that_leaves_no_room_is_told_as_such(
    make_post: MakePost, site: Site
) -> None:
    share = f"share: {{captions: {{mastodon: [{{text: 'It rained.', cw: '{'long ' * 90}'}}]}}}}"

    with pytest.raises(SnippetError) as caught:
        snippets_of(make_post(share), site, read_networks()["mastodon"])

    told = str(caught.value)
    assert told.startswith("content/posts/night-shift.md:8: For Mastodon, the link, the disclosure")
    assert told.endswith(
        "and Mastodon takes 500. Shorten the warning (`cw`) first, then the disclosure."
    )


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), max_size=700)


@pytest.mark.parametrize("network_id", sorted(read_networks()))
@given(text=st.one_of(WORDS, st.lists(WORDS).map(". ".join)))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_an_author_writes_a_snippet_fits_and_discloses(
    make_post: MakePost, site: Site, network_id: str, text: str
) -> None:
    quoted = "".join(c for c in text if c not in "'\\\ufeff\ufffe\uffff").strip()
    post = with_caption(make_post(), quoted)

    network = read_networks()[network_id]

    found = snippets_of(post, site, network)

    assert len({each.id for each in found}) == len(found)
    assert any(not each.has_prompt for each in found)
    for each in found:
        assert fits(each.text, network)
        assert URL in each.text
        assert WORK in each.text
        link = make_share_url(network, each.text, URL, post.title)
        is_short = len(link) <= (network.longest_share_url or len(link))
        assert each.share_url == (link if is_short and not each.has_prompt else "")


def with_caption(post: Post, text: str) -> Post:
    return replace(post, share=replace(post.share, captions={"default": (Caption(text),)}))
