"""Only what was held to the guide as it is, is whole, and is neither old nor too early goes out."""

import json
from datetime import date
from pathlib import Path

import pytest

from advocacy.errors import CommandError
from advocacy.output.state import State, digest_of, state_of
from advocacy.publications.made import Now, read_made
from advocacy.revision import Revision
from advocacy.site import make_site
from tests.conftest import SETTINGS
from tests.publications.conftest import make

TODAY = date(2026, 3, 31)
GUIDE = "57555b1da025"
COMMIT = "a" * 40
RECORD = {
    "date": "2026-03-31",
    "guide": {"version": GUIDE},
    "url": SETTINGS["url"],
    "due": "2026-04-02",
    "drafts": False,
    "content": {"commit": COMMIT, "changed": []},
}
FILES = {"index.html": "home", "share/night-shift/index.html": "a kit"}
APART = {"share": {"folder": "output-share", "url": "https://intranet.example/kits"}}


@pytest.fixture
def state(tmp_path) -> State:
    """What a build would have left, without one."""
    make(tmp_path / "output", FILES)
    state = state_of(tmp_path / "output")
    state.folder.mkdir()
    list_files(state, *FILES)
    state.record.write_text(json.dumps(RECORD))
    return state


@pytest.fixture
def now(site) -> Now:
    return Now(site, GUIDE, Revision(COMMIT), TODAY)


def list_files(state: State, *names: str) -> None:
    digests = [digest_of(state.output / name) for name in names]
    state.manifest.write_text(json.dumps({"files": names, "sha256": digests}))


def record(state: State, **changes: object) -> None:
    state.record.write_text(json.dumps(RECORD | changes))


def test_what_was_built_may_be_published_with_what_it_stands_on(state, now):
    (state.output / "stray.txt").write_text("no build made it")

    made = read_made(state.output, now)

    assert made.files == tuple(sorted(FILES))
    told = made.publication
    assert (told.url, told.day, told.content, told.guide) == (
        SETTINGS["url"],
        "2026-03-31",
        COMMIT,
        GUIDE,
    )
    assert made.notes == ()


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"guide": {"version": "0"}}, "It was held to guide 0, and the guide is 57555b1da025."),
        ({"due": "2026-03-31"}, "It was built as on 2026-03-31, and on 2026-03-31 something"),
        ({"date": "2026-04-01"}, "It was built as on 2026-04-01, which is still to come."),
        ({"drafts": True}, "It shows drafts."),
        ({"url": "https://other.example"}, "It is for https://other.example, and advocacy.toml"),
        ({"content": {"commit": "b" * 40, "changed": []}}, "It was built from bbbbbbb, and the"),
        ({"guide": {}}, "cannot be read"),
        ({"date": "soon"}, "cannot be read"),
        ({"content": None}, "cannot be read"),
    ],
)
def test_what_is_old_or_too_early_is_refused(state, now, changes, told):
    record(state, **changes)

    with pytest.raises(CommandError) as refusal:
        read_made(state.output, now)

    assert told in str(refusal.value)
    assert "Build it again: `advocacy build`." in str(refusal.value)
    assert "\n" not in str(refusal.value)


def lead_out(state: State, name: str) -> None:
    """Replace a file or a folder of the output by a link to the same elsewhere."""
    elsewhere = state.output.parent / "elsewhere"
    (state.output / name).rename(elsewhere)
    (state.output / name).symlink_to(elsewhere)


def become_folder(file: Path) -> None:
    """Replace a file by a folder of its name."""
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize("due", ["", "2026-04-01"])
@pytest.mark.parametrize("day", ["2026-03-30", "2026-03-31"])
def test_until_something_falls_due_a_build_may_be_published(state, now, due, day):
    record(state, due=due, date=day)

    assert read_made(state.output, now).publication.day == day


@pytest.mark.parametrize("here", ["HEAD", ""])
def test_where_the_content_is_the_same_or_not_known_no_other_build_is_asked_for(
    state, now, git, tmp_path, here
):
    git(tmp_path, "init", "--quiet")
    for _ in range(2):
        git(tmp_path, "commit", "--quiet", "--allow-empty", "-m", "Nothing")
    record(state, content={"commit": git(tmp_path, "rev-parse", "HEAD~1"), "changed": []})
    revision = Revision(here and git(tmp_path, "rev-parse", here))

    assert read_made(state.output, Now(now.site, now.guide, revision, now.today)).notes == ()


