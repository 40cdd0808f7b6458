"""How many attacks are held: each of the table's rows on a build of its own, here and by Pelican.

Pelican trusts whoever writes, and says so; that its default settings hold little is no fault of it.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import click

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))  # the table of attacks is a test

from tests.attacks.breaches import find_breaches, make_peace  # noqa: E402
from tests.attacks.table import Attack, read_all  # noqa: E402
from tests.attacks.trial import Trial, attack_site, attack_stock  # noqa: E402

Build = Callable[[Path, Attack | None], Trial]
BUILDS: dict[str, Build] = {"advocacy": attack_site, "pelican": attack_stock}


@click.command
@click.option("--by", type=click.Choice([*BUILDS]), multiple=True, help="Who builds.  [both]")
@click.option("--each", is_flag=True, help="Tell of each attack.")
def attacks(by: tuple[str, ...], *, each: bool) -> None:
    """Try every attack, and count those that do harm."""
    with TemporaryDirectory() as name:
        for who in by or BUILDS:
            tell(who, try_all(BUILDS[who], Path(name, who)), each=each)


def try_all(build: Build, folder: Path) -> Iterator[tuple[str, Attack, Trial, list[str]]]:
    """Yield each attack with the name of its table, how its build ended, and what harm it did."""
    peace = make_peace(build(folder / "peace/around/site", None))
    for number, (table, attack) in enumerate(read_all()):
        trial = build(folder / f"{number}/around/site", attack)
        yield table, attack, trial, list(find_breaches(trial, attack, peace))


def tell(who: str, tried: Iterator[tuple[str, Attack, Trial, list[str]]], *, each: bool) -> None:
    """Print for each table how many attacks there are, and how many did what."""
    total, harmed, refused = Counter[str](), Counter[str](), Counter[str]()
    for table, attack, trial, breaches in tried:
        total[table] += 1
        refused[table] += trial.status != 0
        harmed[table] += bool(breaches)
        if each:
            click.echo(f"{who} {table} {attack.name!r} {trial.status}: {'; '.join(breaches)[:200]}")
    for table in total:
        click.echo(
            f"{who:9} {table:14} {total[table]:4} attacks {harmed[table]:4} do harm"
            f" {refused[table]:4} end the build"
        )
    sums = (f"{sum(counts.values()):4}" for counts in (total, harmed, refused))
    click.echo("{:9} {:14} {} attacks {} do harm {} end the build".format(who, "all", *sums))


if __name__ == "__main__":
    attacks()
