"""What a source's own files say of it: its settings, its people, and where its posts are."""

from collections.abc import Callable
from pathlib import Path

import pytest

from advocacy.imports.source_site import Person, SourceSite, read_source_site

Read = Callable[..., SourceSite]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read a source with one post, and files by their path."""

    def read_with(files: dict[str, str]) -> SourceSite:
        for path, text in {"_posts/2016-01-02-a.md": "", **files}.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, encoding="utf-8")
        return read_source_site(tmp_path)

    return read_with


@pytest.mark.parametrize(
    ("settings", "name", "value"),
    [
        ("timezone: Europe/Berlin",     "time_zone", "Europe/Berlin"),
        ("timezone: Mars/Olympus",      "time_zone", "UTC"),
        ("timezone: Europe",            "time_zone", "UTC"),
        ("timezone: ../Berlin",         "time_zone", "UTC"),
        ("title: 'Doors: of old'",      "name",      "Doors"),
        ("title: ': of old'",           "name",      ": of old"),
        ("name: ''\ntitle: Doors",      "name",      "Doors"),
        ("baseurl: /blog/",             "base_path", "/blog"),
        ("baseurl: '?blog'",            "base_path", ""),
        ("baseurl: /",                  "base_path", ""),
        ("url: https://old.example/",   "host",      "https://old.example"),
        ("url: here",                   "host",      ""),
        ("author: {name: Ana}",         "author",    "Ana"),
        ("author: Ana",                 "author",    "Ana"),
        ("permalink: /",                "permalink", "/"),
        ("permalink: '/at:/:title/'",   "permalink", "/at:/:title/"),
        ("title: Doors",                "permalink", ""),
    ],
)  # fmt: skip
def test_a_setting_is_read_or_left(settings: str, name: str, value: str, read: Read) -> None:
    assert getattr(read({"_config.yml": settings}), name) == value


def test_of_two_files_of_settings_the_first_counts(read: Read) -> None:
    source = read({"_config.yml": "title: Doors", "_data/site.yml": "title: Gates\nlang: fr"})

    assert (source.name, source.language) == ("Doors", "fr")


def test_people_are_read_where_they_have_a_name(read: Read) -> None:
    people = "ana: {name: Ana, role: Caretaker}\nben: {role: Cook}\neva: Eva\nkim: [Kim]"

    source = read({"_data/authors.yml": people, "_data/team.yml": "- [", "_data/staff.json": "7"})

    assert source.people == {"ana": Person("Ana", "Caretaker")}


def test_posts_are_files_that_are_no_index_of_their_folder(read: Read, tmp_path: Path) -> None:
    (tmp_path / "_posts/c.md").mkdir(parents=True)
    files = ("README.md", "index.html", "d.txt", "e/index.md", "f.HTML")

    source = read({f"_posts/{each}": "" for each in files})

    assert source.posts == ("_posts/2016-01-02-a.md", "_posts/e/index.md", "_posts/f.HTML")
