"""The options of `advocacy check` by which it checks what was built."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, TypeVar

import click

from advocacy.cli.typed import read_typed
from advocacy.errors import CommandError

F = TypeVar("F", bound=Callable[..., Any])
HERE = ""
# What may stand beside it; all else is of what people wrote.
BESIDE = frozenset({"built", "external", "root", "form", "least", "quiet", "today", "caches"})
OPTIONS = (
    click.option(
        "--built",
        metavar="[DIR]",
        is_flag=False,
        flag_value=HERE,
        help="Check the built site, in `output` by default, instead of what people wrote.",
    ),
    click.option(
        "--external",
        is_flag=True,
        help="With --built, ask other sites whether links to them are alive; it takes its time.",
    ),
)


def built_options(command: F) -> F:
    """Add `--built` to a command, and what goes with it; without it the command is as it was."""

    @wraps(command)
    def run(ctx: click.Context, *arguments: Any, **values: Any) -> None:
        built, external = values.pop("built"), values.pop("external")
        if built is None and external:
            raise CommandError("--external goes with --built. Add `--built`.")
        if built is None:
            command(ctx, *arguments, **values)
            return
        _refuse(read_typed(ctx))
        # Content is checked without it.
        from advocacy.cli.check_built import Asked, check_built

        own = {name: value for name, value in values.items() if name in BESIDE}
        ctx.exit(check_built(Asked(built=built, external=external, **own)))

    for option in reversed(OPTIONS):
        run = option(run)
    return run  # type: ignore[return-value]


def _refuse(typed: Mapping[str, str]) -> None:
    """Refuse what is of the content alone.

    Raises:
        CommandError: It was typed.
    """
    if alien := [option for name, option in typed.items() if name not in BESIDE]:
        cure = "Leave it out; a folder goes behind --built."
        raise CommandError(f"{alien[0]}: --built checks no content. {cure}")
