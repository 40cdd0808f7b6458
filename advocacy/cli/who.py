"""`advocacy who`: by which commits a colleague is known."""

from pathlib import Path

import click

from advocacy.cli.options import open_site, site_option
from advocacy.errors import CommandError
from advocacy.git import ask_git
from advocacy.identities import hash_address, make_identities
from advocacy.library import read_library


@click.command()
@click.argument("addresses", nargs=-1, metavar="[ADDRESS]...")
@site_option
def who(addresses: tuple[str, ...], root: Path) -> None:
    """Tell whose commits those of an e-mail address are, or the line that makes them somebody's.

    Without an ADDRESS, the one that git puts into your commits here. The line has the address as
    SHA-256, so that it does not stand in the repository a second time; it is no secret.

    Example: advocacy who ana@example.org
    """
    site = open_site(root)
    identities = make_identities(read_library(site).staff.values(), site.review.domains)
    asked = addresses or (_own_address(site.root),)
    for address in asked:
        if "@" not in address:
            raise CommandError(f"`{address}` is no e-mail address. Write it with its @.")
    known = {each: identities.find(each) for each in asked}
    for address, member in known.items():
        if member:
            click.echo(f"{address}: `{member}`, by content/staff/{member}.md")
    _tell_line([each for each, member in known.items() if not member])


def _own_address(root: Path) -> str:
    """Return the address that git puts into commits.

    Raises:
        CommandError: Git is not there, or knows none.
    """
    try:
        told = ask_git(root, "config", "user.email").stdout.strip()
    except OSError:
        told = ""
    if not told:
        raise CommandError("git knows no address of yours. Name one: `advocacy who ADDRESS`.")
    return told


def _tell_line(addresses: list[str]) -> None:
    """Print the line for the file of whoever has addresses that nobody's file knows."""
    if not addresses:
        return
    hashes = ", ".join(map(hash_address, addresses))
    click.echo(f"Nobody's file knows {', '.join(addresses)}. If it is yours, add to your own:")
    click.echo(f"commit_emails: [{hashes}]")
