"""`advocacy check`: hold what people wrote against the guide."""

from pathlib import Path
from typing import Any

import click

from advocacy.cli.archive_options import archive_options
from advocacy.cli.check_built_options import built_options
from advocacy.cli.check_vale import vale_options
from advocacy.cli.options import Day, site_option
from advocacy.cli.report_options import report_options


@click.command
@site_option
@report_options
@click.option("--stdin", "reads_stdin", is_flag=True, help="Check the text from standard input.")
@click.option(
    "--path",
    "stdin_path",
    type=click.Path(path_type=Path),
    help="With --stdin, the file that the text is taken for.",
)
@click.option("--fix", "fixes", is_flag=True, help="Mend what can be mended without asking.")
@click.option("--diff", "diffs", is_flag=True, help="Show what --fix would do; change nothing.")
@click.option("--today", type=Day(), help="Check as on this day; today by default.")
@click.option(
    "--cache/--no-cache", "caches", default=True, help="Whether results are kept for next time."
)
@archive_options
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.pass_context
@built_options
@vale_options
def check(ctx: click.Context, /, **asked: Any) -> None:
    """Check what people wrote against your values guide.

    A PATH is a file or a folder, from here or from the site's folder; without one, everything is
    checked: posts, pages, staff, and what is said about topics, series and purposes.

    Exit status: 0 nothing blocks, 1 something blocks, 2 a mistake in the command, the settings or
    the guide.

    --diff and --fix together are --diff. With --fix, a report for a program is on the standard
    output, and what was mended on the standard error.

    Example: advocacy check --format json content/posts/night-shift.md
    """
    # By a Vale configuration no site is read, nor what reads one.
    from advocacy.cli.check_site import Asked, check_site

    check_site(ctx, Asked(**asked))
