"""What a summary says of the site, as a comment of a forge shows it."""

from base64 import b64encode
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from advocacy.review.document import Heading
from advocacy.review.feed_changes import EntryChange, FeedChange
from advocacy.review.markdown import make_markdown
from advocacy.review.page import make_page
from advocacy.review.report import Report
from advocacy.review.site_changes import (
    BuildFailure,
    HeavyFile,
    PageChange,
    PostLook,
    Redirect,
    Screenshot,
    SiteChanges,
)
from advocacy.review.site_summary import make_site_blocks
from advocacy.review.summary import make_verdict

RAIN = "content/posts/rain.md"
LOOK = PostLook(RAIN, "Rain", "2026/rain/", ("cards/rain.png",))
SEEN = "https://preview.example/"
URL = "https://stories.lindenmark.example/2026/rain/"


def told(changes: SiteChanges, preview: str = "") -> str:
    return make_markdown((Heading(2, ("A verdict",)), *make_site_blocks(changes, preview)))


def told_in(feed: FeedChange) -> SiteChanges:
    return SiteChanges(feeds=(feed,))


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        (
            SiteChanges(pages=(PageChange("moved", "b/", RAIN, "Rain", "a/"),)),
            "- `/a/` (**Rain**) moves to `/b/`, and nothing leads there. "
            f"Add it to `aliases` in `{RAIN}`.",
        ),
        (
            SiteChanges(pages=(PageChange("moved", "topics/y/", was="topics/x/"),)),
            "- `/topics/x/` moves to `/topics/y/`, and nothing leads there.",
        ),
        (
            SiteChanges(pages=(PageChange("removed", "topics/x/"),)),
            "- `/topics/x/` is gone, and its address leads nowhere.",
        ),
        (
            SiteChanges(lost=(Redirect("old/", "b/"),)),
            "- `/old/` led on to `/b/`, and leads nowhere now. Keep it in `aliases`.",
        ),
        (
            SiteChanges(lost=(Redirect("old/", "https://b.example/"),)),
            "- `/old/` led on to `https://b.example/`, and leads nowhere now. "
            "Keep it in `aliases`.",
        ),
        (
            told_in(FeedChange("staff/ana", is_gone=True)),
            "- The feed `staff/ana` is gone, with its subscribers. "
            r"Lead them on below `[feeds.moved]` in advocacy.toml.",
        ),
        (
            told_in(FeedChange("all", entries=(EntryChange("anew", "Rain", URL),))),
            "- Subscribers are told of **Rain** anew, for its id changed. Take the old `id` back.",
        ),
    ],
    ids=[
        "moved",
        "a list that moved",
        "removed",
        "an old address",
        "an old address elsewhere",
        "a feed",
        "an id",
    ],
)
def test_what_readers_would_lose_comes_first(changes, line):
    lines = told(changes).splitlines()

    assert lines[lines.index("**What readers would lose:**") + 2] == line


def test_posts_are_listed_before_the_lists_that_they_are_in():
    pages = (PageChange("changed", "a/"), PageChange("changed", "b/", RAIN, "Rain"))

    lines = told(SiteChanges(pages=pages)).splitlines()

    assert [line for line in lines if line.startswith("- `/")] == ["- `/b/` Rain", "- `/a/`"]


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        (
            SiteChanges(
                pages=(PageChange("added", "a/"), PageChange("changed", "b/")),
                kits=2,
                untouched=7,
            ),
            "- **Pages**: 1 added, 1 changed; 7 as they were; 2 pages of share kits",
        ),
        (SiteChanges(), "- **Pages**: none; 0 as they were"),
        (SiteChanges(), "- **Feeds**: none changes"),
        (
            told_in(FeedChange("all")),
            "- **Feeds**: 1 feed changed, and nobody is told of anything",
        ),
        (
            SiteChanges(
                feeds=(
                    FeedChange("all", entries=(EntryChange("new", "Rain", URL),)),
                    FeedChange("staff/ana", entries=(EntryChange("new", "Rain", URL),)),
                )
            ),
            "- **Subscribers are told of a new post**: Rain",
        ),
        *(
            (
                told_in(FeedChange("all", entries=(EntryChange(kind, "Rain", URL),))),
                f"- **Subscribers are told of {words}**: Rain",
            )
            for kind, words in (
                ("updated", "an edit"),
                ("brought", "a post that was on the site before"),
                ("withdrawn", "a post that is gone, and stays where it was fetched"),
            )
        ),
        (
            SiteChanges(redirects=(Redirect("old/", "b/"),)),
            "- **Old addresses that lead on now**: `/old/`",
        ),
        (
            SiteChanges(bytes_before=2_000_000, bytes_after=2_500_000),
            "- **Size**: 2.5 MB, 500.0 kB more",
        ),
        (
            SiteChanges(bytes_before=2_500_000, bytes_after=2_000_000),
            "- **Size**: 2.0 MB, 500.0 kB less",
        ),
        (SiteChanges(), "- **Size**: 0.0 MB, as before"),
        (
            SiteChanges(heavy=(HeavyFile("images/cat.png", "The picture has 900 kB."),)),
            "- **Heavy**: `images/cat.png`: The picture has 900 kB.",
        ),
        (
            SiteChanges(notes=("No screenshots: add `--browser`.",)),
            "No screenshots: add `--browser`.",
        ),
    ],
)
def test_all_else_is_a_line_each(changes, line):
    lines = told(changes).splitlines()

    assert line in lines
    assert "**What readers would lose:**" not in lines


