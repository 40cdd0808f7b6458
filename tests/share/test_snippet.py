"""What stands in a snippet, and in which order."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from advocacy.share.networks import read_networks
from advocacy.share.snippet import Snippet
from advocacy.site import Site
from tests.share.conftest import LONG, QUESTION, URL, WORK, MakePost, captions, snippet, snippets_of


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
