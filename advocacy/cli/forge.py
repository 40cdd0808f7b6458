"""`advocacy forge`: what a forge needs to review and to publish a site."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from advocacy.cli.options import open_site, site_option
from advocacy.errors import CommandError
from advocacy.forges.files import make_forge_files
from advocacy.forges.forge import FORGES, Forge
from advocacy.forges.standing import Standing, check_top, read_standings, write_forge_files

LOCK = "requirements.txt"


@click.command
@click.argument("name", metavar="FORGE", type=click.Choice(list(FORGES)))
@site_option
@click.option(
    "--check", "checks", is_flag=True, help="Write nothing; end with 1 if a file is stale."
)
@click.option("--force", "forces", is_flag=True, help="Write over files that were changed, too.")
def forge(name: str, root: Path, checks: bool, forces: bool) -> None:
    """Write the workflows and templates with which FORGE reviews and publishes the site.

    FORGE is github, gitlab, forgejo or gitea. What is there already stays as it is, unless you say
    --force. docs/forges.md tells what each workflow does, and what is left to you.

    Example: advocacy forge github
    """
    if checks and forces:
        raise CommandError("--check and --force do not go together. Leave one out.")
    site = open_site(root)
    check_top(site.root)
    chosen = FORGES[name]
    texts = make_forge_files(chosen)
    standings = read_standings(site.root, texts)
    if checks:
        _tell_stale(standings, name)
        return
    kept = () if forces else _of(standings, Standing.CHANGED)
    write_forge_files(site.root, texts, _written(standings, kept))
    _tell_written(standings, kept)
    _tell_next(chosen, name, site.root)


def _of(standings: Mapping[str, Standing], standing: Standing) -> list[str]:
    return [path for path, each in standings.items() if each == standing]


def _written(standings: Mapping[str, Standing], kept: Iterable[str]) -> list[str]:
    return [path for path, each in standings.items() if each != Standing.SAME and path not in kept]


def _tell_stale(standings: Mapping[str, Standing], name: str) -> None:
    """Tell which files are not as this program writes them; where there is one, end with 1."""
    stale = {path: each for path, each in standings.items() if each != Standing.SAME}
    for path, standing in stale.items():
        click.echo(f"{path}: {standing}")
    if stale:
        click.echo(f"Run `advocacy forge {name} --force`, and look at what git says has changed.")
        raise click.exceptions.Exit(1)
    click.echo("All files are as this program writes them.")


def _tell_written(standings: Mapping[str, Standing], kept: Iterable[str]) -> None:
    for path, standing in standings.items():
        if path in kept:
            click.echo(f"{path}: kept, though changed; --force writes it anew")
        else:
            click.echo(f"{path}: {'same as before' if standing == Standing.SAME else 'written'}")


def _tell_next(chosen: Forge, name: str, root: Path) -> None:
    click.echo(f"Next: advocacy codeowners --forge {name}, for those who have to approve.")
    click.echo(f"Next: choose in {chosen.name}'s settings: {chosen.still}; see docs/forges.md.")
    if not (root / LOCK).is_file():
        click.echo(f"{LOCK} is not there: the workflows install Advocacy by it, with its hashes.")
