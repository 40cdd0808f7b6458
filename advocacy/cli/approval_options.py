"""The options of `advocacy review` by which it learns who has approved."""

from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from advocacy.errors import CommandError
from advocacy.repository import HEAD
from advocacy.review.approvers import Approved
from advocacy.review.forge_approvals import read_forge_approvals
from advocacy.review_settings import NOREPLY

F = TypeVar("F", bound=Callable[..., Any])
APPROVALS = click.option(
    "--approvals",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="What the API of a --forge answered to who has approved.",
)
OPTIONS = (
    click.option(
        "--approved",
        metavar="ID",
        multiple=True,
        help="A colleague who has approved it, as the forge says; more than once for several.",
    ),
    APPROVALS,
    click.option("--forge", type=click.Choice(tuple(NOREPLY)), help="Whose API answered."),
    click.option(
        "--head",
        metavar="REV",
        default=HEAD,
        help="With --approvals: its own last commit, if the files are what merging it would give.",
    ),
)


def approval_options(command: F) -> F:
    """Add the options to a command, which is handed them as `approved`."""

    @wraps(command)
    def run(
        *arguments: Any,
        approved: tuple[str, ...],
        approvals: Path | None,
        forge: str | None,
        head: str,
        **values: Any,
    ) -> Any:
        told = read_approved(approvals, forge, head, approved)
        return command(*arguments, approved=told, **values)

    for option in reversed(OPTIONS):
        run = option(run)
    return run  # type: ignore[return-value]


def read_approved(
    file: Path | None, forge: str | None, head: str = HEAD, ids: tuple[str, ...] = ()
) -> Approved:
    """Return who is said to have approved.

    Raises:
        CommandError: The answer of a forge cannot be read, nobody says of which it is, or something
            is said of an answer that is not there.
    """
    if file is None:
        _refuse_alone({"--forge": forge is not None, "--head": head != HEAD})
        return Approved(ids, head=head)
    if forge is None:
        raise CommandError("--approvals: Whose they are is not said. Add `--forge github`.")
    return Approved(ids, forge, read_forge_approvals(file, forge), head)


def _refuse_alone(is_given: Mapping[str, bool]) -> None:
    for option in is_given:
        if is_given[option]:
            cure = f"Add `--approvals FILE`, or leave `{option}` out."
            raise CommandError(f"{option}: There are no approvals of which to say that. {cure}")
