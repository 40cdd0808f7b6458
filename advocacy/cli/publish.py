"""`advocacy publish`: a built site to where readers are."""

from datetime import date
from pathlib import Path

import click

from advocacy.cli.options import open_site, remote_option, site_option, today_option
from advocacy.clock import day_of
from advocacy.editorial.guide_version import make_guide_version
from advocacy.editorial.site_guide import read_site_guide
from advocacy.errors import CommandError
from advocacy.library import read_library
from advocacy.publications.destination import open_destination
from advocacy.publications.made import Made, Now, read_made
from advocacy.publications.publication import check_turn
from advocacy.revision import read_revision
from advocacy.site import Site


@click.command()
@click.argument("dest")
@site_option
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="Where the site was built; the site's own folder `output` by default.",
)
@click.option("--kits", is_flag=True, help="Publish the share kits, if they are built apart.")
@remote_option
@click.option(
    "--keep",
    type=click.IntRange(1, 1000),
    default=5,
    show_default=True,
    help="How many publications a folder keeps; a branch keeps all.",
)
@click.option("--again", is_flag=True, help="Publish even what was taken back.")
@today_option()
def publish(
    dest: str,
    root: Path,
    output: Path | None,
    kits: bool,
    remote: str,
    keep: int,
    again: bool,
    today: date | None,
) -> None:
    """Publish what was built to DEST, whole or not at all; `advocacy rollback DEST` takes it back.

    DEST is a folder, one on another machine (`me@host:blog`, by ssh and rsync), in which `current`
    leads to what is served, or a branch of git (`git:gh-pages`), which gets one commit.

    What was not held to the guide as it is now is refused, and so is what is older than the
    content, or was taken back and has not changed since.

    Exit status: 0 it is served, 1 it was taken back, 2 a mistake in the command or the settings, or
    a build that may not be published.

    Example: advocacy publish git:gh-pages
    """
    site = open_site(root)
    place = open_destination(dest, site.root, remote)
    made = read_made(_folder(site, output, kits=kits), _now(site, today))
    for note in made.notes:
        click.echo(note, err=True)
    shelf = place.read()
    check_turn(made.publication, shelf, str(place), again=again)
    if shelf.current and shelf.current.digest == made.publication.digest:
        click.echo(f"{place}: nothing changed; {shelf.current} is served")
        return
    click.echo(f"{place}: {place.put(made, keep, shelf)} is served, {_count(made)}")


def _folder(site: Site, output: Path | None, *, kits: bool) -> Path:
    """Return which of the folders that builds make is meant.

    Raises:
        CommandError: Kits are part of the blog.
    """
    if kits and not site.sharing.folder:
        cure = "Set `folder` and `url` below [share] in advocacy.toml first."
        raise CommandError(f"--kits: The kits are part of the blog. {cure}")
    return output or site.root / (site.sharing.folder if kits else "output")


def _now(site: Site, today: date | None) -> Now:
    guide = make_guide_version(read_site_guide(read_library(site)))
    return Now(site, guide, read_revision(site.root), day_of(site.time_zone, today))


def _count(made: Made) -> str:
    return "1 file" if len(made.files) == 1 else f"{len(made.files)} files"
