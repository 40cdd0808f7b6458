"""What is not published yet is shown to its author, and what has ended says so, if at all."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from advocacy.cli.preview import FOLDER

DRAFT, LATER = "Zanzibar drafted it", "Quixotic tomorrow"


@pytest.fixture
def waiting(small_site):
    """A site with a draft, a post of a later day, one that is embargoed and an internal one."""
    states = {"draft": {"status": "draft"}, "later": {"date": "2099-05-01"}}
    states |= {"embargoed": {"embargo": "2099-06-01"}}
    for name, fields in states.items():
        body = DRAFT if name == "draft" else LATER
        small_site.post(name, fields={"topics": "[reading]", **fields}, body=body)
    small_site.post("inside", fields={"visibility": "internal", "status": "draft"})
    return small_site


def read_all(folder: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield file.relative_to(folder).as_posix(), file.read_text("utf-8", "replace")


def test_serve_shows_what_is_not_published_with_a_banner_and_names_it_on_the_home_page(waiting):
    done = waiting.run("advocacy build", "--preview")

    assert done.status == 0, done.said
    shown = dict(read_all(waiting.root / FOLDER / "output"))
    banners = {
        "2026/the-draft/index.html": "This is a draft.",
        "2099/the-later/index.html": "This will be published on May 1, 2099.",
        "2026/the-embargoed/index.html": "This will be published on June 1, 2099.",
    }
    for page, banner in banners.items():
        assert banner in shown[page], page
        assert '<meta name="robots" content="noindex">' in shown[page]
        assert f'href="/{page.removesuffix("index.html")}"' in shown["index.html"]
    assert 'class="notice"' not in shown["2026/the-night-shift/index.html"]
    holds = {name for name, text in shown.items() if DRAFT in text or LATER in text}
    assert holds == set(banners)  # no feed, no kit, no list
    assert not [name for name in shown if "the-inside" in name]


@pytest.mark.browser
@pytest.mark.parametrize("width_px", [390, 1280])
def test_a_notice_stands_over_the_text_that_it_is_about(waiting, browser: Browser, serve, width_px):
    assert waiting.run("advocacy build", "--preview").status == 0
    page = browser.new_page(viewport={"width": width_px, "height": 900})
    page.goto(f"{serve(waiting.root / FOLDER / 'output')}/2026/the-draft/")

    notice, heading, text = (
        page.locator(each).bounding_box() for each in (".notice", "h1", ".prose p")
    )
    page.close()

    assert notice["x"] == pytest.approx(heading["x"], abs=1)
    assert notice["width"] <= text["width"] + 1
    assert notice["y"] + notice["height"] < heading["y"]


@pytest.mark.parametrize("command", ["advocacy build", "pelican content"])
def test_a_build_holds_none_of_it_even_after_serve(waiting, command):
    assert waiting.run("advocacy build", "--preview").status == 0
    assert waiting.run(command).status == 0

    for name, text in read_all(waiting.output):
        found = re.search(
            r"Zanzibar|Quixotic|the-(draft|later|embargoed|inside)|Not published", text
        )
        assert not found, (name, found)


def test_an_expired_post_is_taken_down_unless_the_site_keeps_it_with_a_notice(small_site):
    small_site.post("fair", fields={"expires": "2026-04-01", "topics": "[reading]"})
    assert small_site.run().status == 0
    assert "the-fair" not in "".join(text for _, text in read_all(small_site.output))

    small_site.add("advocacy.toml", '[posts]\nexpired = "notice"\n')
    assert small_site.run().status == 0
    page = (small_site.output / "2026/the-fair/index.html").read_text(encoding="utf-8")

    assert "This ended on April 1, 2026, and may no longer hold." in page
    assert '<meta name="robots" content="noindex">' in page
    named = {name for name, text in read_all(small_site.output) if "the-fair" in text}
    assert named == {"2026/the-fair/index.html"}
