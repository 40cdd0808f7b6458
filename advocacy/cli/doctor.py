"""`advocacy doctor`: what is installed here, and what is misconfigured."""

import platform
import shutil
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from advocacy import __version__
from advocacy.cli.options import open_site, site_option
from advocacy.editorial.site_guide import read_site_guide
from advocacy.errors import AdvocacyError
from advocacy.library import Library, read_library
from advocacy.share.card_font import SANS, SANS_BOLD, SERIF, WIDE, read_face
from advocacy.share.card_shaping import text_shaping
from advocacy.share.card_text import missing_glyphs

PACKAGES = ("pelican", "markdown", "nh3", "feedgen", "pillow", "click", "regex", "babel")
TOOLS = {
    "git": "keeps who wrote what",
    "uv": "sets up faster",
    "rsync": "copies a published site",
    "chromium": "runs the browser tests",
    "newsboat": "runs the feed tests",
}


@click.command
@site_option
def doctor(root: Path) -> None:
    """Tell what is installed, which fonts and text shaping there are, and what is wrong.

    Ends with 2 where something has to be mended before a build.

    Example: advocacy doctor --site .
    """
    for line in (*_versions(), *_tools(), *_fonts()):
        click.echo(line)
    found = _read_site(root)
    problems = list(_site_problems(found))
    for line in _lost_in_titles(found) if isinstance(found, Library) else ():
        click.echo(f"card       {line}")
    for problem in problems:
        click.echo(f"wrong      {problem}")
    if problems:
        raise click.exceptions.Exit(2)
    click.echo("site       nothing is misconfigured")


def _versions() -> Iterator[str]:
    yield f"advocacy   {__version__}, Python {platform.python_version()}, {platform.system()}"
    for package in PACKAGES:
        try:
            yield f"package    {package} {version(package)}"
        except PackageNotFoundError:
            yield f"package    {package} is missing; python3 tasks.py build installs it"


def _tools() -> Iterator[str]:
    for tool, use in TOOLS.items():
        found = "found" if shutil.which(tool) else "not found, and only needed for that"
        yield f"tool       {tool} ({use}): {found}"


def _fonts() -> Iterator[str]:
    for name in (SERIF, SANS, SANS_BOLD, WIDE):
        yield f"font       {name}, {len(read_face(name).glyphs)} characters"
    yield f"shaping    {text_shaping()}"


def _read_site(root: Path) -> Library | AdvocacyError:
    try:
        library = read_library(open_site(root))
        read_site_guide(library)
    except AdvocacyError as error:
        return error
    return library


def _site_problems(found: Library | AdvocacyError) -> Iterator[str]:
    if isinstance(found, AdvocacyError):
        yield from str(found).splitlines()
        return
    yield from (str(problem) for problem in found.problems)
    yield from _unreadable_names(found)


def _lost_in_titles(library: Library) -> Iterator[str]:
    for post in library.posts:
        missing = missing_glyphs(post.title)
        if missing:
            cure = "Write the title in other words, or let the picture leave that out."
            yield f"{post.path}: The cards' fonts have no `{missing}`. {cure}"


def _unreadable_names(library: Library) -> Iterator[str]:
    for member in library.staff.values():
        missing = missing_glyphs(member.name)
        if missing and not member.name_latin:
            cure = "Add `name_latin:`, for the pictures that networks show."
            yield f"{member.path}: The cards' fonts have no `{missing}`. {cure}"
