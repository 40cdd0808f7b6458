"""The `advocacy` command itself: its sub-commands, and how a mistake ends it."""

import sys
from errno import ENAMETOOLONG
from importlib import import_module

import click

from advocacy import __version__
from advocacy.errors import AdvocacyError, nearest

# Where each sub-command lives; it is imported when it is asked for, so that each starts at once.
COMMANDS = {
    "approve": "advocacy.cli.approve:approve",
    "build": "advocacy.cli.build:build",
    "check": "advocacy.cli.check:check",
    "codeowners": "advocacy.cli.codeowners:codeowners",
    "digest": "advocacy.cli.digest:digest",
    "doctor": "advocacy.cli.doctor:doctor",
    "export": "advocacy.cli.export:export",
    "forge": "advocacy.cli.forge:forge",
    "guide": "advocacy.cli.guide:guide",
    "import": "advocacy.cli.import_:import_",
    "init": "advocacy.cli.init:init",
    "card": "advocacy.cli.card:card",
    "kit": "advocacy.cli.kit:kit",
    "lsp": "advocacy.cli.lsp:lsp",
    "new": "advocacy.cli.new:new",
    "publish": "advocacy.cli.publish:publish",
    "review": "advocacy.cli.review:review",
    "rollback": "advocacy.cli.rollback:rollback",
    "serve": "advocacy.cli.serve:serve",
    "translations": "advocacy.cli.translations:translations",
    "who": "advocacy.cli.who:who",
}


INTERRUPTED = 130


class Group(click.Group):
    """Imports its sub-commands late, and ends with the status that a mistake carries."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own
        """Return the names of the sub-commands, for help and completion."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002
        """Import a sub-command."""
        if name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[name].partition(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the sub-command that was asked for; a misspelt one is told the nearest."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            raise click.UsageError(error.message + nearest(args[0], COMMANDS), ctx) from error

    def invoke(self, ctx: click.Context) -> object:
        """Run a sub-command; an AdvocacyError becomes its text and its exit status."""
        try:
            return super().invoke(ctx)
        except AdvocacyError as error:
            click.echo(str(error), err=True)
            ctx.exit(error.exit_status)
        except OSError as error:
            if error.errno != ENAMETOOLONG:
                raise
            name = str(error.filename)[:60]
            click.echo(f"{name}…: No file can have a name so long. Write a shorter one.", err=True)
            ctx.exit(2)
        except KeyboardInterrupt:
            click.echo("Interrupted", err=True)
            ctx.exit(INTERRUPTED)


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="advocacy")
def main() -> None:
    """A staff blog, its feeds and share kits, from Markdown held to your values guide.

    Exit status: 0 clean, 1 something in the content blocks, 2 a mistake in the command, the
    settings, the guide or a table.

    Shell completion: see https://click.palletsprojects.com/shell-completion/
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


if __name__ == "__main__":
    from advocacy.cli.apart import run_command

    sys.exit(run_command(sys.argv[1:]))
