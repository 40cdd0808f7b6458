"""Exports that somebody ordered: chosen, held to the guide, written, and remembered."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import click

from advocacy.cli.outgoing import refuse_blocked
from advocacy.counting import count_of
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
from advocacy.share.ledger import FILE, Ledger, read_ledger, staged_ledger, write_ledger

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


def write_seed(edition: Edition, file: Path, *, dry_run: bool) -> None:
    """Take what there is as exported, and say how much that is."""
    seeded = seed_ledger(edition, read_ledger(file))
    if not dry_run:
        write_ledger(seeded, file)
    click.echo(f"Taken as exported{_would(dry_run)}: {_seeded(seeded)}.", err=True)


def write_export(order: Order, desk: Desk, edition: Edition) -> None:
    """Write what was ordered, or tell of it, and let the ledger remember it.

    Raises:
        CommandError: It cannot be written, or would be written over by the ledger.
        Refusal: Something in it blocks.
    """
    if order.ledger and order.output and order.output.resolve() == order.ledger.resolve():
        raise CommandError(f"--output: `{order.output}` is the ledger. Name another file.")
    chosen = _choose(order, edition)
    _hold(desk, chosen)
    if order.dry_run:
        click.echo("".join(f"{_line(row)}\n" for row in chosen.rows), nl=False)
    else:
        # Where it cannot be written nothing goes out: it would go out again.
        with staged_ledger(chosen.ledger, order.ledger) if order.ledger else nullcontext():
            if not _is_left(chosen, order):
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


def _hold(desk: Desk, export: Export) -> None:
    """Hold what is to be exported against the guide.

    Raises:
        Refusal: Something in it blocks.
    """
    sent = {row.post for row in export.rows}
    refuse_blocked(desk, (post.path for post in desk.library.posts if post.id in sent))


def _is_left(export: Export, order: Order) -> bool:
    """Say whether the file stays that is there: what was new last may not have been posted yet."""
    return bool(order.ledger and order.output and not export.rows)


def _write(content: bytes, output: Path | None) -> None:
    if output is None:
        click.echo(content, nl=False)
    else:
        replace_file(output, content)


def _notes(export: Export, order: Order) -> Iterator[str]:
    """Yield what there is to say about what was exported."""
    posts = len({row.post for row in export.rows})
    texts = count_of(len(export.rows), "text")
    yield f"{texts} of {count_of(posts, 'post')}{_would(order.dry_run)}." if posts else NOTHING
    if _is_left(export, order):
        yield f"Nothing is new: `{order.output}` is left as it is."
    if export.waiting:
        more = f"{count_of(export.waiting, 'post')} more"
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
        f"{count_of(len(posts), 'post')} for {each}" for each, posts in ledger.seen.items()
    )


def _would(dry_run: bool) -> str:
    return " (nothing was written)" if dry_run else ""
