"""A post is read whole, or every mistake in it is told."""

from datetime import date

import pytest

from advocacy.front_matter import read_document
from advocacy.post import Post, read_post
from advocacy.post_share import Caption, Quote
from advocacy.source import Source
from tests.conftest import POST

STAFF = {"ana": object(), "yuki": object()}


def read(text: str, site) -> tuple[Post | None, list[str]]:
    post, problems = read_post(read_document(Source("content/posts/x.md", text)), site, STAFF)
    return post, [str(problem) for problem in problems]


def with_field(line: str) -> str:
    """Return the sample post with a line of front matter put in, or put in another's place."""
    key = line.partition(":")[0]
    kept = [each for each in POST.split("\n") if not each.startswith(f"{key}:")]
    return "\n".join([kept[0], line, *kept[1:]])


def test_a_good_post_is_read(site):
    post, problems = read(POST, site)

    assert problems == []
    assert post is not None
    assert (post.slug, post.lang, post.topics) == ("the-night-shift", "en", ("reading",))
    assert post.date.isoformat() == "2026-03-31T00:00:00+02:00"
    assert post.address(site) == "2026/the-night-shift/"
    assert post.body == "\nSomebody has to wind the clock.\n"
    assert (post.places["summary"].line, post.places["summary"].column) == (6, 10)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("titel: x", ":2:1: `titel` is not a key that is known here. Did you mean `title`?"),
        ("date: soon", ":2:7: `date`: `soon` is not a date. Write it as `2026-03-31`"),
        ("date: 2026-02-30", ":2:7: `date`: `2026-02-30` is not a date"),
        ("date: 9999-01-01", "is not in the years 1990 to 2100"),
        ("authors: [anna]", "`anna` is no colleague here. Did you mean `ana`?"),
        ("authors: []", "A post needs an author"),
        ("topics: [readin]", "`readin` is no topic here. Did you mean `reading`?"),
        ("audience: all", "`all` is no audience here"),
        ("purpose: sales", "`sales` is none of `reputation`, `engagement`"),
        ("lang: de", "`de` is none of `en`, `fr`"),
        ("status: ready", "`ready` is none of `draft`, `published`, `hidden`"),
        ("title: [a]", "a list is not a text"),
        ("title:", "There is nothing here"),
        ("title: " + "x" * 301, "This has 301 characters. Write 300 at most."),
        ("summary: " + "x" * 10_001, "This has 10,001 characters. Write 10,000 at most."),
        ("image: a.png", "The image has no alt text. Add `image_alt:`"),
        ("change_note: We counted again", ":2:14: The change has no day. Add `modified:`"),
        ("slug: ../../x", "`../../x` cannot be an address"),
        ("slug: Night Shift", "cannot be an address"),
        ("slug: share", "`share` is the site's own address /share/"),
        ("slug: '2026'", "the archive of the year 2026"),
        ("slug: fr", "the pages in the language `fr`"),
        ("canonical: javascript:alert(1)", "is no web address"),
        ("source: 'https://x\"><script>'", "is no web address"),
        (
            "at_uri: 3mek5jhip372r",
            ":2:9: `at_uri`: `3mek5jhip372r` cannot be used. Copy the record's",
        ),
        ("modified: 2025-01-01", "`modified` is before `date`"),
        ("relationship: paid", "A paid or given post must say so"),
        ("aliases: ['../x']", "Write an old address as"),
        ("disclosure: '…'", "`disclosure`: `…` says nothing. Write it in words."),
        ("share:", "`share`: nothing is not a list"),
        ("share: {captions: [x]}", "is not a table"),
        ("share: {hashtags: ['a b']}", "A hashtag is one word"),
        ("share: {captions: {x: {text: One., warning: long}}}", "`warning` is not a key"),
        ("share: {captions: {x: {cw: long}}}", "There is no `text`. Add what is shared."),
        (
            "share: {captions: {x: {text: One., cw: '[[of what]]'}}}",
            "`cw`: `[[of what]]` has a prompt. Nobody fills one in there: put it into the text.",
        ),
        ("share: {captions: {x: {text: One., for: ana}}}", "`ana` is none of `authors`"),
        ("share: {quotes: {words: One.}}", "`words` is not a key"),
        ("share: {until: never}", "`never` is not a date"),
        (
            "share: {until: 9999-12-31}",
            "`9999-12-31` is not in the years 1990 to 2100. Write it as",
        ),
        ("embargo: 0001-01-01", "`0001-01-01` is not in the years 1990 to 2100."),
        ("id: 'a b'", "Use letters, digits"),
        ("save_as: index.html", "`save_as` is not a key"),
        ("url: https://evil.example", "`url` is not a key"),
        ("template: index", "`template` is not a key"),
        ("_content: <script>", "`_content` is not a key"),
        ("get_content: x", "`get_content` is not a key"),
    ],
)
def test_a_mistake_is_told_with_its_cure(site, line, told):
    post, problems = read(with_field(line), site)

    assert post is None
    assert any(told in problem for problem in problems), problems


