"""`advocacy codeowners`: whom a forge asks to look at which file."""

from datetime import date
from pathlib import Path

import click

from advocacy.cli.options import open_site, site_option, today_option
from advocacy.clock import day_of
from advocacy.errors import CommandError, ContentError
from advocacy.git import ask_git, read_prefix
from advocacy.library import Library, read_library
from advocacy.replacing import refuse_way_out, replace_file, telling
from advocacy.review.codeowners import HEADER, PLACES, Codeowners, make_codeowners
from advocacy.reviewers import refuse_strangers
from advocacy.site import Site

STDOUT = Path("-")


@click.command
@site_option
@click.option("--forge", required=True, type=click.Choice(tuple(PLACES)), help="For whom it is.")
@click.option("--check", "checks", is_flag=True, help="Say whether it is as it would be written.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="The file, or - for the standard output; by default where the forge looks for it.",
)
@today_option()
def codeowners(
    root: Path, forge: str, output: Path | None, today: date | None, *, checks: bool
) -> None:
    """Write the CODEOWNERS file by which a forge asks for reviews.

    Whom it asks stands in [review] and, by their handles, in colleagues' files. A file that was
    written by hand is not replaced.

    Exit status: 0 written, or up to date; 1 with --check, where it is not, or where a file of the
    content cannot be read; 2 a mistake in the command or the settings.

    Example: advocacy codeowners --forge github
    """
    site = open_site(root)
    library = _read_whole(site)
    refuse_strangers(library)
    top, prefix = _find_top(site)
    made = make_codeowners(library, forge, day_of(site.time_zone, today), prefix)
    file, name = output or top / PLACES[forge], str(output or PLACES[forge])
    if output is None:
        refuse_way_out(file, top)
    if checks and file == STDOUT:
        raise CommandError("--check: It compares a file. Leave out `--output -`.")
    _tell(made, forge)
    if checks:
        _check(file, name, made.text, forge)
    elif file == STDOUT:
        click.echo(made.text, nl=False)
    else:
        _write(file, name, made.text)


def _read_whole(site: Site) -> Library:
    """Return all that people wrote: who cannot be read could ask for nobody.

    Raises:
        ContentError: A file has a mistake that keeps it from being read.
    """
    library = read_library(site)
    if library.unread_paths:
        raise ContentError(problems=library.problems)
    return library


def _find_top(site: Site) -> tuple[Path, str]:
    """Return the folder of the repository, and where the site lies in it; else the site's own."""
    try:
        told = ask_git(site.root, "rev-parse", "--show-toplevel")
    except OSError:
        return site.root, ""
    if told.returncode:
        return site.root, ""
    return Path(told.stdout.removesuffix("\n")), read_prefix(site.root)


def _tell(made: Codeowners, forge: str) -> None:
    """Say who is not asked, and what nobody looks after."""
    for each in made.unknown:
        cure = f"Add `forge: {{{forge}: HANDLE}}` to content/staff/{each}.md."
        click.echo(f"`{each}` is left out: no handle is known. {cure}", err=True)
    if made.unowned:
        named = ", ".join(each if each.isprintable() else ascii(each) for each in made.unowned)
        click.echo(f"Nobody is asked for {named}.", err=True)


def _read(file: Path, name: str) -> str | None:
    with telling(name):
        return file.read_text(encoding="utf-8", errors="replace") if file.exists() else None


def _check(file: Path, name: str, text: str, forge: str) -> None:
    """Compare a file with what would be written.

    Raises:
        ContentError: It is another, or is not there.
    """
    if _read(file, name) != text:
        cure = f"Write it: `advocacy codeowners --forge {forge}`."
        raise ContentError(f"{name}: is not as it would be written now. {cure}")
    click.echo(f"{name} is up to date")


def _write(file: Path, name: str, text: str) -> None:
    before = _read(file, name)
    if before is not None and not before.startswith(HEADER):
        cure = "Move it away, or name another with --output."
        raise CommandError(f"{name}: was written by hand and is not replaced. {cure}")
    replace_file(file, text.encode(), name)
    click.echo(name)