@pytest.mark.parametrize(
    ("page", "line"),
    [
        (PageChange("added", "a/", RAIN, "Rain"), "- `/a/` Rain"),
        (PageChange("moved", "b/", RAIN, "Rain", "a/", "b/"), "- `/b/` Rain, was `/a/`"),
        (PageChange("removed", "a/", "", "", "", "b/"), "- `/a/`, leads on to `/b/`"),
        (PageChange("removed", "a/"), "- `/a/`"),
    ],
)
def test_each_page_is_listed(page, line):
    assert line in told(SiteChanges(pages=(page,))).splitlines()


def test_pages_that_can_be_seen_are_links():
    pages = (PageChange("added", "a/"), PageChange("removed", "b/", leads_to="a/"))

    text = told(SiteChanges(pages=pages), "https://preview.example/")

    assert "- [/a/](<https://preview.example/a/>)" in text
    assert "- `/b/`, leads on to `/a/`" in text


@pytest.mark.parametrize(
    ("look", "preview", "line"),
    [
        (LOOK, "", "- **Rain**: cards `cards/rain.png`"),
        (replace(LOOK, cards=()), "", "- **Rain**"),
        (replace(LOOK, is_awaited=True), "", "- **Rain**, still to be published"),
        (replace(LOOK, is_awaited=True), SEEN, "- **Rain**, still to be published"),
        (
            LOOK,
            SEEN,
            f"- [Rain](<{SEEN}2026/rain/>): cards [cards/rain.png](<{SEEN}cards/rain.png>)",
        ),
    ],
)
def test_posts_say_how_they_look(look, preview, line):
    assert line in told(SiteChanges(looks=(look,)), preview).splitlines()


def test_without_a_post_nothing_is_said_of_looks():
    assert "How the posts look" not in told(SiteChanges())


def test_posts_say_where_their_pictures_are():
    shot = Screenshot(390, Path("shots/2026-rain-390.png"))
    look = replace(LOOK, card=Path("shots/2026-rain-card.png"), screenshots=(shot,))

    lines = told(SiteChanges(looks=(look,))).splitlines()

    assert "Rain, as a link shows it: `shots/2026-rain-card.png`" in lines
    assert "Rain, 390 pixels wide: `shots/2026-rain-390.png`" in lines


def test_a_page_has_its_pictures_in_itself(tmp_path):
    (tmp_path / "rain.png").write_bytes(b"a picture")
    shot = Screenshot(390, tmp_path / "rain.png")
    look = PostLook(RAIN, "Rain <b>", "2026/rain/", screenshots=(shot,))

    page = make_page("A review", [*make_site_blocks(SiteChanges(looks=(look,)))])

    assert f'<img src="data:image/png;base64,{b64encode(b"a picture").decode()}"' in page
    assert ' alt="The page as a browser shows it" width="390" ' in page
    assert "<figcaption>Rain &lt;b&gt;, 390 pixels wide</figcaption>" in page


@pytest.mark.parametrize(("which", "what"), [("before", "without"), ("after", "with")])
def test_without_one_of_the_builds_nothing_is_said_to_have_changed(which, what):
    failure = BuildFailure(which, "pelicanconf.py: ValueError: old. Mend it there.")

    text = told(SiteChanges(failures=(failure,)))

    assert f"**The site {what} this pull request could not be built**" in text
    assert "pelicanconf.py: ValueError: old. Mend it there." in text
    assert "**Pages**" not in text


def many(kind: str, count: int) -> SiteChanges:
    """Return so many of what is listed in one way."""
    addresses = [f"{number:02}/" for number in range(count)]
    make = {
        "pages": lambda at: PageChange("changed", at),
        "lost": lambda at: Redirect(at, "b/"),
        "heavy": lambda at: HeavyFile(at, "The picture has 900 kB."),
        "looks": lambda at: PostLook(RAIN, f"`/{at}`", at),
        "redirects": lambda at: Redirect(at, "b/"),
    }[kind]
    return SiteChanges(**{kind: tuple(make(at) for at in addresses)})


@pytest.mark.parametrize("kind", ["pages", "lost", "heavy", "looks"])
@pytest.mark.parametrize(("count", "more"), [(20, 0), (21, 1), (23, 3)])
def test_of_many_of_a_kind_twenty_are_named_and_the_others_are_counted(kind, count, more):
    text = told(many(kind, count))

    assert [line for line in text.splitlines() if "more" in line] == [f"- and {more} more"] * (
        more > 0
    )
    assert "19/" in text
    assert "20/" not in text


@pytest.mark.parametrize(("count", "end"), [(20, "`/19/`"), (23, "`/19/`, and 3 more")])
def test_of_many_in_a_line_twenty_are_named_and_the_others_are_counted(count, end):
    lines = told(many("redirects", count)).splitlines()

    (line,) = (each for each in lines if each.startswith("- **Old addresses that lead on now**"))
    assert line.endswith(f"`/18/`, {end}")


@pytest.mark.parametrize(
    ("site", "verdict"),
    [
        (None, "Nothing blocks"),
        (SiteChanges(), "Nothing blocks"),
        (
            SiteChanges(pages=(PageChange("removed", "a/"),)),
            "Nothing blocks, readers would lose 1 thing",
        ),
        (
            SiteChanges(
                pages=(PageChange("removed", "a/"), PageChange("removed", "b/", leads_to="c/")),
                lost=(Redirect("old/", "a/"),),
            ),
            "Nothing blocks, readers would lose 2 things",
        ),
    ],
)
def test_the_verdict_says_that_something_is_lost(site, verdict):
    report = Report(base="main", commit="1" * 40, today=date(2026, 4, 10), site=site)

    assert make_verdict(report) == verdict


def test_a_hostile_title_stays_words():
    title = "</details> @everybody <img src=x> `#1`"

    text = told(SiteChanges(pages=(PageChange("removed", "a/", RAIN, title),)))

    assert "</details> @" not in text
    assert "<img" not in text
