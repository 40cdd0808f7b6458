"""What a summary says of the site, as a comment of a forge shows it."""

from base64 import b64encode
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
    ids=["moved", "removed", "an old address", "an old address elsewhere", "a feed", "an id"],
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
    ],
)
def test_each_page_is_listed(page, line):
    assert line in told(SiteChanges(pages=(page,))).splitlines()


def test_pages_that_can_be_seen_are_links():
    pages = (PageChange("added", "a/"), PageChange("removed", "b/", leads_to="a/"))

    text = told(SiteChanges(pages=pages), "https://preview.example/")

    assert "- [/a/](<https://preview.example/a/>)" in text
    assert "- `/b/`, leads on to `/a/`" in text


def test_posts_say_where_their_pictures_are():
    shot = Screenshot(390, Path("shots/2026-rain-390.png"))
    look = PostLook(RAIN, "Rain", "2026/rain/", ("cards/rain.png",), screenshots=(shot,))

    text = told(SiteChanges(looks=(look,)))

    assert "- **Rain**: cards `cards/rain.png`\n" in text
    assert "\nRain, 390 pixels wide: `shots/2026-rain-390.png`\n" in text


def test_a_page_has_its_pictures_in_itself(tmp_path):
    (tmp_path / "rain.png").write_bytes(b"a picture")
    shot = Screenshot(390, tmp_path / "rain.png")
    look = PostLook(RAIN, "Rain <b>", "2026/rain/", screenshots=(shot,))

    page = make_page("A review", [*make_site_blocks(SiteChanges(looks=(look,)))])

    assert f'<img src="data:image/png;base64,{b64encode(b"a picture").decode()}"' in page
    assert "<figcaption>Rain &lt;b&gt;, 390 pixels wide</figcaption>" in page


def test_without_one_of_the_builds_nothing_is_said_to_have_changed():
    failure = BuildFailure("before", "pelicanconf.py: ValueError: old. Mend it there.")

    text = told(SiteChanges(failures=(failure,)))

    assert "**The site without this pull request could not be built**" in text
    assert "pelicanconf.py: ValueError: old. Mend it there." in text
    assert "**Pages**" not in text


def test_of_many_pages_twenty_are_named():
    pages = tuple(PageChange("changed", f"{number:02}/") for number in range(23))

    lines = told(SiteChanges(pages=pages)).splitlines()

    assert lines.count("- and 3 more") == 1
    assert "- `/19/`" in lines
    assert "- `/20/`" not in lines


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
