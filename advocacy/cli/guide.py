"""`advocacy guide`: look after the values guide."""

from pathlib import Path

import click

from advocacy.cli.options import open_site, site_option
from advocacy.editorial.guide import Guide, read_site_guide
from advocacy.editorial.guide_examples import refuse_examples
from advocacy.editorial.guide_version import make_guide_version
from advocacy.library import read_library


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
    return ", ".join(f"{count} {name}{'s' * (count != 1)}" for count, name in counts)
