from collections.abc import Callable
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
from advocacy.share.snippet import Snippet
from advocacy.share.snippet_frame import SnippetError
from advocacy.site import Site
from tests.share.conftest import MakePost, snippets_of

URL = "https://blog.example.org/2026/night-shift/"
WORK = "I work at Lindenmark Libraries."
QUESTION = "question: What would you do in an empty library?"
LONG = "Somebody has to wind the clock, and that somebody is paid by the public for it. "


def captions(**texts: str) -> str:
    rows = ", ".join(f"{network}: ['{text}']" for network, text in texts.items())
    return f"share: {{captions: {{{rows}}}}}"


def snippet(post: Post, site: Site, network: str) -> Snippet:
    return snippets_of(post, site, read_networks()[network])[0]


def page(*snippets: Snippet) -> str:
    """Show snippets as people read them in a diff."""
    return "\n".join(
        f"### {each.network}: {each.length}/{each.limit} {each.unit}, {each.source}\n\n"
        f"{each.text}\n\n{each.share_url}\n"
        for each in snippets
    )


POSTS = {
    "own-words": [QUESTION],
    "captions": [
        "share:",
        "  hashtags: [OpenLibrary, '#nightshift']",
        "  captions:",
        "    default: ['We wind the clock. Then we count. [[What would you count?]]', 'Two.']",
        "    mastodon: ['I work at Lindenmark Libraries, and at night I wind the clock.']",
    ],
    "too-long": [captions(default=LONG * 10)],
    "paid": ["relationship: paid", "disclosure: The clockmaker paid my fare.", QUESTION],
    "no-relationship": ["relationship: none", "lang: fr"],
    "untrusted": [
        "share:",
        "  captions:",
        '    default: ["A & B #x \\"q\\" \'s\' <b>+1 100%\\nمرحبا بكم. \\u202eabc\\u0007"]',
    ],
}


@pytest.mark.parametrize("name", POSTS)
def test_a_posts_snippets_on_all_networks(
    make_post: MakePost, site: Site, golden: Callable[[str, str], None], name: str
) -> None:
    post = make_post(*POSTS[name])

    snippets = [each for row in read_networks().values() for each in snippets_of(post, site, row)]

    golden(f"share/{name}.txt", page(*snippets))


@pytest.mark.parametrize(
    ("network", "text"),
    [("x", "For X."), ("bluesky", "For all.")],
)
def test_the_networks_own_caption_comes_before_the_default(
    make_post: MakePost, site: Site, network: str, text: str
) -> None:
    post = make_post(captions(x="For X.", default="For all."))

    assert snippet(post, site, network).text == f"{text} {WORK}\n\n{URL}"


def test_a_snippets_id_is_of_its_words_and_not_of_what_stands_around_them(
    make_post: MakePost, site: Site
) -> None:
    ids = [
        snippet(post, where, "x").id
        for post, where in (
            (make_post(captions(default="One.")), site),
            (make_post(captions(default="One.")), replace(site, disclosure={"en": "We work."})),
            (make_post(captions(default="One."), "modified: 2026-04-02"), site),
            (make_post(captions(default="Two.")), site),
        )
    ]

    assert ids[:3] == ["tag:blog.example.org,2026-03-31:night-shift#x-caption-70277bfc40"] * 3
    assert ids[3] != ids[0]


@pytest.mark.parametrize(
    ("network", "text", "warning"),
    [
        ("mastodon", f"We count. {WORK}\n\n{URL}",                    "Long: tax"),
        ("linkedin", f"Long: tax\n\nWe count. {WORK}\n\n{URL}", ""),
    ],
)  # fmt: skip
def test_a_content_warning_stands_before_the_text(
    make_post: MakePost, site: Site, network: str, text: str, warning: str
) -> None:
    post = make_post("share: {captions: {default: {text: We count., cw: 'Long: tax'}}}")

    found = snippet(post, site, network)

    assert (found.text, found.warning) == (text, warning)


