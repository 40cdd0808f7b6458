"""`advocacy build`: check, build, commit."""

from datetime import date
from pathlib import Path

import click
from pelican.plugins.advocacy.command import CONF, build_site
from pelican.plugins.advocacy.pelican_class import summary

from advocacy.cli.options import Day, open_site, site_option
from advocacy.cli.progress import show_progress


@click.command
@site_option
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="Where the site is to be; the site's own folder `output` by default.",
)
@click.option("--today", type=Day(), help="Build as on this day, such as 2026-03-31.")
@click.option("--adopt", is_flag=True, help="Build into a folder that no build has made.")
@click.option("--conf", default=CONF, show_default=True, help="The file with Pelican's settings.")
def build(root: Path, output: Path | None, today: date | None, adopt: bool, conf: str) -> None:
    """Check every post, then build the blog, its feeds and share kits.

    A build that is refused leaves the last site as it was.

    Example: advocacy build --output public --today 2026-03-31
    """
    site = open_site(root)
    with show_progress() as progress:
        result = build_site(
            site.root, output=output, today=today, adopt=adopt, progress=progress, conf=conf
        )
    click.echo(summary(result))
    if result.advice:
        count = "1 finding does" if result.advice == 1 else f"{result.advice} findings do"
        click.echo(f"{count} not block; `advocacy check` lists them")
    for note in result.notes:
        click.echo(note)
