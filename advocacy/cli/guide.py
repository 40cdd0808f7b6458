"""`advocacy guide`: look after the values guide."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from advocacy.cache import Cache, cache_folder
from advocacy.cli.options import Day, open_site, site_option
from advocacy.clock import day_of
from advocacy.counting import count_of
from advocacy.editorial.coverage import make_coverage
from advocacy.editorial.coverage_report import make_coverage_json, make_coverage_text
from advocacy.editorial.guide import Guide
from advocacy.editorial.guide_examples import refuse_examples
from advocacy.editorial.guide_version import make_guide_version
from advocacy.editorial.site_guide import read_site_guide
from advocacy.editorial.vale_export.folder import compare_folder, write_folder
from advocacy.editorial.vale_export.style import make_vale_style
from advocacy.editorial.wordings import wordings_names, wordings_text, wordings_title
from advocacy.errors import ContentError
from advocacy.library import read_library
from advocacy.publishing.desk import open_desk


@click.group
def guide() -> None:
    """Look after your values guide, content/pages/values.md.

    Example: advocacy guide check
    """


@guide.command("check")
@site_option
def check_guide(root: Path) -> None:
    """Read the guide and run its rules over their own examples.

    Each bad example must be found, and each good one let pass.

    Exit status: 0 all hold, 2 a mistake in the guide.

    Example: advocacy guide check --site my-site
    """
    values = read_site_guide(read_library(open_site(root)))
    refuse_examples(values)
    click.echo(f"{values.path}: {_summary(values)}; every example holds")
    click.echo(f"version {make_guide_version(values)}")


@guide.command
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A table to read, or JSON for a script.",
)
@click.option("--today", type=Day(), help="Check as on this day; today by default.")
@site_option
def coverage(form: str, today: date | None, root: Path) -> None:
    """Show what upholds each principle, and by what share of the posts it is met.

    Drafts do not count, and a finding that a comment lets pass is none.

    Exit status: 0; 1 where a post cannot be read; 2 a mistake in the settings or the guide.

    Example: advocacy guide coverage --format json
    """
    site = open_site(root)
    desk = open_desk(site, day_of(site.time_zone, today))
    if desk.library.unread_paths:
        raise ContentError(problems=desk.library.problems)
    posts = {post.path for post in desk.library.posts if post.status != "draft"}
    findings = desk.review(posts, Cache(cache_folder())).every
    make = make_coverage_json if form == "json" else make_coverage_text
    click.echo(make(make_coverage(desk.guide, posts, findings)))


@guide.command
@click.argument("name", required=False)
def wordings(name: str | None) -> None:
    """List the wordings that come with this, or print those of one NAME.

    A rule of the guide takes them by `wordings: NAME`. What is printed can be pasted into the rule
    instead, and changed there.

    Exit status: 0, or 2 where there are none of that name.

    Example: advocacy guide wordings plain-words
    """
    if name:
        click.echo(wordings_text(name), nl=False)
        return
    width = max(map(len, wordings_names()))
    for each in wordings_names():
        click.echo(f"{each:{width}}  {wordings_title(each)}")


@guide.command("export-vale")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--check", "checks", is_flag=True, help="Write nothing; end 1 where it is stale.")
@site_option
def export_vale(folder: Path, checks: bool, root: Path) -> None:
    """Write the guide's rules into FOLDER as a `.vale.ini` with styles, for editors that run Vale.

    Files that no export wrote, or that were changed since, are never replaced.

    Exit status: 0 the folder is what the guide says, 1 with --check it is not, 2 a mistake in the
    guide or a file in the way.

    Example: advocacy guide export-vale vale --check
    """
    site = open_site(root)
    values = read_site_guide(read_library(site))
    refuse_examples(values)
    style = make_vale_style(values, site)
    changed = () if checks else write_folder(folder, style.files)
    for reason, names in style.left_out.items():
        click.echo(f"{reason}: {', '.join(names)}", err=True)
    if checks:
        _tell_stale(folder, compare_folder(folder, style.files))
        return
    click.echo(f"{folder}: {len(style.files)} files, {len(changed) or 'none'} changed")


def _tell_stale(folder: Path, stale: Mapping[str, str]) -> None:
    for path, wrong in stale.items():
        click.echo(f"{folder / path}: {wrong}")
    if stale:
        click.echo(f"Run `advocacy guide export-vale {folder}`.")
        raise SystemExit(1)
    click.echo(f"{folder}: is what the guide says")


def _summary(values: Guide) -> str:
    examples = sum(
        len(rule.examples.bad) + len(rule.examples.good) for rule in values.rules.values()
    )
    tied = sum(check.principle != "" for check in values.checks.values())
    counts = (
        (len(values.principles), "principle"),
        (len(values.rules), "rule"),
        (len(values.attestations), "attestation"),
        (tied, "built-in check"),
        (examples, "example"),
    )
    return ", ".join(count_of(count, name) for count, name in counts)
