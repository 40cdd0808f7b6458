"""Options that several commands share."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from advocacy.errors import CommandError
from advocacy.fields import is_in_time
from advocacy.source import is_there

if TYPE_CHECKING:
    from advocacy.site import Site

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


def remote_option(command: F) -> F:
    """Add `--remote NAME`, the repository whose branch `git:BRANCH` is."""
    return click.option(
        "--remote",
        default="origin",
        show_default=True,
        help="Which remote of git a branch is of.",
    )(command)


class Day(click.ParamType[date]):
    """A date such as 2026-03-31."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Return the date, or say how one is written."""
        example = "Write it as 2026-03-31."
        if isinstance(value, date):
            return value
        try:
            day = date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"`{value}` is not a date. {example}", param, ctx)
        if not is_in_time(day):
            self.fail(f"`{value}` is not in the years 1990 to 2100. {example}", param, ctx)
        return day


def today_option(*names: str, told: str = "As on this day; today by default.") -> Callable[[F], F]:
    """Return what adds `--today DAY`, by which the clock is not asked, and its other names."""
    return click.option(*names, "--today", "today", type=Day(), help=told)


def network_option(command: F) -> F:
    """Add `--network ID`, which may be given more than once."""
    return click.option(
        "--network",
        "network_ids",
        metavar="ID",
        multiple=True,
        help="Texts for this network alone, and more than once for several; all that the site"
        " uses by default.",
    )(command)


def output_option(*, is_folder: bool = False) -> Callable[[F], F]:
    """Return what adds `-o PATH`; without it, and with `-`, the standard output is written to."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path, file_okay=not is_folder, dir_okay=is_folder),
        callback=lambda _ctx, _option, path: None if path == Path("-") else path,
        help=f"Write it to this {'folder' if is_folder else 'file'}; to the standard output by"
        " default.",
    )


def open_site(root: Path) -> "Site":
    """Read the settings of the site in a folder, or in the nearest one above that has them.

    Raises:
        CommandError: There is no such folder.
        SettingsError: There are no settings, or they have a mistake.
    """
    # What needs no site is done before the settings, and the table of networks, are read.
    from advocacy.share.networks import network_ids
    from advocacy.site import SETTINGS_FILE, read_site

    if not is_there(root):
        raise CommandError(f"{root}: There is no such folder. Name one with {SETTINGS_FILE}.")
    here = root.resolve()
    folders = (folder for folder in (here, *here.parents) if (folder / SETTINGS_FILE).is_file())
    return read_site(next(folders, here), network_ids())
