"""`advocacy export`: texts for schedulers, spreadsheets and programs, each of them once."""

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import click

from advocacy.cli.options import (
    Day,
    network_option,
    output_option,
    site_option,
    today_option,
)
from advocacy.cli.outgoing import (
    choose_networks,
    choose_one,
    edition_of,
    open_outgoing,
    refuse_blocked,
)
from advocacy.errors import CommandError
from advocacy.publishing.desk import Desk
from advocacy.publishing.edition import Edition
from advocacy.publishing.exports import (
    Export,
    Wish,
    fit_buffer,
    make_export,
    make_new_export,
    seed_ledger,
)
from advocacy.replacing import replace_file
from advocacy.share.export import ExportRow
from advocacy.share.export_forms import (
    BUFFER_MOST_ROWS,
    is_formula,
    make_buffer_csv,
    make_csv,
    make_json,
)
from advocacy.share.ledger import (
    FILE,
    Ledger,
    hold_ledger,
    read_ledger,
    staged_ledger,
    write_ledger,
)

FORMS: Mapping[str, Callable[[Sequence[ExportRow]], bytes]] = {
    "buffer": make_buffer_csv,
    "csv": make_csv,
    "json": make_json,
}
NOTHING = "There is nothing to export."


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody asked to have exported.

    Attributes:
        form: One of FORMS.
        wish: What of it.
        ledger: Only what is not in this file, and then it is; None is all.
        output: The file to write; None is the standard output.
        dry_run: Whether it is only told of.
    """

    form: str
    wish: Wish
    ledger: Path | None
    output: Path | None
    dry_run: bool


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
    told = {"--output": output, "--since": since, "--lang": lang}
    _refuse_senseless(told, is_new=is_new, seed=seed, ledger=ledger_file)
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
            _seed(edition, file, dry_run=dry_run)
        else:
            _carry_out(order, desk, edition)


def _refuse_senseless(
    told: Mapping[str, object], *, is_new: bool, seed: bool, ledger: Path | None
) -> None:
    """Make sure that the options go together.

    Args:
        told: What says what is exported, and where to, by its option.
        is_new: Whether there is --new.
        seed: Whether there is --seed.
        ledger: What --ledger says.

    Raises:
        CommandError: They do not.
    """
    if is_new and seed:
        raise CommandError("--new and --seed: Seed once, and then export what is new.")
    for option in (each for each, value in told.items() if seed and value):
        raise CommandError(f"--seed and {option}: Nothing is exported with --seed. Leave it out.")
    if ledger and not (is_new or seed):
        raise CommandError("--ledger: It is for --new and --seed. Add one of them.")


def _seed(edition: Edition, file: Path, *, dry_run: bool) -> None:
    """Take what there is as exported, and say how much that is."""
    seeded = seed_ledger(edition, read_ledger(file))
    if not dry_run:
        write_ledger(seeded, file)
    click.echo(f"Taken as exported{_would(dry_run)}: {_seeded(seeded)}.", err=True)


def _carry_out(order: Order, desk: Desk, edition: Edition) -> None:
    """Write what was ordered, or tell of it, and let the ledger remember it."""
    chosen = _choose(order, edition)
    _hold(desk, chosen)
    if order.dry_run:
        click.echo("".join(f"{_line(row)}\n" for row in chosen.rows), nl=False)
    else:
        # Where it cannot be written nothing goes out: it would go out again.
        with staged_ledger(chosen.ledger, order.ledger) if order.ledger else nullcontext():
            _write(FORMS[order.form](chosen.rows), order.output)
    for note in _notes(chosen, order):
        click.echo(note, err=True)


def _choose(order: Order, edition: Edition) -> Export:
    """Return what is to be exported; with a ledger, what it does not know.

    Raises:
        CommandError: That is more than is meant, or than fits.
    """
    if order.ledger:
        ledger = read_ledger(order.ledger)
        name = FILE if order.ledger == edition.site.root / FILE else str(order.ledger)
        chosen = make_new_export(edition, order.wish, ledger, name)
    else:
        chosen = make_export(edition, order.wish)
    return fit_buffer(chosen, is_new=bool(order.ledger)) if order.form == "buffer" else chosen


def _refuse_several(networks: Collection[str]) -> None:
    """Make sure that a file for Buffer is for one network.

    Raises:
        CommandError: It would be for several.
    """
    if len(networks) > 1:
        cure = f"Add --network with one of {', '.join(networks)}."
        raise CommandError(f"--format buffer: A file is for one channel. {cure}")


def _hold(desk: Desk, export: Export) -> None:
    """Hold what is to be exported against the guide.

    Raises:
        Refusal: Something in it blocks.
    """
    sent = {row.post for row in export.rows}
    refuse_blocked(desk, (post.path for post in desk.library.posts if post.id in sent))


def _write(content: bytes, output: Path | None) -> None:
    if output is None:
        click.echo(content, nl=False)
    else:
        replace_file(output, content)


def _notes(export: Export, order: Order) -> Iterator[str]:
    """Yield what there is to say about what was exported."""
    posts = len({row.post for row in export.rows})
    texts = _counted(len(export.rows), "text")
    yield f"{texts} of {_counted(posts, 'post')}{_would(order.dry_run)}." if posts else NOTHING
    if export.waiting:
        more = f"{_counted(export.waiting, 'post')} more"
        yield f"{more} will not fit: Buffer takes {BUFFER_MOST_ROWS} rows a file. Run it again."
    for row in export.rows if order.form == "buffer" else ():
        if is_formula(row.below_warning):
            told = f"{row.title}: the text begins with `{row.below_warning.lstrip()[:1]}`"
            yield f"{told}. Open the file in Buffer, and in no spreadsheet."


def _line(row: ExportRow) -> str:
    when = f"{row.moment:%Y-%m-%d %H:%M}" if row.moment else "at once"
    return f"{row.network}: {row.title} ({row.variant}, {when})"


def _seeded(ledger: Ledger) -> str:
    return ", ".join(
        f"{_counted(len(posts), 'post')} for {each}" for each, posts in ledger.seen.items()
    )


def _would(dry_run: bool) -> str:
    return " (nothing was written)" if dry_run else ""


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