@pytest.mark.parametrize(
    ("break_it", "told"),
    [
        (lambda state: state.record.unlink(), "No build was finished here."),
        (lambda state: state.record.write_text("{"), "cannot be read"),
        (lambda state: state.journal.write_text("{}"), "A build was stopped before its end."),
        (lambda state: (state.output / "index.html").unlink(), "index.html is missing."),
        (lambda state: become_folder(state.output / "index.html"), "index.html is missing."),
        (lambda state: become_folder(state.record), "cannot be read"),
        (lambda state: state.manifest.unlink(), "It is empty."),
        (
            lambda state: state.manifest.write_text(json.dumps({"files": [*FILES]})),
            "index.html is not as it was built.",
        ),
        (
            lambda state: (state.output / "index.html").write_text("home!"),
            "index.html is not as it was built.",
        ),
        (lambda state: lead_out(state, "index.html"), "index.html is a link, or lies behind one."),
        (lambda state: lead_out(state, "share"), "share/night-shift/index.html is a link, or lies"),
    ],
)
def test_what_is_not_whole_is_refused(state, now, break_it, told):
    break_it(state)

    with pytest.raises(CommandError, match=told):
        read_made(state.output, now)


def test_a_folder_that_is_not_there_is_told(tmp_path, now):
    with pytest.raises(CommandError, match="There is no such folder"):
        read_made(tmp_path / "nowhere", now)


def test_kits_stay_off_the_blog_where_they_are_to_be_apart(state, now, tmp_path):
    site = make_site(tmp_path, SETTINGS | APART)
    apart = Now(site, now.guide, now.revision, now.today)

    with pytest.raises(CommandError, match=r"share/night-shift/index.html is to be apart"):
        read_made(state.output, apart)

    record(state, url=site.sharing.url)
    assert read_made(state.output, apart).publication.url == "https://intranet.example/kits"


@pytest.mark.parametrize(
    ("built", "here", "content", "told"),
    [
        (["a.md"], ["a.md"], f"{COMMIT}-dirty", "Built from what was not committed: a.md."),
        ([], list("abcde"), COMMIT, "not in what was built: a, b, c, and 2 more."),
        ([], list("abc"), COMMIT, "not in what was built: a, b, c."),
    ],
)
def test_what_was_not_committed_is_told(state, now, built, here, content, told):
    record(state, content={"commit": COMMIT, "changed": built})

    made = read_made(
        state.output, Now(now.site, now.guide, Revision(COMMIT, tuple(here)), now.today)
    )

    assert made.publication.content == content
    assert told in made.notes[0]


@pytest.mark.parametrize(
    ("changed", "notes"),
    [([], ()), (["a.md"], ("Built from what was not committed: a.md.",))],
)
def test_what_was_built_before_the_first_commit_is_of_none(state, now, changed, notes):
    record(state, content={"commit": "", "changed": changed})

    made = read_made(state.output, Now(now.site, now.guide, Revision(COMMIT, ("a.md",)), now.today))

    assert (made.publication.content, made.notes) == ("", notes)


def test_what_was_built_is_listed_by_name_below_the_whole_path(state, now, monkeypatch):
    names = [f"{letter}.html" for letter in "hgfedcba"]
    make(state.output, dict.fromkeys(names, ""))
    list_files(state, *names)
    monkeypatch.chdir(state.output.parent)

    made = read_made(Path("output"), now)

    assert made.files == tuple(sorted(names))
    assert made.folder == state.output


def test_any_other_byte_or_name_is_another_digest(state, now):
    digests = {read_made(state.output, now).publication.digest}

    (state.output / "index.html").write_text("home!")
    list_files(state, *FILES)
    digests.add(read_made(state.output, now).publication.digest)
    (state.output / "index.html").rename(state.output / "indey.html")
    list_files(state, *[*FILES, "indey.html"][1:])
    digests.add(read_made(state.output, now).publication.digest)

    assert len(digests) == 3
