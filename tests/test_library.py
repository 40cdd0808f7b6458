"""A content folder is read once, and what its files say against one another is told."""

import os
from pathlib import Path

import pytest

from advocacy.library import read_library, replace_post
from tests.conftest import POST, STAFF

TRANSLATION = """\
---
id: tag:stories.lindenmark.example,2026-04-02:nuit
title: La nuit
date: 2026-04-02
lang: fr
translation_of: tag:stories.lindenmark.example,2026-03-31:night-shift
authors: [ana]
summary: Après la fermeture.
---

Il faut remonter l’horloge.
"""


RECORD = "at_uri: at://did:plc:ewvi7nxzyoun6zhxrhs64oiz/site.standard.document/3mek5jhip372r"


@pytest.fixture
def library(site, write):
    """Read a site with one colleague, and the files that are named."""

    def read(files: dict[str, str]):
        write("content/staff/ana.md", STAFF)
        for path, text in files.items():
            write(f"content/{path}", text)
        return read_library(site)

    return read


def other(**changes: str) -> str:
    """Return a second post that differs from the first in what is named."""
    text = POST.replace("night-shift", "day-shift").replace("The night", "The day")
    for old, new in changes.items():
        text = text.replace(old, new)
    return text


def test_posts_come_newest_first(library):
    found = library({"posts/a.md": POST, "posts/b.md": other().replace("2026-03-31", "2026-04-01")})

    assert [post.path for post in found.posts] == ["content/posts/b.md", "content/posts/a.md"]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        ("posts/b.md", POST.replace("night-shift", "x"), "`the-night-shift` is the slug of"),
        ("posts/b.md", POST.replace("The night", "Another"), "is the id of content/posts/a.md too"),
        ("posts/b.md", f"---\n{RECORD}{other()[3:]}", "is the at_uri of content/posts/a.md"),
        ("posts/b.txt", "text", "is not Markdown"),
        ("posts/2026/b.md", "", "The file is empty"),
        ("staff/Ana M.md", STAFF, "`Ana M` cannot be an id"),
        ("staff/b.md", STAFF.replace("role", "rôle"), "There is no `role`"),
        ("pages/share.md", "---\ntitle: x\n---\n", "`share` is the site's own address"),
        ("pages/fr.md", "---\ntitle: x\n---\n", "the pages in the language `fr`"),
        ("stray.md", POST, "is in no folder that is read"),
        ("drafts/x.md", POST, "is in no folder that is read"),
        ("posts/b.md", TRANSLATION, None),
        ("posts/b.md", TRANSLATION.replace("lang: fr", "lang: en"), "is in `en` too"),
        ("posts/b.md", TRANSLATION.replace(":night-shift\nauth", ":x\nauth"), "is no post's id"),
        ("staff/zz/ana.md", STAFF, "`ana` is the id of content/staff/ana.md too"),
        ("pages/about us.md", "---\ntitle: x\n---\n", "cannot be an address"),
    ],
)
def test_a_file_that_cannot_be_taken_is_told(library, path, text, told):
    first = POST.replace("\n---", f"\n{RECORD}\n---", 1)
    found = library({"posts/a.md": first, path: text})

    told_of = [str(problem) for problem in found.problems]
    assert any(told in each for each in told_of) if told else not told_of, told_of
    assert "content/posts/a.md" in [post.path for post in found.posts]


def test_a_link_in_content_is_refused(library, tmp_path, write):
    secret = write("secret/x.md", POST)
    (tmp_path / "content/posts").mkdir(parents=True)
    (tmp_path / "content/posts/x.md").symlink_to(secret)
    (tmp_path / "content/posts/folder").symlink_to(secret.parent)

    found = library({})

    assert [problem.path for problem in found.problems] == [
        "content/posts/folder",
        "content/posts/x.md",
    ]
    assert found.posts == ()


def test_what_is_no_ordinary_file_is_told_and_never_opened(library, tmp_path):
    (tmp_path / "content/posts").mkdir(parents=True)
    os.mkfifo(tmp_path / "content/posts/endless.md")

    assert [str(problem) for problem in library({}).problems] == [
        "content/posts/endless.md: is no ordinary file. Take it away."
    ]


@pytest.mark.parametrize(
    ("one", "other"), [("Night.png", "night.png"), ("e\u0301lan.png", "\u00e9lan.png")]
)
def test_names_that_some_systems_cannot_tell_apart_are_told(library, one, other):
    problems = library({f"images/{one}": "x", f"images/{other}": "x"}).problems

    assert [(each.path, each.other) for each in problems] == [
        (f"content/images/{other}", f"content/images/{one}")
    ]


def test_a_folder_deeper_than_any_path_is_told(library, tmp_path):
    folder, here = tmp_path / "content/posts", Path.cwd()
    folder.mkdir(parents=True)
    os.chdir(folder)
    for _ in range(25):
        Path("d" * 200).mkdir()
        os.chdir("d" * 200)
    os.chdir(here)

    (problem,) = library({}).problems

    assert problem.code == "File.Unreadable"
    assert "cannot be opened: File name too long" in problem.message


def test_a_file_in_the_place_of_a_folder_is_told(library):
    found = library({"posts": "x"})

    assert [problem.path for problem in found.problems] == ["content/posts"]


def test_hidden_files_and_backups_are_let_lie(library):
    found = library({"posts/.x.md": "x", "posts/x.md~": "x", "posts/#x.md#": "x"})

    assert (found.posts, found.problems) == ((), ())


@pytest.mark.parametrize("broken", [STAFF.replace("role", "rôle"), "---\nname: [\n---\n", "none"])
def test_a_colleagues_broken_file_is_told_once_and_blamed_on_no_post(library, broken):
    posts = {"posts/a.md": POST, "posts/b.md": TRANSLATION}
    found = library({**posts, "staff/ana.md": broken})

    assert {problem.path for problem in found.problems} == {"content/staff/ana.md"}
    assert found.posts == ()
    assert {"content/posts/a.md", "content/posts/b.md"} <= found.unread_paths
    assert found.colleagues == {"ana": None}

    again = replace_post(found, "content/posts/a.md", POST.encode())

    assert again.problems == found.problems
    assert (again.posts, again.unread_paths) == (found.posts, found.unread_paths)


def test_a_translation_of_a_post_that_cannot_be_read_is_in_the_right(library):
    found = library({"posts/a.md": POST.replace("date:", "day:"), "posts/b.md": TRANSLATION})

    assert {problem.path for problem in found.problems} == {"content/posts/a.md"}
