"""What changes between two builds, as values."""

from collections.abc import Mapping

import pytest

from advocacy.review.built_site import BuiltFile, BuiltSite, Entry, PlacedPost
from advocacy.review.comparing import compare_sites

OLD, NEW = "2026/rain/", "2026/snow/"
RAIN = PlacedPost("content/posts/rain.md", "Rain", OLD, "rain")
SNOW = RAIN._replace(title="Snow", address=NEW, slug="snow")


def site(
    files: Mapping[str, str],
    redirects: Mapping[str, str] | None = None,
    posts: Mapping[str, PlacedPost] | None = None,
    feed: Mapping[str, Entry] | None = None,
) -> BuiltSite:
    """Return a build; each file is given by its address and its hash."""
    built = {f"{at}index.html" if at.endswith("/") else at: said for at, said in files.items()}
    return BuiltSite(
        files={name: BuiltFile(1000, digest) for name, digest in built.items()},
        pages=frozenset(each for each in files if each.endswith("/")) - {*(redirects or {})},
        redirects=redirects or {},
        feeds={"all": feed} if feed is not None else {},
        posts=posts or {},
    )


ONE = site({OLD: "a"}, posts={"id": RAIN})


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (ONE, ONE, []),
        (ONE, site({OLD: "b"}), [("changed", OLD, "", "")]),
        (site({}), ONE, [("added", OLD, "", "")]),
        (ONE, site({}), [("removed", OLD, "", "")]),
        (ONE, site({OLD: "r", NEW: "b"}, {OLD: NEW}), [("moved", NEW, OLD, NEW)]),
        (ONE, site({NEW: "b"}, posts={"id": SNOW}), [("moved", NEW, OLD, "")]),
        (
            ONE,
            site({OLD: "r", NEW: "b"}, {OLD: NEW}, {"id": SNOW}),
            [("moved", NEW, OLD, NEW)],
        ),
        (
            ONE,
            site({OLD: "other", NEW: "b"}, posts={"id": SNOW}),
            [("moved", NEW, OLD, "")],
        ),
        (
            site({OLD: "a", NEW: "b"}),
            site({OLD: "r", NEW: "b"}, {OLD: NEW}),
            [("removed", OLD, "", NEW)],
        ),
        (
            ONE,
            site({OLD: "r", "x/": "r", NEW: "b"}, {OLD: "x/", "x/": NEW}, {"id": SNOW}),
            [("moved", NEW, OLD, NEW)],
        ),
        (
            site({OLD: "a", "y/": "y"}, posts={"id": RAIN}),
            site({OLD: "r", "y/": "y", NEW: "b"}, {OLD: "y/"}, {"id": SNOW}),
            [("moved", NEW, OLD, "")],
        ),
        (
            site({OLD: "a", NEW: "x"}, posts={"id": RAIN}),
            site({NEW: "b"}, posts={"id": SNOW}),
            [("moved", NEW, OLD, "")],
        ),
        (
            site({"y/": "y", OLD: "a"}, posts={"id": RAIN}),
            site({OLD: "b", "z/": "z"}, posts={"id": RAIN}),
            [("changed", OLD, "", ""), ("removed", "y/", "", ""), ("added", "z/", "", "")],
        ),
        (ONE, site({OLD: "r"}, {OLD: OLD}), [("removed", OLD, "", "")]),
        (
            ONE,
            site({OLD: "r"}, {OLD: "https://elsewhere.example/"}),
            [("removed", OLD, "", "https://elsewhere.example/")],
        ),
        (ONE, site({OLD: "a", "share/rain/": "k"}), []),
    ],
    ids=[
        "nothing",
        "edited",
        "new",
        "gone",
        "a page that leads on",
        "moved without a redirect",
        "moved with a redirect",
        "its address taken by another page",
        "merged into another page",
        "led on twice",
        "moved, and led to another page",
        "moved to where another page was",
        "several, by address",
        "led in a circle",
        "led elsewhere",
        "a page of a kit",
    ],
)
def test_pages_are_told_apart(before, after, told):
    changes = compare_sites(before, after, ())

    assert [(page.kind, page.address, page.was, page.leads_to) for page in changes.pages] == told


