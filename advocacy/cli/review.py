"""`advocacy review`: one summary of a pull request."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from advocacy.cache import Cache, cache_folder
from advocacy.cli.approval_options import approval_options
from advocacy.cli.options import open_site, output_option, site_option, today_option
from advocacy.cli.review_builds import Builds, build_options, read_site_changes, refuse_unfit
from advocacy.clock import day_of
from advocacy.editorial.blocking import exit_status
from advocacy.errors import CommandError, nearest
from advocacy.publishing.desk import Desk, open_desk
from advocacy.publishing.look import make_look_sheet
from advocacy.replacing import refuse_unwritable, replace_file
from advocacy.review.approvers import Approved
from advocacy.review.comments import make_comments
from advocacy.review.encoding import make_json
from advocacy.review.markdown import make_markdown
from advocacy.review.page import make_page
from advocacy.review.reading import read_report
from advocacy.review.report import Report
from advocacy.review.summary import make_summary

FORMS: Mapping[str, Callable[[Report, Desk], str]] = {
    "markdown": lambda report, _: make_markdown(make_summary(report)),
    "html": lambda report, desk: make_page(
        f"Review, {desk.site.name}", make_summary(report), make_look_sheet(desk.site)
    ),
    "json": lambda report, _: make_json(report),
}


def _web_address(_ctx: click.Context, _option: click.Parameter, text: str) -> str:
    """Return a web address with a slash at its end."""
    if text and not text.startswith(("https://", "http://")):
        cure = "Write it as https://preview.example.org/."
        raise CommandError(f"--preview: `{text}` is no web address. {cure}")
    return f"{text.rstrip('/')}/" if text else ""


@click.command
@site_option
@click.option(
    "--base", required=True, metavar="REV", help="The branch that it is to be merged into."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(FORMS)),
    default="markdown",
    show_default=True,
    help="For a comment, for a browser, or for a program.",
)
@click.option(
    "--preview",
    default="",
    metavar="URL",
    callback=_web_address,
    help="Where the site can be seen as it would be.",
)
@click.option(
    "--page",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the summary as a page to this file besides.",
)
@click.option(
    "--comments",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write suggested changes to this file, for a program that comments on lines.",
)
@approval_options
@build_options
@today_option()
@output_option()
def review(
    root: Path,
    base: str,
    form: str,
    preview: str,
    page: Path | None,
    comments: Path | None,
    approved: Approved,
    today: date | None,
    output: Path | None,
    builds: Builds,
) -> None:
    """Sum up a pull request for those who have to agree to it.

    What blocks and what is advice, each with the promise behind it; then each post: whom it is
    for, how it reads, who vouches for it, what colleagues will be offered to share. The files as
    they lie here are held against the commit at which they parted from REV.

    Exit status: 0 nothing blocks, 1 something blocks, 2 a mistake in the command, the settings or
    the guide.

    Example: advocacy review --base origin/main
    """
    site = open_site(root)
    kept = Cache(cache_folder())
    day = day_of(site.time_zone, today)
    for file in filter(None, (output, page, comments)):
        refuse_unwritable(file)
    refuse_unfit(builds, day)
    desk = open_desk(site, day, kept=kept)
    _refuse_strangers(approved.ids, desk)
    report, found = read_report(desk, base, kept, preview, approved)
    report = replace(report, site=read_site_changes(builds, desk, report))
    _write(FORMS[form](report, desk), output)
    if page:
        replace_file(page, FORMS["html"](report, desk).encode())
    if comments:
        replace_file(comments, make_comments(report).encode())
    click.get_current_context().exit(exit_status(found.findings))


def _refuse_strangers(ids: Iterable[str], desk: Desk) -> None:
    """See that who approved is a colleague.

    Raises:
        CommandError: Somebody is none.
    """
    known = desk.library.colleagues
    for each in ids:
        if each not in known:
            cure = nearest(each, known) or " Name the file in content/staff, without its ending."
            raise CommandError(f"--approved: `{each}` is no colleague here.{cure}")


def _write(text: str, output: Path | None) -> None:
    if output:
        replace_file(output, text.encode())
    else:
        click.echo(text, nl=False)
