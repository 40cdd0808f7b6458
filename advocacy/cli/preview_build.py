"""What `advocacy serve` shows: the site with its drafts, built apart so that none is put online."""

import sys
from pathlib import Path

import click
from pelican.plugins.advocacy.command import build_site
from pelican.plugins.advocacy.pelican_class import summary

from advocacy.cli.options import open_site
from advocacy.cli.progress import show_progress
from advocacy.errors import AdvocacyError
from advocacy.site import Site

# Ignored by git, as what builds remember beside their outputs is.
FOLDER = ".serve.advocacy"


def preview_folders(site: Site) -> tuple[Path, Path | None]:
    """Return where the site is built to be shown, and its kits where they are built apart."""
    folder = site.root / FOLDER
    return folder / "output", folder / "share" if site.sharing.folder else None


def build_preview(root: Path) -> None:
    """Build a site with its drafts.

    Raises:
        AdvocacyError: The build was refused, and what was shown last stays.
    """
    site = open_site(root)
    output, kits = preview_folders(site)
    with show_progress() as progress:
        result = build_site(
            site.root,
            output=output,
            share_output=kits,
            today=None,
            adopt=False,
            progress=progress,
            with_drafts=True,
        )
    click.echo(summary(result))
    for note in result.notes:
        click.echo(note)


def main(root: str) -> int:
    """Build in a process of its own, as `serve` asks, and return the exit status."""
    try:
        build_preview(Path(root))
    except AdvocacyError as error:
        click.echo(error, err=True)
        return error.exit_status
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
