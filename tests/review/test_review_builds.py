"""`advocacy review` that builds the site, and looks at it in a browser."""

import json
import os
import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from jsonschema import Draft202012Validator
from PIL import Image

from advocacy.cli.review_builds import Builds
from advocacy.review.encoding import SCHEMA_FILE
from advocacy.review.screenshots import add_screenshots
from advocacy.review.site_changes import PostLook, SiteChanges
from tests.review.conftest import TODAY, PullRequest

NIGHT = "content/posts/night-shift.md"
PAGE = "2026/the-night-shift/"
SCHEMA = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--browser", "chromium"], "--browser goes with --screenshots."),
        (["--screenshots", "s", "--browser", "no-such"], "`no-such`: There is no such program."),
        (["--before", "no-such"], "Directory 'no-such' does not exist."),
        (["--after", "no-such"], "Directory 'no-such' does not exist."),
    ],
)
def test_mistakes_of_the_command_are_told(
    pull_request: PullRequest, words: list[str], told: str
) -> None:
    done = pull_request.review(*words)

    assert told in done.output
    assert done.exit_code == 2


@pytest.mark.parametrize(
    ("builds", "is_wanted"),
    [
        (Builds(), False),
        (Builds(build=True), True),
        (Builds(before=Path("b")), True),
        (Builds(after=Path("a")), True),
        (Builds(screenshots=Path("s")), True),
    ],
)
def test_what_is_to_be_built_is_built(builds: Builds, *, is_wanted: bool) -> None:
    assert builds.is_wanted is is_wanted


@pytest.mark.parametrize("option", ["--before", "--after"])
def test_a_folder_that_no_build_made_is_told(
    pull_request: PullRequest, option: str, tmp_path: Path
) -> None:
    done = pull_request.review(option, str(tmp_path))

    assert "No build was finished here. Build it again: `advocacy build`." in done.output
    assert "readers would lose" not in done.output
    assert done.exit_code == 2


@pytest.mark.parametrize("option", ["--before", "--after"])
def test_a_build_of_another_day_is_told(
    pull_request: PullRequest, option: str, tmp_path: Path
) -> None:
    output = str(tmp_path / "built")
    pull_request.site.run("advocacy build", "--today", "2026-01-31", "--output", output)

    done = pull_request.review(option, output)

    assert f"{option}: {output} was built as on 2026-01-31, and the review" in done.output
    assert f"`advocacy build --today {TODAY}`" in done.output
    assert done.exit_code == 2


def test_what_was_built_already_is_taken(pull_request: PullRequest, tmp_path: Path) -> None:
    site = pull_request.site
    site.run("advocacy build", "--today", TODAY, "--output", str(tmp_path / "before"))
    site.post("clock")
    site.run("advocacy build", "--today", TODAY, "--output", str(tmp_path / "after"))

    done = pull_request.review(
        *("--before", str(tmp_path / "before"), "--after", str(tmp_path / "after")),
    )

    assert done.exit_code == 0, done.output
    assert "- **Subscribers are told of a new post**: The clock\n" in done.output


def test_programs_are_told_the_same(pull_request: PullRequest, tmp_path: Path) -> None:
    built = _build(pull_request, tmp_path)
    pull_request.site.post("clock")
    done = pull_request.site.run("advocacy build", "--today", TODAY)
    assert done.status == 0, done.said

    told = json.loads(
        pull_request.review(
            *(*built[:2], "--after", str(pull_request.site.output), "--format", "json")
        ).output
    )

    Draft202012Validator(SCHEMA).validate(told)
    assert {page["title"]: page["kind"] for page in told["site"]["pages"] if page["title"]} == {
        "The clock": "added",
        "The night shift": "changed",
    }


def test_a_build_that_is_refused_is_a_line(pull_request: PullRequest) -> None:
    pull_request.site.post("clock", body="She lives in an old folks home.")

    done = pull_request.review("--build")

    assert done.exit_code == 1
    assert "**The site with this pull request could not be built**" in done.output
    assert "Traceback" not in done.output


