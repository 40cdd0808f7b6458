"""`advocacy import`: a site made from another blog's sources."""

from datetime import date
from pathlib import Path

import click

from advocacy.cli.options import Day
from advocacy.imports.jekyll import REPORT_FOLDER, import_jekyll


@click.group("import")
def import_() -> None:
    """Make a site from another blog's sources.

    Example: advocacy import jekyll ../old-blog our-blog
    """


@import_.command()
@click.argument("src", type=click.Path(path_type=Path))
@click.argument("dest", type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="End with 1 if anything could not be read.")
@click.option(
    "--today",
    type=Day(),
    default=date.today,
    help="Findings in older posts do not block; today by default.",
)
@click.pass_context
def jekyll(ctx: click.Context, src: Path, dest: Path, strict: bool, today: date) -> None:
    """Make a site in DEST from SRC, a Jekyll or Eleventy style source.

    DEST must be absent or empty. What was mapped, changed or could not be read is said file by
    file in DEST/import-report/report.md.

    Example: advocacy import jekyll ../old-blog our-blog --strict
    """
    report = import_jekyll(src, dest, today)
    for problem in report.unread:
        click.echo(str(problem), err=True)
    click.echo(report.summary)
    click.echo(f"See {dest / REPORT_FOLDER / 'report.md'}. Next: advocacy build --site {dest}")
    if strict and report.unread:
        ctx.exit(1)
