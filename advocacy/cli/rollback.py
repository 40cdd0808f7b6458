"""`advocacy rollback`: what was published before is served again."""

from pathlib import Path

import click

from advocacy.cli.options import remote_option, site_option
from advocacy.publications.destination import open_destination


@click.command()
@click.argument("dest")
@site_option
@remote_option
def rollback(dest: str, root: Path, remote: str) -> None:
    """Serve again at DEST what was served before, and take back what was published last.

    Asked again, it goes one further back. What was taken back is not published again, by a
    schedule or by hand, until the content has changed.

    Example: advocacy rollback git:gh-pages
    """
    place = open_destination(dest, root, remote)
    undone, back = place.put_back()
    click.echo(f"{place}: {undone} is taken back")
    click.echo(f"{place}: {back} is served")
