"""New and changed pages that are heavier than a site allows."""

from dataclasses import replace

import pytest

from advocacy.built_settings import BuiltSettings
from advocacy.library import Library
from advocacy.review.built_site import read_built_site
from advocacy.review.site_changes import PageChange
from advocacy.review.weighing import weigh_pages

PAGE = '<!doctype html><html lang="en"><title>Rain</title><img src="/images/{}.png" alt="">'
NAMES = {"a/": "heavy", "b/": "heavy", "c/": "light"}


@pytest.mark.parametrize(
    ("kind", "address", "heavy"),
    [
        ("added", "a/", ["a/index.html"]),
        ("moved", "a/", ["a/index.html"]),
        ("changed", "b/", ["b/index.html"]),
        ("changed", "c/", []),
        ("removed", "gone/", []),
    ],
)
def test_only_what_changes_and_is_there_is_weighed(site, write, tmp_path, kind, address, heavy):
    for folder, picture in NAMES.items():
        write(f"{folder}index.html", PAGE.format(picture))
    write("images/heavy.png", bytes(2000))
    write("images/light.png", bytes(20))
    strict = replace(site, built=BuiltSettings(page_kb=1))
    built = read_built_site([tmp_path], Library(strict, (), {}, {}, ()))

    found = [*weigh_pages(strict, tmp_path, built, [PageChange(kind, address)])]

    assert [each.name for each in found] == heavy
    assert all("`heavy.png` alone has 2 kB" in each.told for each in found)
