"""`advocacy card` draws one picture of one post, and says how to mend what it cannot use."""

import os
import subprocess
import sys

import pytest
from click.testing import CliRunner
from PIL import Image

from advocacy.cli.main import main
from tests.conftest import POST, STAFF
from tests.site.conftest import GUIDE, SETTINGS

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
QUOTED = POST.replace("\n---\n", '\nshare:\n  quotes: ["Somebody winds the clock."]\n---\n', 1)


@pytest.fixture
def card(write, tmp_path):
    """Run card, or another command, on a good site in which some files are replaced."""

    def run(*arguments: str, command: str = "card", **files: str):
        good = {
            "advocacy.toml": SETTINGS,
            "content/pages/values.md": GUIDE,
            "content/staff/ana.md": STAFF,
            "content/posts/the-night-shift.md": QUOTED,
            "content/images/drawn.svg": SVG,
        }
        for path, text in {**good, **files}.items():
            write(path, text)
        return CliRunner().invoke(main, [command, *arguments, "--site", str(tmp_path)])

    return run


@pytest.mark.parametrize(
    ("arguments", "size"),
    [
        ((),                                        (1200, 630)),
        (("--design", "cover"),                     (1200, 630)),
        (("--design", "voice", "--size", "story"),  (1080, 1920)),
        (("--size", "quote"),                       (1080, 1080)),
        (("--quote", "1"),                          (1080, 1080)),
    ],
)  # fmt: skip
def test_a_card_is_drawn(card, tmp_path, arguments, size):
    result = card("the-night-shift", *arguments, "-o", str(tmp_path / "card.png"))

    assert result.exit_code == 0, result.output
    assert "Alt text: " in result.output
    with Image.open(tmp_path / "card.png") as picture:
        assert picture.size == size


def test_a_bare_name_gets_the_suffix_of_its_kind(card, tmp_path):
    result = card("the-night-shift", "-o", str(tmp_path / "night"))

    assert result.output.startswith(f"{tmp_path / 'night.png'}: 1200x630 pixels")
    with Image.open(tmp_path / "night.png") as picture:
        assert picture.format == "PNG"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("the-nihgt-shift",),                          "Did you mean `the-night-shift`?"),
        (("the-night-shift", "--size", "storey"),       "Did you mean `story`?"),
        (("the-night-shift", "--design", "covre"),      "Did you mean `cover`?"),
        (("the-night-shift", "--design", "COVER"),      "Did you mean `cover`?"),
        (("the-night-shift", "--design", "../page"),    "Did you mean `page`?"),
        (("the-night-shift", "--design", "page.toml"),  "Did you mean `page`?"),
        (("the-night-shift", "--design", ""),           "There are `cover`, `front`, `page`"),
        (("the-night-shift", "--design", "x\ny"),       "--design: `x y` is no design"),
        (("the-night-shift", "--design", "x" * 900),    "xxx…` is no design"),
        (("the-night-shift", "--size", "Story"),        "Did you mean `story`?"),
        (("the-night-shift", "--size", "story", "--quote", "1"), "Leave out `--size story`"),
        (("the-night-shift", "-o", ""),                 "Name one, such as `card.png`"),
        (("the-night-shift", "--quote", "2"),           "2 is none of its 1 marked quotes"),
        (("the-night-shift", "-o", "x.gif"),            "Write `x.png`"),
        (("the-night-shift", "-o", "."),                "is a directory"),
        (("the-night-shift", "-o", "/absent/x.png"),    "Name another file"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_told(card, arguments, told):
    result = card(*arguments)

    assert result.exit_code == 2
    assert told in result.output
    assert result.output.count("\n") == 1 or "Usage" in result.output


@pytest.mark.parametrize("command", ["card", "check"])
@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ('[cards]\ndesign = "pgae"',        "Did you mean `page`?"),
        ('[cards]\naccent = "green"',       "Write a colour as `#0b5d4e`"),
        ('[cards]\nfonts = ["a.ttf"]',      "a.ttf: No such file or directory. Put the font there"),
        ('[cards]\nlogo = "logo.svg"',      "`logo.svg` is not in content/images"),
        ('[cards]\nlogo = "drawn.svg"',     "`drawn.svg` is an SVG. A card is drawn of pixels"),
        ('[cards]\nlogos = "logo.png"',     "Did you mean `logo`?"),
    ],
)  # fmt: skip
def test_a_setting_that_cannot_be_used_is_told(card, command, settings, told):
    arguments = ["the-night-shift"] if command == "card" else []

    result = card(*arguments, command=command, **{"advocacy.toml": f"{SETTINGS}\n{settings}\n"})

    assert result.exit_code == 2
    assert told in result.output
    line = SETTINGS.count("\n") + 3
    assert result.output.startswith(f"advocacy.toml:{line}: `cards`: ")


@pytest.mark.skipif(os.name != "posix", reason="memory has no bound elsewhere")
@pytest.mark.parametrize("megabytes", ["4", "12"])
def test_a_card_is_drawn_within_the_limits_of_its_post(card, tmp_path, monkeypatch, megabytes):
    """It takes some fifteen megabytes; the palette is made last."""
    card("the-night-shift", "-o", str(tmp_path / "whole.png"))
    monkeypatch.setenv("ADVOCACY_FILE_MEGABYTES", megabytes)
    words = ("card", "the-night-shift", "--size", "story", "-o", "card.png")

    done = subprocess.run(
        [sys.executable, "-m", "advocacy", *words],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stderr == (
        f"content/posts/the-night-shift.md: takes more than {megabytes} MB of memory. "
        "Write it more simply, or split it.\n"
    )
    assert done.returncode == 1
    assert not (tmp_path / "card.png").exists()
