"""Screenshots, taken by programs that stand for a browser."""

import os
from pathlib import Path

import pytest
from PIL import Image

from advocacy.review import screenshots
from advocacy.review.screenshots import add_screenshots, find_browser, keep_cards
from advocacy.review.site_changes import PostLook, SiteChanges

HERE = "http://127.0.0.1:1/"
# Copies `page.png` of its own folder to where a screenshot is asked for, and notes its options.
BROWSER = """\
#!/bin/sh
here=$(dirname "$0")
echo "$@" >> "$here/asked"
for word in "$@"; do
  case "$word" in --screenshot=*) cp "$here/page.png" "${word#--screenshot=}";; esac
done
"""


def program(folder: Path, text: str) -> str:
    file = folder / "browser"
    file.write_text(text, encoding="utf-8")
    file.chmod(0o755)
    return str(file)


@pytest.fixture
def browser(tmp_path: Path) -> str:
    """What shows the same picture of each page."""
    Image.new("RGB", (40, 100), "white").save(tmp_path / "page.png")
    return program(tmp_path, BROWSER)


def looks(count: int) -> SiteChanges:
    """Return so many posts, each with a card."""
    names = [f"post-{number:02}" for number in range(count)]
    found = (PostLook(f"{each}.md", each, f"2026/{each}/", (f"{each}.png",)) for each in names)
    return SiteChanges(looks=tuple(found), notes=("Of old.",))


def take(changes: SiteChanges, browser: str, folder: Path) -> SiteChanges:
    return add_screenshots(changes, lambda look: f"{HERE}{look.address}", browser, folder)


def asked(folder: Path) -> list[list[str]]:
    """Return the words that the browser was begun with, each time."""
    return [line.split() for line in (folder / "asked").read_text(encoding="utf-8").splitlines()]


def test_each_post_is_shown_in_each_width(browser: str, tmp_path: Path) -> None:
    shots = tmp_path / "new/shots"

    (look,) = take(looks(1), browser, shots).looks

    names = ["2026-post-00-390.png", "2026-post-00-1280.png"]
    assert [(each.width_px, each.file) for each in look.screenshots] == [
        *((390, shots / names[0]), (1280, shots / names[1]))
    ]
    assert [words[-2:] for words in asked(tmp_path)] == [
        *(
            ["--window-size=390,6000", f"{HERE}2026/post-00/"],
            ["--window-size=1280,4000", f"{HERE}2026/post-00/"],
        )
    ]


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (10, []),
        (11, ["1 more post changed, of which no screenshot was taken."]),
        (13, ["3 more posts changed, of which no screenshot was taken."]),
    ],
)
def test_of_many_posts_ten_are_shown_and_the_others_counted(
    browser: str, tmp_path: Path, count: int, told: list[str]
) -> None:
    made = take(looks(count), browser, tmp_path)

    assert [bool(look.screenshots) for look in made.looks] == [True] * 10 + [False] * (count - 10)
    assert [look.title for look in made.looks] == [look.title for look in looks(count).looks]
    assert made.notes == ("Of old.", *told)


def test_a_browser_that_fails_is_not_asked_again(tmp_path: Path) -> None:
    broken = program(tmp_path, f"{BROWSER}echo no display >&2")

    made = take(looks(3), broken, tmp_path)

    assert made.looks == looks(3).looks
    assert made.notes == ("Of old.", f"No more screenshots: {broken}: showed nothing. no display")
    assert len(asked(tmp_path)) == 1


def test_an_older_screenshot_is_not_taken_for_a_new_one(tmp_path: Path) -> None:
    (tmp_path / "2026-post-00-390.png").write_bytes(b"old")

    made = take(looks(1), program(tmp_path, "#!/bin/sh\n"), tmp_path)

    assert "showed nothing." in made.notes[1]
    assert not (tmp_path / "2026-post-00-390.png").exists()


def test_what_is_no_program_is_told(tmp_path: Path) -> None:
    made = take(looks(1), program(tmp_path, "no program"), tmp_path)

    assert made.notes[1] == f"No more screenshots: {tmp_path / 'browser'}: cannot be run: " + (
        "Exec format error."
    )


def test_a_browser_that_never_ends_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screenshots, "MOST_SECONDS", 0.1)

    made = take(looks(1), program(tmp_path, "#!/bin/sh\nexec sleep 600\n"), tmp_path)

    assert made.notes[1].endswith("browser: showed nothing for 0.1 seconds.")


@pytest.mark.parametrize(("user", "is_let"), [(0, True), (1000, False)])
def test_only_root_goes_without_a_sandbox(
    browser: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, user: int, *, is_let: bool
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)

    take(looks(1), browser, tmp_path)

    assert ["--no-sandbox" in words for words in asked(tmp_path)] == [is_let, is_let]


@pytest.mark.parametrize(
    ("paper", "last_line", "height"),
    [
        ("white", 50, 74),
        ("grey", 50, 74),
        ("white", 90, 100),
        ("white", None, 100),
    ],
)
def test_the_paper_below_a_page_is_cut_off(
    browser: str, tmp_path: Path, paper: str, last_line: int | None, height: int
) -> None:
    picture = Image.new("RGB", (40, 100), paper)
    if last_line:
        picture.paste("black", (5, last_line - 10, 20, last_line))
    picture.save(tmp_path / "page.png")

    (look,) = take(looks(1), browser, tmp_path).looks

    with Image.open(look.screenshots[0].file) as shot:
        assert shot.size == (40, height)


def test_cards_are_kept_beside_screenshots(tmp_path: Path) -> None:
    output, kept = tmp_path / "output", tmp_path / "kept"
    output.mkdir()
    for look in looks(11).looks:
        (output / look.cards[0]).write_text(look.title, encoding="utf-8")

    made = keep_cards(looks(11), lambda _: output, kept)

    assert [look.card.read_text() for look in made.looks if look.card] == [
        f"post-{number:02}" for number in range(10)
    ]
    assert made.looks[0].card == kept / "2026-post-00-card.png"
    assert made.looks[10] == looks(11).looks[10]


def test_a_post_without_a_card_has_none_to_keep(tmp_path: Path) -> None:
    changes = SiteChanges(looks=(PostLook("a.md", "A", "2026/a/"),))

    assert keep_cards(changes, lambda _: tmp_path, tmp_path) == changes


@pytest.mark.parametrize(
    ("there", "found"),
    [
        (["google-chrome", "chromium"], "chromium"),
        (["google-chrome"], "google-chrome"),
        (["firefox"], ""),
    ],
)
def test_the_first_browser_that_is_there_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: list[str], found: str
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in there:
        Path(program(tmp_path, BROWSER)).rename(tmp_path / name)

    assert find_browser() == (str(tmp_path / found) if found else "")
