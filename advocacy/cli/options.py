"""Options that several commands share."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from advocacy.errors import CommandError
from advocacy.site import SETTINGS_FILE, Site, read_site
from advocacy.source import is_there

F = TypeVar("F", bound=Callable[..., Any])


def site_option(command: F) -> F:
    """Add `--site PATH`, the folder that holds advocacy.toml."""
    return click.option(
        "--site",
        "root",
        type=click.Path(path_type=Path),
        default=".",
        help="The folder with advocacy.toml, or one below it; here by default.",
    )(command)


class Day(click.ParamType[date]):
    """A date such as 2026-03-31."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Return the date, or say how one is written."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"`{value}` is not a date. Write it as 2026-03-31.", param, ctx)


def open_site(root: Path) -> Site:
    """Read the settings of the site in a folder, or in the nearest one above that has them.

    Raises:
        CommandError: There is no such folder.
        SettingsError: There are no settings, or they have a mistake.
    """
    # What needs no site is done before the table of networks is read.
    from advocacy.share.networks import network_ids

    if not is_there(root):
        raise CommandError(f"{root}: There is no such folder. Name one with {SETTINGS_FILE}.")
    here = root.resolve()
    folders = (folder for folder in (here, *here.parents) if (folder / SETTINGS_FILE).is_file())
    return read_site(next(folders, here), network_ids())
