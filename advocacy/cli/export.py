"""`advocacy export`: texts for schedulers, spreadsheets and programs, each of them once."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import click

from advocacy.cli.options import Day, site_option
from advocacy.cli.outgoing import choose_networks, edition_of, open_outgoing, refuse_blocked
from advocacy.errors import CommandError
from advocacy.publishing.desk import Desk
from advocacy.publishing.exports import (
    Export,
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
from advocacy.share.ledger import FILE, Ledger, read_ledger, write_ledger

FORMS: Mapping[str, Callable[[Sequence[ExportRow]], bytes]] = {
    "buffer": make_buffer_csv,
    "csv": make_csv,
    "json": make_json,
}
NOTHING = "There is nothing to export."


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
@click.option(
    "--network",
    "network_ids",
    metavar="ID",
    multiple=True,
    help="Texts for this network alone, and more than once for several; all by default.",
)
@click.option("--new", "is_new", is_flag=True, help="Only what the ledger does not know yet.")
@click.option("--seed", is_flag=True, help="Take all there is as exported; export nothing.")
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
@click.option("--today", type=Day(), help="As on this day; today by default.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write it to this file; to the standard output by default.",
)
def export(
    root: Path,
    form: str,
    network_ids: tuple[str, ...],
    is_new: bool,
    seed: bool,
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
    _refuse_senseless(is_new=is_new, seed=seed, since=since, ledger=ledger_file, output=output)
    desk = open_outgoing(root, today)
    networks = choose_networks(desk.site, network_ids)
    if form == "buffer" and len(networks) > 1 and not seed:
        cure = f"Add --network with one of {', '.join(networks)}."
        raise CommandError(f"--format buffer: A file is for one channel. {cure}")
    edition = edition_of(desk, networks)
    file = ledger_file or desk.site.root / FILE
    if seed:
        seeded = seed_ledger(edition, read_ledger(file))
        if not dry_run:
            write_ledger(seeded, file)
        click.echo(f"Taken as exported{_would(dry_run)}: {_seeded(seeded)}.", err=True)
        return
    chosen = (
        make_new_export(edition, at, since, read_ledger(file))
        if is_new
        else make_export(edition, at, since)
    )
    if form == "buffer":
        chosen = fit_buffer(chosen, is_new=is_new)
    _hold(desk, chosen)
    if dry_run:
        click.echo("".join(f"{_line(row)}\n" for row in chosen.rows), nl=False)
    else:
        _write(FORMS[form](chosen.rows), output)
        if is_new:
            write_ledger(chosen.ledger, file)
    for note in _notes(chosen, form, dry_run=dry_run):
        click.echo(note, err=True)


def _refuse_senseless(
    *, is_new: bool, seed: bool, since: dt.date | None, ledger: Path | None, output: Path | None
) -> None:
    """Make sure that the options go together.

    Raises:
        CommandError: They do not.
    """
    if is_new and seed:
        raise CommandError("--new and --seed: Seed once, and then export what is new.")
    if seed and (output or since):
        option = "--output" if output else "--since"
        raise CommandError(f"--seed and {option}: Nothing is exported with --seed. Leave it out.")
    if ledger and not (is_new or seed):
        raise CommandError("--ledger: It is for --new and --seed. Add one of them.")


def _hold(desk: Desk, export: Export) -> None:
    """Hold what is to be exported against the guide.

    Raises:
        Refusal: Something in it blocks.
    """
    sent = {row.post for row in export.rows}
    refuse_blocked(desk, (post.path for post in desk.library.posts if post.id in sent))


def _write(content: bytes, output: Path | None) -> None:
    if output:
        replace_file(output, content)
    else:
        click.echo(content, nl=False)


def _notes(export: Export, form: str, *, dry_run: bool) -> Iterator[str]:
    """Yield what there is to say about what was exported."""
    posts = len({row.post for row in export.rows})
    texts = _counted(len(export.rows), "text")
    yield f"{texts} of {_counted(posts, 'post')}{_would(dry_run)}." if posts else NOTHING
    if export.waiting:
        more = f"{_counted(export.waiting, 'post')} more"
        yield f"{more} will not fit: Buffer takes {BUFFER_MOST_ROWS} rows a file. Run it again."
    for row in export.rows if form == "buffer" else ():
        if is_formula(row.text):
            told = f"{row.title}: the text begins with `{row.text[0]}`"
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