@pytest.mark.parametrize(
    ("after", "dead_ends"),
    [
        (site({NEW: "b"}, posts={"id": SNOW}), [NEW]),
        (site({}), [OLD]),
        (site({OLD: "r", NEW: "b"}, {OLD: NEW}, {"id": SNOW}), []),
        (site({OLD: "b", NEW: "c"}), []),
    ],
    ids=["moved", "removed", "led on", "edited"],
)
def test_only_who_came_by_an_old_address_can_find_nothing(after, dead_ends):
    changes = compare_sites(ONE, after, ())

    assert [page.address for page in changes.dead_ends] == dead_ends


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (site({OLD: "b", "a/": "c"}, posts={"id": RAIN}), [("Rain", RAIN.path), ("", "")]),
        (site({OLD: "b"}, posts={"id": RAIN._replace(title="Hail")}), [("Hail", RAIN.path)]),
        (site({}), [("Rain", RAIN.path)]),
    ],
    ids=["the same", "another title", "gone"],
)
def test_pages_say_which_post_they_show(after, told):
    changes = compare_sites(ONE, after, ())

    assert [(page.title, page.path) for page in changes.pages] == told


def test_pages_of_kits_are_counted():
    kits = {"share/rain/": "new", "share/snow/": "other", "share/": "same"}
    before = site({OLD: "a", "share/snow/": "old", "share/gone/": "g", "share/": "same"})

    changes = compare_sites(before, site({OLD: "a", **kits}), ())

    assert (changes.kits, changes.pages) == (3, ())


def test_the_feed_of_all_posts_is_told_first():
    feeds = {"feeds/about/1.json": "x", "feeds/all.json": "y", "feeds/staff/ana.rss.xml": "z"}
    others = {"feeds/index.html": "page", "search/all.json": "index"}

    changes = compare_sites(site({}), site(feeds | others), ())

    assert [(each.name, each.is_new) for each in changes.feeds] == [
        *(("all", True), ("about/1", True), ("staff/ana", True))
    ]


@pytest.mark.parametrize(
    ("old", "new", "added", "lost"),
    [
        ({}, {"x/": NEW}, ["x/"], []),
        ({"x/": NEW}, {}, [], ["x/"]),
        ({"x/": NEW}, {"x/": OLD}, [], []),
        ({}, dict.fromkeys("fedcba", NEW), [*"abcdef"], []),
    ],
    ids=["added", "lost", "led elsewhere", "several"],
)
def test_old_addresses_come_and_go(old, new, added, lost):
    before, after = site({"x/": "r"} if old else {}, old), site({"x/": "r"} if new else {}, new)

    changes = compare_sites(before, after, ())

    assert [each.old for each in changes.redirects] == added
    assert [each.old for each in changes.lost] == lost


def test_an_old_address_at_which_a_page_is_now_is_not_lost():
    changes = compare_sites(site({"x/": "r"}, {"x/": NEW}), site({"x/": "a"}), ())

    assert changes.lost == ()


@pytest.mark.parametrize(
    ("name", "size_bytes", "was", "told"),
    [
        ("images/cat.png", 500_001, None, ["The picture has 500 kB."]),
        ("images/cat.png", 500_000, None, []),
        ("images/cat.png", 900_000, "same", []),
        ("images/cat.png", 900_000, "other", ["The picture has 900 kB."]),
        ("theme/font.woff2", 900_000, None, []),
    ],
)
def test_a_heavy_picture_is_told_once(name, size_bytes, was, told):
    before = BuiltSite(files={name: BuiltFile(1, was)} if was else {})
    after = BuiltSite(files={name: BuiltFile(size_bytes, "same")})

    changes = compare_sites(before, after, ())

    assert [each.told for each in changes.heavy] == told


def test_heavy_pictures_are_told_by_name():
    names = ("images/dog.png", "images/cat.png")
    after = BuiltSite(files={name: BuiltFile(900_000, name) for name in names})

    assert [each.name for each in compare_sites(site({}), after, ()).heavy] == sorted(names)


def test_a_site_is_as_large_as_its_files():
    changes = compare_sites(site({OLD: "a"}), site({OLD: "a", NEW: "b"}), ())

    assert (changes.bytes_before, changes.bytes_after) == (1000, 2000)
    assert changes.untouched == 1


def test_only_posts_of_the_pull_request_are_looked_at():
    files = {OLD: "a", "cards/rain/square.png": "s", "cards/rain.png": "p", "cards/rainy.png": "x"}
    after = site(files, posts={"id": RAIN, "other": SNOW._replace(path="content/posts/snow.md")})

    looks = compare_sites(ONE, after, {RAIN.path}).looks

    assert [(look.title, look.cards) for look in looks] == [
        ("Rain", ("cards/rain.png", "cards/rain/square.png"))
    ]


def test_posts_are_looked_at_in_the_order_of_their_files():
    later = SNOW._replace(path="content/posts/snow.md")
    after = site({OLD: "a", NEW: "b"}, posts={"id": later, "other": RAIN})

    looks = compare_sites(ONE, after, {RAIN.path, later.path}).looks

    assert [look.title for look in looks] == ["Rain", "Snow"]