def test_a_content_warning_counts(make_post: MakePost, site: Site) -> None:
    post = make_post(captions(mastodon=LONG * 10))
    caption = replace(post.share.captions["mastodon"][0], warning="w" * 100)
    warned = replace(post, share=replace(post.share, captions={"mastodon": (caption,)}))

    found, plain = snippet(warned, site, "mastodon"), snippet(post, site, "mastodon")

    assert found.text.endswith(f"{ELLIPSIS}\n\n{URL}")
    assert 480 < plain.length <= 500
    assert 480 < found.length <= 500
    assert 80 < len(plain.text) - len(found.text) < 120


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


@pytest.mark.parametrize(
    ("caption", "text"),
    [
        ("We count. And more.",              f"We count. {WORK} And more."),
        ("No full stop here",                f"{WORK} No full stop here"),
        (f"{WORK} We count.",                f"{WORK} We count."),
        ("We count, says my employer. Yes.", "We count, says my employer. Yes."),
        (f"{LONG * 3}{WORK}",                f"{LONG.strip()} {WORK} {LONG * 2}{WORK}"),
        (URL,                                WORK),
        (f"We count. {URL}",                 f"We count. {WORK}"),
    ],
)  # fmt: skip
def test_a_disclosure_stands_before_the_fold(
    make_post: MakePost, site: Site, caption: str, text: str
) -> None:
    post = make_post(captions(linkedin=caption))

    assert snippet(post, site, "linkedin").text == f"{text}\n\n{URL}"


@pytest.mark.parametrize(
    ("caption", "text"),
    [
        ("夜です。静かです。",     "夜です。図書館で働いています。静かです。"),
        ("夜です。",               "夜です。図書館で働いています。"),
        ("夜です。\n静かです。",   "夜です。図書館で働いています。\n静かです。"),
        ("終わりのない文",         "図書館で働いています。終わりのない文"),
        ("Night. And more.",       "Night. 図書館で働いています。 And more."),
    ],
)  # fmt: skip
def test_no_space_stands_beside_a_full_width_stop(
    make_post: MakePost, site: Site, caption: str, text: str
) -> None:
    at_work = replace(site, disclosure={"en": "図書館で働いています"})
    post = make_post(f"share: {{captions: {{linkedin: {caption!r}}}}}".replace("'", '"'))

    assert snippet(post, at_work, "linkedin").text == f"{text}\n\n{URL}"


def test_a_first_sentence_longer_than_the_fold_comes_after_the_disclosure(
    make_post: MakePost, site: Site
) -> None:
    sentence = "Somebody has to wind " + "and wind " * 12 + "the clock. Then."
    post = make_post(captions(default=sentence))

    assert snippet(post, site, "linkedin").text.startswith(f"{WORK} Somebody")
    assert snippet(post, site, "facebook").text.startswith(f"{sentence[:-6]} {WORK}")


def test_a_link_inside_a_caption_is_not_repeated(make_post: MakePost, site: Site) -> None:
    post = make_post(captions(default=f"We count. See {URL} for how."))

    text = snippet(post, site, "x").text

    assert text == f"We count. {WORK} See {URL} for how."


def test_a_longer_address_is_not_the_posts_own(make_post: MakePost, site: Site) -> None:
    post = make_post(captions(default=f"We count. See {URL}photos/ for how."))

    assert snippet(post, site, "x").text.endswith(f"how.\n\n{URL}")


@pytest.mark.parametrize(
    ("fields", "summary", "text"),
    [
        ([QUESTION], "One. Two.", f"One. {WORK} Two.\n\nThe night shift\n{URL}"),
        ([], "The night shift", f"{WORK} The night shift\n\n{URL}"),
        ([QUESTION], "Two words. A" + "a" * 260 + ".",
         f"Two words. {WORK}\n\nThe night shift\n{URL}"),
        ([QUESTION], "b" * 260 + ".",
         f"What would you do in an empty library? {WORK}\n\n{URL}"),
        ([], "c" * 260 + ".",
         f"“Somebody has to wind the clock.” {WORK}\n\n{URL}"),
    ],
    ids=["all", "a title twice", "a sentence too long", "a summary too long", "no question"],
)  # fmt: skip
def test_a_post_without_captions_speaks_in_its_own_whole_sentences(
    make_post: MakePost, site: Site, fields: list[str], summary: str, text: str
) -> None:
    post = make_post(*fields, summary=f"summary: {summary}")

    assert snippet(post, site, "x").text == text


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