def test_a_build_that_ends_without_a_word_is_told(pull_request: PullRequest) -> None:
    pull_request.site.add("pelicanconf.py", "import os\nos._exit(7)\n")

    done = pull_request.review("--build")

    assert "there is nothing to compare: It ended with 7, and said nothing." in done.output


def test_without_a_browser_there_is_a_note(
    pull_request: PullRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = _build(pull_request, tmp_path)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/git").symlink_to(_which("git"))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))

    shots = tmp_path / "shots"
    done = pull_request.review(*built, "--screenshots", str(shots))

    assert done.exit_code == 0, done.output
    assert "No screenshots: there is no Chromium or Chrome here." in done.output
    assert "The night shift, as a link shows it: " in done.output
    assert [each.name for each in shots.iterdir()] == ["2026-the-night-shift-card.png"]


def test_a_browser_that_fails_is_a_note(pull_request: PullRequest, tmp_path: Path) -> None:
    built = _build(pull_request, tmp_path)
    broken = tmp_path / "broken"
    broken.write_text("#!/bin/sh\necho no display >&2\nexit 1\n")
    broken.chmod(0o755)

    shots = ("--screenshots", str(tmp_path / "shots"), "--browser", str(broken))
    done = pull_request.review(*built, *shots)

    assert done.exit_code == 0, done.output
    assert "No more screenshots: " in done.output
    assert "showed nothing. no display" in done.output


@pytest.mark.browser
def test_each_changed_post_is_shown_on_a_phone_and_on_a_desk(
    pull_request: PullRequest, tmp_path: Path, chromium: str
) -> None:
    built, shots = _build(pull_request, tmp_path), tmp_path / "shots"
    pull_request.site.post("clock", fields={"status": "draft"})
    page = tmp_path / "page.html"
    words = ("--screenshots", str(shots), "--browser", chromium, "--page", str(page))

    done = pull_request.review(*built, *words)

    assert done.exit_code == 0, done.output
    sizes = {file.name: _size(file) for file in shots.iterdir()}
    assert {name: width for name, (width, _) in sizes.items()} == {
        "2026-the-clock-card.png": 1200,
        "2026-the-clock-390.png": 390,
        "2026-the-clock-1280.png": 1280,
        "2026-the-night-shift-card.png": 1200,
        "2026-the-night-shift-390.png": 390,
        "2026-the-night-shift-1280.png": 1280,
    }
    assert all(300 < height < 3000 for _, height in sizes.values())
    assert page.read_text(encoding="utf-8").count('<img src="data:image/png;base64,') == 6
    assert "- **The clock**, still to be published\n" in done.output
    assert not (pull_request.site.root / ".serve.advocacy").exists()
    assert re.search(r"The night shift, 390 pixels wide: `.*-390.png`", done.output)


@pytest.fixture
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    """A server, by a name that is not its address, and what it was asked for."""
    asked: list[str] = []

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/", asked
    server.shutdown()
    server.server_close()


@pytest.mark.browser
def test_a_browser_asks_no_other_machine(
    elsewhere: tuple[str, list[str]], tmp_path: Path, chromium: str
) -> None:
    address, asked = elsewhere
    changes = SiteChanges(looks=(PostLook(NIGHT, "The night shift", PAGE),))

    add_screenshots(changes, lambda _: address, chromium, tmp_path)
    add_screenshots(
        changes, lambda _: address.replace("localhost", "127.0.0.1"), chromium, tmp_path
    )

    assert [each for each in asked if "favicon" not in each] == ["/", "/"]  # one for each width


def _build(request: PullRequest, folder: Path) -> list[str]:
    """Change a post, build the site, and return what hands it over as both builds."""
    request.site.add(NIGHT, "\nAnd it rings.\n")
    output = str(folder / "built")
    done = request.site.run("advocacy build", "--today", TODAY, "--output", output)
    assert done.status == 0, done.said
    return ["--before", output, "--after", output]


def _which(name: str) -> str:
    found = (Path(each) / name for each in os.environ["PATH"].split(os.pathsep))
    return str(next(file for file in found if file.is_file()))


def _size(file: Path) -> tuple[int, int]:
    with Image.open(file) as picture:
        return picture.size
