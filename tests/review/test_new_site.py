"""What a review says where the base has no site, or has it in another folder."""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from advocacy.cli.main import main
from tests.review.conftest import TODAY, isolate_git
from tests.site.conftest import SmallSite, start_small_site

SETTLED = '\n[review]\neditors = ["ana"]\n\n[review.approve]\nstaff = ["ana"]\n'
MALLORY = "---\nname: Mallory\nrole: Nobody\n---\n"
REWRITTEN = """\
url = "https://stories.lindenmark.example"
name = "Another"
description = "Nothing of what was settled before is left here."
time_zone = "Europe/Paris"

[disclosure]
en = "Paid for by Another."

[topics]
reading = "Books"
"""


@dataclass(frozen=True, slots=True)
class Place:
    """A repository in which a site lies in one folder or another."""

    top: Path

    def git(self, *words: str) -> None:
        """Run git at its top."""
        person = ("-c", "user.name=Mallory", "-c", "user.email=mallory@example.net")
        subprocess.run(["git", *person, "-C", str(self.top), *words], check=True)

    def commit(self) -> None:
        """Commit everything."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "A step")

    def begin(self, folder: str) -> None:
        """Commit a site, and begin a branch."""
        site = start_small_site(self.top / folder)
        site.add("advocacy.toml", SETTLED)
        site.post("clock")
        self.commit()
        self.git("checkout", "--quiet", "-b", "post")

    def move(self, old: str, new: str) -> SmallSite:
        """Move the site, and return it where it is now."""
        (self.top / new).mkdir(exist_ok=True)
        for name in ("advocacy.toml", "content", "pelicanconf.py"):
            (self.top / old / name).rename(self.top / new / name)
        return SmallSite(self.top / new)

    def review(self, folder: str, *words: str) -> Result:
        """Run `advocacy review` on a site against `main`."""
        own = ("review", "--site", str(self.top / folder), "--base", "main", "--today", TODAY)
        return CliRunner().invoke(main, [*own, *words])

    def told(self, folder: str) -> dict[str, Any]:
        """Return what it says as JSON."""
        done = self.review(folder, "--format", "json")
        assert done.exit_code == 0, done.output
        value: dict[str, Any] = json.loads(done.output)
        return value


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A repository with a file and no site."""
    isolate_git(monkeypatch)
    place = Place(tmp_path / "top")
    SmallSite(place.top).write("README.md", "Read.\n")
    place.git("init", "--quiet", "--initial-branch=main")
    place.commit()
    return place


@pytest.mark.parametrize("folder", ["blog", "."])
def test_a_site_that_the_base_has_not_is_told_as_new(place: Place, folder: str) -> None:
    place.git("checkout", "--quiet", "-b", "post")
    start_small_site(place.top / folder)

    told = place.told(folder)

    assert told["notes"][0] == (
        "There is no such site at `main`, so everything is new. Nothing was settled there about "
        "who has to approve."
    )
    assert [post["change"] for post in told["posts"]] == ["new"]


def test_the_pages_of_a_new_site_are_all_new(place: Place) -> None:
    place.git("checkout", "--quiet", "-b", "post")
    start_small_site(place.top / "blog")

    told = place.review("blog", "--build").output

    assert "could not be built" not in told
    assert "<strong>New pages: " in told
    assert "readers would lose" not in told


@pytest.mark.parametrize(
    ("old", "new", "was"), [("blog", "site", "blog/"), (".", "blog", "."), ("blog", ".", "blog/")]
)
def test_a_site_that_moves_is_held_against_where_it_was(
    place: Place, old: str, new: str, was: str
) -> None:
    place.begin(old)
    site = place.move(old, new)
    place.commit()
    site.post("clock", body="It ticked.")
    site.add("content/staff/ana.md", "\nI read.\n")
    place.commit()

    told = place.told(new)

    assert told["notes"][0] == (
        f"At `main` the site is in `{was}`. It is held against that; each line counts as new."
    )
    assert [(post["path"], post["change"]) for post in told["posts"]] == [
        ("content/posts/clock.md", "changed")
    ]
    asked = {each["why"]: (each["anyone_of"], each["paths"]) for each in told["approvals"]}
    assert asked["staff"] == (["ana"], ["content/staff/ana.md"])
    assert asked["editors"] == (["ana"], ["content/posts/clock.md"])


def test_moving_a_site_lays_no_rule_of_who_approves_aside(place: Place) -> None:
    place.begin("blog")
    site = place.move("blog", "site")
    site.write("advocacy.toml", REWRITTEN)
    site.post("clock", body="It ticked.")
    place.commit()

    told = place.told("site")

    assert told["notes"][0].startswith("At `main` the site is in `blog/`.")
    assert "editors" in {each["why"] for each in told["approvals"]}


@pytest.mark.parametrize("fixture", ["", "a"])
def test_a_site_that_moves_is_known_however_git_pairs_its_files(place: Place, fixture: str) -> None:
    if fixture:
        SmallSite(place.top / fixture).write("advocacy.toml", "# A sample.\n")
    place.begin(".")
    settings = (place.top / "advocacy.toml").read_text("utf-8")
    site = place.move(".", "blog")
    if fixture:
        (place.top / fixture / "advocacy.toml").unlink()
    (place.top / "notes.toml").write_text(settings, "utf-8")
    site.write("advocacy.toml", settings.replace('["ana"]', '["mallory"]'))
    site.write("content/staff/mallory.md", MALLORY)
    site.post("clock", body="It ticked.")
    place.commit()

    told = place.told("blog")

    assert told["notes"][0].startswith("At `main` the site is in `.`.")
    asked = {each["why"]: each["anyone_of"] for each in told["approvals"]}
    assert asked["editors"] == ["ana"]


def test_a_copy_beside_a_site_is_new_and_has_its_editors(place: Place) -> None:
    place.begin(".")
    copied = ("advocacy.toml", "content", "pelicanconf.py")
    subprocess.run(["mkdir", "blog"], cwd=place.top, check=True)
    subprocess.run(["cp", "-r", *copied, "blog"], cwd=place.top, check=True)
    site = SmallSite(place.top / "blog")
    settings = (place.top / "advocacy.toml").read_text("utf-8")
    site.write("advocacy.toml", settings.replace('["ana"]', '["mallory"]'))
    site.write("content/staff/mallory.md", MALLORY)
    place.commit()

    told = place.told("blog")

    assert told["notes"][0] == (
        "There is no such site at `main`, so everything is new. Who has to approve is as the site "
        "in `.` had it."
    )
    assert {each["change"] for each in told["posts"]} == {"new"}
    asked = {each["why"]: each["anyone_of"] for each in told["approvals"]}
    assert asked["editors"] == ["ana"]


def test_the_pages_of_a_site_that_moves_are_compared(place: Place) -> None:
    place.begin("blog")
    place.move("blog", "site")

    told = place.review("site", "--build").output

    assert "could not be built" not in told
    assert "- **Pages**: none; " in told


def test_where_it_was_is_told_in_one_line(place: Place) -> None:
    if os.name != "posix":
        pytest.skip("no such name can be kept there")
    place.begin("a\nb")
    place.move("a\nb", "site")

    assert "the site is in `a\\nb/`" in place.told("site")["notes"][0]
