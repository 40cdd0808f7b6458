"""`advocacy check`: hold what people wrote against the guide."""

import os
from datetime import date
from pathlib import Path

import click

from advocacy.cache import Cache, cache_folder
from advocacy.cli.options import Day, open_site, site_option
from advocacy.clock import day_of
from advocacy.editorial.blocking import exit_status
from advocacy.editorial.check import check_library
from advocacy.editorial.guide import read_site_guide
from advocacy.editorial.report import make_json_report, make_text_report
from advocacy.errors import CommandError
from advocacy.library import Library, read_library
from advocacy.publishing.edition import make_targets

COLOURS = {"error": "red", "warning": "yellow", "suggestion": "blue"}


@click.command
@site_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Lines to read, or JSON for an editor or a script.",
)
@click.option("--today", type=Day(), help="Check as on this day; today by default.")
@click.option(
    "--cache/--no-cache", "caches", default=True, help="Whether results are kept for next time."
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.pass_context
def check(
    ctx: click.Context,
    root: Path,
    form: str,
    today: date | None,
    caches: bool,
    paths: tuple[Path, ...],
) -> None:
    """Check posts, pages and staff against your values guide.

    A PATH is a file or a folder, from here or from the site's folder; without one, everything is
    checked.

    Exit status: 0 nothing blocks, 1 something blocks, 2 a mistake in the command, the settings or
    the guide.

    Example: advocacy check --format json content/posts/night-shift.md
    """
    site = open_site(root)
    library = read_library(site)
    guide = read_site_guide(library)
    chosen = frozenset().union(*(_files(path, library) for path in paths)) if paths else None
    targets = make_targets(library, day_of(site.time_zone, today))
    kept = Cache(cache_folder() if caches else None)
    findings = check_library(library, guide, targets, chosen, kept)
    report = make_json_report(findings) if form == "json" else make_text_report(findings, _style)
    click.echo(report)
    ctx.exit(exit_status(findings))


def _style(text: str, severity: str) -> str:
    """Colour a text; click leaves the colour out where the output is no terminal."""
    return click.style(text, fg=COLOURS[severity], bold=severity == "error")


def _files(path: Path, library: Library) -> frozenset[str]:
    """Return the library's files that a path means, relative to the site's folder.

    Raises:
        CommandError: There is no such file, or it is none that is checked.
    """
    root = library.site.root
    places = [place for place in (Path.cwd() / path, root / path) if place.exists()]
    if not places:
        raise CommandError(f"{path}: There is no such file or folder. Name one from here.")
    known = _known(library)
    for place in places:
        below = Path(os.path.relpath(place.resolve(), root.resolve())).as_posix()
        found = {each for each in known if below == "." or f"{each}/".startswith(f"{below}/")}
        if found or (place.is_dir() and not below.startswith("..")):
            return frozenset(found)
    cure = "Name a post, a page or a colleague below content."
    if below.startswith(".."):
        raise CommandError(f"{path}: This is not in the site's folder. {cure}")
    raise CommandError(f"{path}: This is no file that is checked. {cure}")


def _known(library: Library) -> frozenset[str]:
    return frozenset(
        [post.path for post in library.posts]
        + [page.path for page in library.pages.values()]
        + [member.path for member in library.staff.values()]
        + [problem.path for problem in library.problems]
    )
