"""`advocacy export`: texts for schedulers, spreadsheets and programs, each of them once."""

import datetime as dt
from collections.abc import Collection
from contextlib import nullcontext
from pathlib import Path

import click

from advocacy.cli.exporting import FORMS, Order, write_export, write_seed
from advocacy.cli.options import Day, network_option, output_option, site_option, today_option
from advocacy.cli.outgoing import choose_networks, choose_one, edition_of, open_outgoing
from advocacy.cli.typed import read_typed
from advocacy.errors import CommandError
from advocacy.publishing.exports import Wish
from advocacy.share.ledger import FILE, hold_ledger

# What says what is exported, in which form, and where to.
OF_EXPORTS = ("--output", "--since", "--lang", "--at", "--format")


class Hour(click.ParamType[dt.time]):
    """A time of day such as 09:00."""

    name = "time"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> dt.time:
        """Return the time, or say how one is written."""
        if isinstance(value, dt.time):
            return value
        try:
            return dt.datetime.strptime(str(value), "%H:%M").time()
        except ValueError:
            self.fail(f"`{value}` is no time. Write it as 09:00.", param, ctx)


@click.command
@site_option
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(FORMS)),
    default="csv",
    show_default=True,
    help="For Buffer's bulk upload, for a spreadsheet, or for a program.",
)
@network_option
@click.option("--new", "is_new", is_flag=True, help="Only what the ledger does not know yet.")
@click.option("--seed", is_flag=True, help="Take all there is as exported; export nothing.")
@click.option("--lang", metavar="LANG", help="Only posts in this language; all by default.")
@click.option("--since", type=Day(), help="Only what is offered from this day on.")
@click.option(
    "--ledger",
    "ledger_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help=f"What was exported; {FILE} beside advocacy.toml by default.",
)
@click.option(
    "--at",
    type=Hour(),
    default="09:00",
    show_default=True,
    help="When to post what is offered later, in the site's time zone.",
)
@click.option("--dry-run", is_flag=True, help="Tell what would be exported; write nothing.")
@today_option()
@output_option()
def export(
    root: Path,
    form: str,
    network_ids: tuple[str, ...],
    is_new: bool,
    seed: bool,
    lang: str | None,
    since: dt.date | None,
    ledger_file: Path | None,
    at: dt.time,
    dry_run: bool,
    today: dt.date | None,
    output: Path | None,
) -> None:
    """Export texts that are ready to be shared, as files for other programs.

    With --new each post is exported once for each network, however it is edited later; the ledger
    remembers it, and belongs into git. Begin with --seed, which takes what there is as exported,
    or with --new --since.

    Example: advocacy export --format buffer --network linkedin --new -o linkedin.csv
    """
    typed = read_typed(click.get_current_context()).values()
    _refuse_senseless(typed, is_new=is_new, seed=seed, ledger=ledger_file)
    desk = open_outgoing(root, today)
    networks = choose_networks(desk.site, network_ids)
    if form == "buffer" and not seed:
        _refuse_several(networks)
    edition = edition_of(desk, networks)
    file = ledger_file or desk.site.root / FILE
    wish = Wish(at, since, choose_one("--lang", lang, desk.site.languages, "language"))
    order = Order(form, wish, file if is_new else None, output, dry_run)
    with hold_ledger(file) if (is_new or seed) and not dry_run else nullcontext():
        if seed:
            write_seed(edition, file, dry_run=dry_run)
        else:
            write_export(order, desk, edition)


def _refuse_senseless(
    typed: Collection[str], *, is_new: bool, seed: bool, ledger: Path | None
) -> None:
    """Make sure that the options go together.

    Args:
        typed: The options that somebody gave.
        is_new: Whether there is --new.
        seed: Whether there is --seed.
        ledger: What --ledger says.

    Raises:
        CommandError: They do not.
    """
    if is_new and seed:
        raise CommandError("--new and --seed: Seed once, and then export what is new.")
    for option in (each for each in OF_EXPORTS if seed and each in typed):
        raise CommandError(f"--seed and {option}: Nothing is exported with --seed. Leave it out.")
    if ledger and not (is_new or seed):
        raise CommandError("--ledger: It is for --new and --seed. Add one of them.")


def _refuse_several(networks: Collection[str]) -> None:
    """Make sure that a file for Buffer is for one network.

    Raises:
        CommandError: It would be for several.
    """
    if len(networks) > 1:
        cure = f"Add --network with one of {', '.join(networks)}."
        raise CommandError(f"--format buffer: A file is for one channel. {cure}")
