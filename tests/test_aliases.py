"""An old address leads to one post, and takes the place of nothing."""

import pytest

from advocacy.aliases import alias_address
from advocacy.library import read_library
from tests.conftest import POST, STAFF


@pytest.mark.parametrize(
    ("alias", "address"),
    [
        ("/2019/old-name/", "2019/old-name/"),
        ("2019/old-name", "2019/old-name/"),
        ("/old.html", "old.html"),
        ("/old.html/", "old.html/"),
        ("/2019/index.html", "2019/"),
        ("/index.html", ""),
        ("/v1.0", "v1.0/"),
    ],
)
def test_an_old_address_is_a_folder_or_an_html_file(alias, address):
    assert alias_address(alias) == address


def problems(site, write, alias: str) -> list[str]:
    """Read a site whose second post has an old address."""
    write("content/staff/ana.md", STAFF)
    write("content/pages/about.md", "---\ntitle: About\n---\n\nUs.\n")
    write("content/posts/a.md", POST.replace("purpose", "aliases: [/2020/Night/]\npurpose"))
    day = POST.replace("night-shift", "day-shift").replace("The night", "The day")
    write("content/posts/b.md", day.replace("purpose", f"aliases: [{alias}]\npurpose"))
    return [str(each) for each in read_library(site).problems]


@pytest.mark.parametrize(
    ("alias", "told"),
    [
        ("/2026/the-night-shift/", "is an address of content/posts/a.md already"),
        ("/2020/night/index.html", "is an address of content/posts/a.md already"),
        ("/2020/night", "is an address of content/posts/a.md already"),
        ("/about/", "is an address of content/pages/about.md already"),
        ("/2026/the-day-shift", "leads to this post already"),
        ("/index.html", "is an address of the site's own"),
        ("/staff/zed/", "is below the site's own address /staff/"),
        ("/fr/topics/reading/", "is below the site's own address /topics/"),
        ("/404.html", "is the site's own address /404/"),
        ("/2024/", "is the archive of the year 2024"),
        ("/fr/", "is the pages in the language `fr`"),
        ("/_redirects", "is an address of the site's own"),
        ("/2020/night/index.html/x/", "is a file and a folder at once"),
    ],
)
def test_an_old_address_that_cannot_be_had_is_told_with_its_place(site, write, alias, told):
    (problem,) = problems(site, write, alias)

    assert problem.startswith("content/posts/b.md:8:11: ")
    assert told in problem
    assert "Take " in problem


@pytest.mark.parametrize(
    "alias", ["/2020/day/", "/day.html", "/fr/2020/day/", "/about.html", "'/d/', /d/index.html, /D"]
)
def test_an_old_address_may_be_anywhere_else(site, write, alias):
    assert problems(site, write, alias) == []
