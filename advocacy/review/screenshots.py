"""Posts as a browser shows them, on a phone and on a desk: by a browser that is on the machine."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PIL import Image, ImageChops

from advocacy.counting import count_of
from advocacy.errors import CommandError
from advocacy.review.site_changes import PostLook, Screenshot, SiteChanges

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
MOST_SECONDS = 60
# A change of what all posts share is not looked at post by post.
MOST_POSTS = 10
# So much paper is left below the last line.
MARGIN_PX = 24


class Window(NamedTuple):
    """How much of a page is shown: what lies deeper is cut off."""

    width_px: int
    height_px: int


WINDOWS = (Window(390, 6000), Window(1280, 4000))
# What a browser asks for by itself is none of a page's, and a page asks for nothing elsewhere.
OPTIONS = (
    "--headless",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-extensions",
    "--disable-gpu",
    "--disable-sync",
    "--no-default-browser-check",
    "--no-first-run",
    "--force-device-scale-factor=1",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


def find_browser(named: str | None = None) -> str:
    """Return a browser's path; empty where there is none.

    Raises:
        CommandError: The one that somebody names is not there.
    """
    if named:
        if found := shutil.which(named):
            return found
        cure = "Name another, or leave it out."
        raise CommandError(f"--browser: `{named}`: There is no such program. {cure}")
    return next(filter(None, map(shutil.which, BROWSERS)), "")


def add_screenshots(
    changes: SiteChanges, address_of: Callable[[PostLook], str], browser: str, folder: Path
) -> SiteChanges:
    """Write what a browser shows of each post's page, and return where it is.

    A browser that fails is not asked again: that is a note.

    Args:
        changes: Say which posts there are.
        address_of: Returns where a post is served on this machine.
        browser: The program.
        folder: Where the pictures are to be, called by the page's address and the width.
    """
    looks, notes = [], [*changes.notes]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        for look in changes.looks[:MOST_POSTS]:
            shots = _shots(_name(look), address_of(look), browser, folder)
            looks.append(replace(look, screenshots=tuple(shots)))
    except CommandError as error:
        notes.append(f"No more screenshots: {error}")
    if (more := len(changes.looks) - MOST_POSTS) > 0:
        notes.append(f"{count_of(more, 'more post')} changed, of which no screenshot was taken.")
    return replace(changes, looks=(*looks, *changes.looks[len(looks) :]), notes=tuple(notes))


def keep_cards(
    changes: SiteChanges, output_of: Callable[[PostLook], Path], folder: Path
) -> SiteChanges:
    """Copy the card for link previews of each post of which there may be screenshots.

    Args:
        changes: Say which posts there are.
        output_of: Returns the output in which a post's cards are.
        folder: Where the copies are to be, called as the screenshots are.
    """
    folder.mkdir(parents=True, exist_ok=True)
    looks = [_keep_card(look, output_of(look), folder) for look in changes.looks[:MOST_POSTS]]
    return replace(changes, looks=(*looks, *changes.looks[MOST_POSTS:]))


def _keep_card(look: PostLook, output: Path, folder: Path) -> PostLook:
    if not look.cards:
        return look
    card = output / look.cards[0]
    kept = folder / f"{_name(look)}-card{card.suffix}"
    shutil.copyfile(card, kept)
    return replace(look, card=kept)


def _name(look: PostLook) -> str:
    return look.address.strip("/").replace("/", "-")


def _shots(name: str, address: str, browser: str, folder: Path) -> Iterator[Screenshot]:
    for window in WINDOWS:
        file = folder / f"{name}-{window.width_px}.png"
        _show(address, window, browser, file)
        _cut_off_blank(file)
        yield Screenshot(window.width_px, file)


def _show(address: str, window: Window, browser: str, file: Path) -> None:
    file.unlink(missing_ok=True)
    with TemporaryDirectory(prefix="advocacy-", ignore_cleanup_errors=True) as profile:
        size = f"--window-size={window.width_px},{window.height_px}"
        own = (f"--user-data-dir={profile}", f"--screenshot={file.resolve()}", size)
        said = _run([browser, *OPTIONS, *_as_root(), *own, address], Path(profile) / "said")
    if not file.is_file():
        raise CommandError(f"{browser}: showed nothing. {' '.join(said[-1:])}".strip())


def _run(command: list[str], log: Path) -> list[str]:
    """Run a browser, and return what it says.

    It says it to a file: whoever waits at a pipe waits for each process that a browser has begun.
    """
    try:
        with log.open("wb") as said:
            subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                check=False,
                timeout=MOST_SECONDS,
            )
    except subprocess.TimeoutExpired:
        raise CommandError(f"{command[0]}: showed nothing for {MOST_SECONDS} seconds.") from None
    except OSError as error:
        raise CommandError(f"{command[0]}: cannot be run: {error.strerror}.") from None
    return log.read_text(encoding="utf-8", errors="replace").splitlines()


def _as_root() -> tuple[str, ...]:
    """Return what lets a browser start as root, as in a container: for nobody else."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return ("--no-sandbox",) if is_root else ()


def _cut_off_blank(file: Path) -> None:
    """Take the paper below a page's end away."""
    with Image.open(file) as picture:
        whole = picture.convert("RGB")
    width, height = whole.size
    paper = whole.crop((0, height - 1, width, height)).resize((width, height))
    if box := ImageChops.difference(whole, paper).getbbox():
        whole.crop((0, 0, width, min(height, box[3] + MARGIN_PX))).save(file)
