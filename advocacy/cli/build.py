"""`advocacy build`: check, build, commit."""

from datetime import date
from pathlib import Path

import click
from pelican.plugins.advocacy.command import CONF, build_site
from pelican.plugins.advocacy.pelican_class import summary

from advocacy.cli.options import Day, open_site, site_option
from advocacy.cli.preview import preview_folders
from advocacy.cli.progress import show_progress
from advocacy.errors import CommandError
from advocacy.site import SETTINGS_FILE, Site


@click.command
@site_option
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="Where the site is to be; the site's own folder `output` by default.",
)
@click.option(
    "--share-output",
    type=click.Path(path_type=Path),
    help="Where the share kits are to be, if `[share] folder` has them built apart.",
)
@click.option("--today", type=Day(), help="Build as on this day, such as 2026-03-31.")
@click.option("--adopt", is_flag=True, help="Build into a folder that no build has made.")
# Hidden, for what it builds is to be put nowhere: `serve` and `review` ask for it.
@click.option("--preview", is_flag=True, hidden=True, help="Build drafts too, apart.")
@click.option("--conf", default=CONF, show_default=True, help="The file with Pelican's settings.")
def build(
    root: Path,
    output: Path | None,
    share_output: Path | None,
    today: date | None,
    adopt: bool,
    preview: bool,
    conf: str,
) -> None:
    """Check every post, then build the blog, its feeds and share kits.

    A build that is refused leaves the last site as it was.

    Example: advocacy build --output public --today 2026-03-31
    """
    site = open_site(root)
    if preview and output is None:
        output, share_output = preview_folders(site)
    _refuse_half(site, output, share_output)
    with show_progress() as progress:
        result = build_site(
            site.root,
            output=output,
            share_output=share_output,
            today=today,
            adopt=adopt,
            progress=progress,
            conf=conf,
            with_drafts=preview,
        )
    click.echo(summary(result))
    if result.advice:
        count = "1 finding does" if result.advice == 1 else f"{result.advice} findings do"
        click.echo(f"{count} not block; `advocacy check` lists them")
    for note in result.notes:
        click.echo(note)


def _refuse_half(site: Site, output: Path | None, share_output: Path | None) -> None:
    """Make sure that a build elsewhere leaves no part of itself in the site's own folders.

    Raises:
        CommandError: One of two folders is named, or one that the site has no use for.
    """
    if share_output and not site.sharing.folder:
        cure = "Set `folder` and `url` below [share] in advocacy.toml first."
        raise CommandError(f"--share-output: The kits are part of the blog. {cure}")
    if site.sharing.folder and bool(output) != bool(share_output):
        cure = "Name both with --output and --share-output, or none."
        raise CommandError(f"{SETTINGS_FILE} has the kits built apart. {cure}")
