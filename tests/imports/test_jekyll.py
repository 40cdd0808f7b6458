"""A made-up blog, imported from end to end."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from advocacy.cli.import_ import import_
from advocacy.errors import CommandError, SettingsError
from advocacy.imports.jekyll import import_jekyll
from advocacy.library import read_library
from advocacy.share.networks import network_ids
from advocacy.site import read_site
from tests.conftest import PROJECT
from tests.imports.mini import POSTS, write_mini

TODAY = date(2026, 11, 23)


@pytest.fixture
def imported(tmp_path: Path) -> Path:
    import_jekyll(write_mini(tmp_path), tmp_path / "new", TODAY)
    return tmp_path / "new"


def test_a_post_is_mapped_field_by_field(imported: Path, golden) -> None:
    golden(
        "imports/post.md", (imported / "content/posts/2015-06-03-the-lift.md").read_text("utf-8")
    )


def test_the_report_says_file_by_file_what_was_done(imported: Path, golden) -> None:
    golden("imports/report.md", (imported / "import-report/report.md").read_text("utf-8"))


def test_the_report_for_programs_has_the_same_notes(imported: Path, golden) -> None:
    text = (imported / "import-report/report.json").read_text("utf-8")

    assert json.loads(text)["schema_version"] == 1
    golden("imports/report.json", text)


def test_the_settings_are_the_source_s(imported: Path, golden) -> None:
    golden("imports/advocacy.toml", (imported / "advocacy.toml").read_text("utf-8"))


def test_the_site_can_be_read_without_a_problem(imported: Path) -> None:
    site = read_site(imported, network_ids())
    library = read_library(site)

    assert library.problems == ()
    assert [(post.slug, post.status) for post in library.posts] == [
        ("roof", "draft"),
        ("stairs-2", "published"),
        ("stairs", "published"),
        ("the-lift", "published"),
    ]
    assert site.editorial.enforce_from == TODAY
    assert set(site.sharing.networks) == {
        "x",
        "linkedin",
        "mastodon",
        "bluesky",
        "facebook",
        "email",
    }
    assert site.sharing.window_days == 0


def test_colleagues_are_the_authors(imported: Path) -> None:
    staff = read_library(read_site(imported)).staff

    assert {each.id: (each.name, each.role, each.bio) for each in staff.values()} == {
        "ana": ("Ana Müller", "Librarian", "I wind the clock."),
        "bo-lee": ("Bo Lee", "Contributor", ""),
        "lindenmark-libraries": ("Lindenmark Libraries", "Contributor", ""),
    }


def test_what_cannot_be_read_is_kept_as_it_was(imported: Path) -> None:
    unread = imported / "import-report" / "unread" / "_posts"

    assert (unread / "2016-03-04-broken.md").read_text() == POSTS["_posts/2016-03-04-broken.md"]
    assert (unread / "2016-05-06-latin.md").read_bytes().endswith("Café\n---\n".encode("latin-1"))
    assert (unread / "2016-04-05-page.html").is_file()


def test_only_pictures_that_posts_show_are_copied(imported: Path) -> None:
    images = imported / "content" / "images"

    assert [file.relative_to(images).as_posix() for file in images.rglob("*.*")] == [
        "blog/lift.png"
    ]


def test_two_imports_have_the_same_bytes(tmp_path: Path) -> None:
    source = write_mini(tmp_path)
    for name in ("one", "two"):
        import_jekyll(source, tmp_path / name, TODAY)

    trees = [
        {
            file.relative_to(tmp_path / name): file.read_bytes()
            for file in (tmp_path / name).rglob("*")
            if file.is_file()
        }
        for name in ("one", "two")
    ]
    assert trees[0] == trees[1]


def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path: Path, write) -> None:
    write("new/mine.txt", "mine")

    with pytest.raises(CommandError, match="not empty, and nothing is overwritten"):
        import_jekyll(write_mini(tmp_path), tmp_path / "new", TODAY)

    assert [file.name for file in (tmp_path / "new").iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(
    ("files", "error", "message"),
    [
        ({}, CommandError, "There is no such folder"),
        ({"old/readme.txt": "x"}, CommandError, "There are no posts in `_posts`"),
        (
            {"old/_posts/a.md": "x", "old/_config.yml": "a: ["},
            SettingsError,
            r"_config.yml:\d+:\d+: The YAML cannot be read",
        ),
    ],
)
def test_a_source_that_is_none_is_refused(
    files: dict[str, str], error: type[Exception], message: str, tmp_path: Path, write
) -> None:
    for path, text in files.items():
        write(path, text)

    with pytest.raises(error, match=message):
        import_jekyll(tmp_path / "old", tmp_path / "new", TODAY)


def test_a_picture_that_browsers_could_not_show_becomes_its_alt_text(tmp_path: Path, write) -> None:
    write("old/_posts/2015-01-02-a.md", '---\ntitle: A\n---\n![The lift](/a.png "Stuck")\n')
    write("old/a.png", b"\x89PNG\r\n\x1a\nand then nothing")

    report = import_jekyll(tmp_path / "old", tmp_path / "new", TODAY)

    post = (tmp_path / "new/content/posts/2015-01-02-a.md").read_text("utf-8")
    assert post.endswith("The lift (Stuck)\n")
    assert report.totals["notes_image"] == 1
    assert not list((tmp_path / "new/content/images").rglob("*.png"))


@pytest.mark.parametrize(("option", "status"), [([], 0), (["--strict"], 1)])
def test_the_command_ends_as_asked_when_a_file_was_not_read(
    option: list[str], status: int, tmp_path: Path
) -> None:
    arguments = ["jekyll", str(write_mini(tmp_path)), str(tmp_path / "new"), *option]

    result = CliRunner().invoke(import_, [*arguments, "--today", "2026-11-23"])

    assert result.exit_code == status
    assert "4 posts, 3 colleagues, 1 pictures" in result.output
    assert "_posts/2016-03-04-broken.md:3:1: The YAML cannot be read" in result.output


def test_what_is_no_ordinary_file_is_named_and_never_opened(tmp_path: Path) -> None:
    source = write_mini(tmp_path)
    posts = next(folder for folder in source.rglob("_posts") if folder.is_dir())
    secret = tmp_path / "secret.md"
    secret.write_text("the secret of the house")
    (posts / "2020-01-08-link.md").symlink_to(secret)
    (posts / "2020-01-08-link.html").symlink_to(secret)
    (posts / "loop").symlink_to(posts)
    os.mkfifo(posts / "2020-01-09-endless.md")
    (posts / os.fsdecode(b"2020-01-10-b\xff.md")).write_text("---\ntitle: x\n---\n")

    import_jekyll(source, tmp_path / "new", TODAY)

    report = (tmp_path / "new/import-report/report.md").read_text("utf-8")
    for name in ("2020-01-08-link.md", "loop", "2020-01-09-endless.md", "2020-01-10-b\\xff.md"):
        assert name in report
    texts = [file.read_bytes() for file in (tmp_path / "new").rglob("*") if file.is_file()]
    assert not [text for text in texts if b"the secret of the house" in text]


def test_a_post_that_takes_too_long_is_named_and_the_others_are_imported(tmp_path: Path) -> None:
    source = write_mini(tmp_path)
    (source / "_posts/2016-02-01-long.md").write_text("---\ntitle: x\n---\n" + "- *a*\n" * 40_000)
    command = [sys.executable, "-m", "advocacy", "import", "jekyll", source, tmp_path / "new"]

    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "ADVOCACY_FILE_SECONDS": "1", "PYTHONPATH": str(PROJECT)},
    )

    assert done.returncode == 0, done.stderr
    assert "4 posts" in done.stdout
    assert "_posts/2016-02-01-long.md: takes more than 2 s of computing" in done.stderr