def test_a_title_in_another_script_has_a_latin_slug(site):
    assert read(with_field("title: 夜"), site)[0].slug == "ye"


def test_every_mistake_is_told_at_once(site):
    text = "---\ntitel: x\ndate: soon\nauthors: [nobody]\n---\n"

    codes = [problem.code for problem in read_post(read_document(Source("x", text)), site, {})[1]]

    assert codes == [
        "Post.UnknownKey",
        "Post.Title",
        "Post.Date",
        "Post.Authors",
        "Post.Summary",
        "Post.Id",
    ]


def test_a_missing_id_is_told_as_the_line_to_paste(site):
    text = "\n".join(line for line in POST.split("\n") if not line.startswith("id:"))

    _, problems = read(text, site)

    line = "id: tag:stories.lindenmark.example,2026-03-31:the-night-shift"
    assert problems == [f"content/posts/x.md:1: There is no `id`. Paste this line: {line}"]
    assert read(text.replace("---", f"---\n{line}", 1), site)[1] == []


@pytest.mark.parametrize(
    ("line", "today", "public", "listed"),
    [
        ("lang: en", date(2026, 3, 30), False, False),
        ("lang: en", date(2026, 3, 31), True, True),
        ("status: draft", date(2026, 4, 1), False, False),
        ("status: hidden", date(2026, 4, 1), True, False),
        ("visibility: internal", date(2026, 4, 1), False, False),
        ("embargo: 2026-04-02", date(2026, 4, 1), False, False),
        ("embargo: 2026-04-02", date(2026, 4, 2), True, True),
        ("expires: 2026-04-02", date(2026, 4, 1), True, True),
        ("expires: 2026-04-02", date(2026, 4, 2), False, False),
    ],
)
def test_a_post_is_public_from_its_day_to_its_end(site, line, today, public, listed):
    post, _ = read(with_field(line), site)

    assert (post.is_public(today), post.is_listed(today)) == (public, listed)


def test_a_post_in_another_language_has_its_prefix(site):
    post, _ = read(with_field("lang: fr"), site)

    assert post.address(site) == "fr/2026/the-night-shift/"


@pytest.mark.parametrize(
    ("line", "captions", "key", "seen"),
    [
        ("share: {captions: {x: One.}}",                      [Caption("One.")],
         "share.captions.x.0", "One."),
        ("share: {captions: {x: [One., Two.]}}",              [Caption("One."), Caption("Two.")],
         "share.captions.x.1", "Two."),
        ("share: {captions: {x: {text: One., cw: long}}}",    [Caption("One.", "long")],
         "share.captions.x.0", "One."),
        ("share: {captions: {x: [{text: One., cw: long}]}}",  [Caption("One.", "long")],
         "share.captions.x.0", "One."),
        ("share: {captions: {x: {text: One., for: authors}}}",
         [Caption("One.", for_authors=True)], "share.captions.x.0", "One."),
    ],
)  # fmt: skip
def test_a_caption_is_a_text_or_a_text_with_a_warning(site, line, captions, key, seen):
    post, problems = read(with_field(line), site)

    assert not problems
    assert [*post.share.captions["x"]] == captions
    place = post.place(key)
    assert post.source.text[place.start : place.end] == seen


def test_a_quote_is_a_text_or_says_who_said_it(site):
    line = "share: {quotes: [We count., {text: We sleep., by: The night watch}]}"

    post, _ = read(with_field(line), site)

    assert post.share.quotes == (Quote("We count."), Quote("We sleep.", "The night watch"))


@pytest.mark.parametrize(
    ("lines", "code", "told"),
    [
        ("expires: 2026-03-31",                           "Post.Expires", "not after `date`"),
        ("expires: 2026-05-01\nembargo: 2026-05-01",      "Post.Expires", "not after `embargo`"),
        ("share: {until: 2026-03-30}",                    "Post.Share",   "public, on 2026-03-31"),
        ("share: {until: 2026-04-30}\nembargo: 2026-05-01", "Post.Share", "public, on 2026-05-01"),
        ("share: {from: 2026-05-01}\nexpires: 2026-05-01", "Post.Share",  "not before the post"),
    ],
)  # fmt: skip
def test_days_that_cannot_be_meant_are_told_where_they_stand(site, lines, code, told):
    document = read_document(Source("x.md", with_field(lines)))

    post, problems = read_post(document, site, STAFF)

    assert post is None
    assert [problem.code for problem in problems] == [code]
    assert told in problems[0].message
    assert problems[0].line in {2, 3}


@pytest.mark.parametrize(
    "lines",
    [
        "expires: 2026-04-01",
        "share: {until: 2026-03-31}",
        "share: {from: 2026-01-01, until: 2026-03-31}",
        "share: {from: 2026-04-30}\nexpires: 2026-05-01",
        "embargo: 2026-05-01\nexpires: 2026-05-02\nshare: {until: 2026-05-01}",
    ],
)
def test_days_at_the_edge_of_a_meaning_are_taken(site, lines):
    post, problems = read(with_field(lines), site)

    assert post is not None, problems
