"""A folder of publications: one is served whole at any moment, and the one before can be back."""

import os

import pytest

from advocacy.errors import CommandError
from tests.publications.conftest import FIRST, SECOND, URL, folder_of, make, put, read


def with_record(text: str) -> dict[str, str]:
    """Return the files of a folder of publications with one release that has such a record."""
    return {".advocacy-publications": "", "releases/1.abcdef/record.json": text}


def test_what_is_published_is_served_with_rights_for_web_servers(www, made):
    site = made("1", FIRST)
    (site.folder / "index.html").chmod(0o600)
    (site.folder / "stray.txt").write_text("no build made it")

    usual = os.umask(0o077)
    published = put(folder_of(www), site)
    os.umask(usual)

    assert read(www / "current") == FIRST
    assert published.name == "1"
    assert (www / "current" / "index.html").stat().st_mode & 0o777 == 0o644
    release = (www / "current").resolve().parent
    folders = [www, *(each for each in www.rglob("*") if each.is_dir())]
    assert {folder.stat().st_mode & 0o777 for folder in folders} == {0o755}
    assert (release / "record.json").stat().st_mode & 0o777 == 0o644


def test_who_shares_a_folder_may_publish_to_it(www, made):
    usual = os.umask(0o002)
    put(folder_of(www), made("1", FIRST))
    os.umask(usual)

    for folder in (www, www / "releases"):
        assert folder.stat().st_mode & 0o777 == 0o775


def test_a_folder_that_was_closed_to_web_servers_is_opened(www, made):
    put(folder_of(www), made("1", FIRST))
    (www / "releases").chmod(0o700)

    put(folder_of(www), made("2", SECOND))

    assert (www / "releases").stat().st_mode & 0o777 == 0o755


def test_a_file_with_the_same_bytes_stays_the_one_that_it_was(www, made):
    put(folder_of(www), made("1", FIRST))
    before = (www / "current" / "theme/style.css").stat()
    site = made("2", SECOND)
    os.utime(site.folder / "theme/style.css", (0, 0))

    put(folder_of(www), site)

    after = (www / "current" / "theme/style.css").stat()
    assert read(www / "current") == SECOND
    assert (after.st_ino, after.st_mtime) == (before.st_ino, before.st_mtime)


def test_each_rollback_goes_one_further_back_until_nothing_is_kept(three, www):
    told = [tuple(each.name for each in three.put_back()) for _ in range(2)]

    assert told == [("3", "2"), ("2", "1")]
    assert read(www / "current") == FIRST
    with pytest.raises(CommandError, match="No earlier publication is kept here"):
        three.put_back()
    assert read(www / "current") == FIRST


def test_what_was_taken_back_is_known_until_another_is_published(three, made):
    three.put_back()
    before = three.read()

    put(three, made("4", FIRST, content="4" * 40))

    assert [each.name for each in before.undone] == ["3"]
    assert before.current.name == "2"
    after = three.read()
    assert after.current.name == "4"
    assert after.undone == ()


def test_a_rollback_goes_past_what_was_taken_back(three, www, made):
    three.put_back()
    put(three, made("4", FIRST))

    undone, back = three.put_back()

    assert (undone.name, back.name) == ("4", "2")
    assert read(www / "current") == SECOND


@pytest.mark.parametrize(("keep", "kept"), [(1, ["4"]), (2, ["3", "4"]), (9, ["1", "2", "3", "4"])])
def test_as_many_are_kept_as_somebody_asks_for(three, www, made, keep, kept):
    put(three, made("4", FIRST), keep)

    assert sorted(each.name.split(".")[0] for each in (www / "releases").iterdir()) == kept
    assert put(three, made("5", SECOND)).name == "5"


@pytest.mark.parametrize(
    ("there", "told"),
    [
        ({"index.html": "theirs"}, "holds what was not published by this command"),
        ({".htaccess": "theirs"}, "holds what was not published by this command"),
        ({".advocacy-publications": "", "current/index.html": "theirs"}, "`current` is no link"),
        (with_record('{"folder": "../.."}'), "is no release"),
        (with_record('{"folder": "1.a/../.."}'), "is no release"),
        (with_record('{"folder": "1.abcdef"}'), "A record.json cannot be read"),
        (with_record("[]"), "A record.json cannot be read"),
        (with_record("{"), "A record.json cannot be read"),
    ],
)
def test_a_folder_with_something_else_in_it_is_refused_and_left_alone(www, made, there, told):
    make(www, there)

    with pytest.raises(CommandError, match=told) as refusal:
        put(folder_of(www), made("1", FIRST))

    assert "\n" not in str(refusal.value)
    assert there.items() <= read(www).items()


def test_an_empty_folder_and_one_without_a_whole_release_may_be_published_to(www, made):
    www.mkdir()
    for _ in range(2):
        put(folder_of(www), made("1", FIRST))
        assert read(www / "current") == FIRST
        for each in ("current", *www.rglob("record.json")):
            (www / each).unlink()


def test_what_records_and_links_say_is_no_command(www, made, tmp_path):
    www.mkdir()
    (www / ".advocacy-publications").touch()
    (www / "current").symlink_to("$(touch done) a")
    url = f"{URL}/it's$(touch done)"

    put(folder_of(www), made("1", FIRST, url=url))

    assert folder_of(www).read().current.url == url
    assert not [*www.rglob("done")]


def test_a_rollback_where_nothing_was_published_makes_no_folder(www):
    with pytest.raises(CommandError, match="No earlier publication"):
        folder_of(www).put_back()

    assert not www.exists()


def test_a_link_out_of_the_site_is_followed_by_nobody(www, made, tmp_path):
    (tmp_path / "secret").write_text("secret")
    site = made("1", FIRST)
    (site.folder / "index.html").unlink()
    (site.folder / "index.html").symlink_to(tmp_path / "secret")

    with pytest.raises(CommandError, match="Not all files have arrived"):
        put(folder_of(www), site)

    assert "secret" not in read(www).values()
    assert not (www / "current").exists()
    assert not [*www.rglob("record.json")]
