"""What somebody typed, as against what an option is by default; and what does not go together."""

import click
from click.core import ParameterSource

from advocacy.errors import CommandError

# Pairs of options by their names in the program, and what to do about them.
CONFLICTS = (
    ("diffs", "form", "A diff has one form. Leave out one of them."),
    ("diffs", "quiet", "A diff has one form. Leave out one of them."),
    ("diffs", "update_baseline", "A diff changes nothing. Give one of them."),
    ("fixes", "update_baseline", "Mend first, look at it, and then update what is recorded."),
)


def read_typed(ctx: click.Context) -> dict[str, str]:
    """Return what somebody typed, by its name in the program: `--site`, or `PATH`."""
    return {
        each.name: max(each.opts, key=len) if each.param_type_name == "option" else "PATH"
        for each in ctx.command.params
        if each.name and ctx.get_parameter_source(each.name) is ParameterSource.COMMANDLINE
    }


def refuse_conflicts(ctx: click.Context) -> None:
    """Make sure that options go together.

    Raises:
        CommandError: They do not.
    """
    typed = read_typed(ctx)
    for one, other, cure in CONFLICTS:
        if one in typed and other in typed:
            raise CommandError(f"{typed[one]} and {typed[other]}: {cure}")
