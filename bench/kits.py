"""How different the texts are that colleagues are dealt, on a site of so many people and posts.

For each post and network: the pairs of colleagues who see the same text first, the fewest that
there can be with so many texts, and how many of 100 words texts share, link and hashtags left out.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from check import ADVOCACY, CORPUS, PROJECT, run
from variety import Variety, measure_variety

from advocacy.library import read_library
from advocacy.share.kit import make_kit
from advocacy.share.networks import network_ids
from advocacy.share.site_networks import networks_of
from advocacy.site import Site, read_site

DAY = date(2026, 11, 28)


@click.command
@click.option("--site", "root", type=click.Path(path_type=Path), help="Else 18F's, or ours.")
@click.option("--staff", default=50, show_default=True, help="How many colleagues share.")
@click.option("--posts", default=20, show_default=True, help="How many of the newest posts.")
@click.option("--variants", default=3, show_default=True, help="How many texts a kit has at least.")
@click.option("--network", "chosen", multiple=True, help="Else all that the site uses.")
def bench(
    root: Path | None, staff: int, posts: int, variants: int, chosen: tuple[str, ...]
) -> None:
    """Print how often two colleagues begin alike, and how alike the texts are."""
    with TemporaryDirectory() as name:
        if root is None and CORPUS.is_dir():
            root = Path(name) / "18f"
            run([*ADVOCACY, "import", "jekyll", str(CORPUS), str(root)], Path(name))
        site = read_site(root or PROJECT, network_ids())
        site = replace(site, sharing=replace(site.sharing, variants=variants))
        show([*_rows(site, staff, posts, chosen)], staff)


def _rows(site: Site, staff: int, posts: int, chosen: tuple[str, ...]) -> Iterable[Variety]:
    people = [f"colleague-{number}" for number in range(staff)]
    known = networks_of(site)
    networks = {each: known[each] for each in chosen or site.sharing.networks}
    newest = sorted(read_library(site).posts, key=lambda post: post.date, reverse=True)
    for post in newest[:posts]:
        yield from measure_variety(make_kit(post, site, networks, DAY), people)


def show(rows: list[Variety], staff: int) -> None:
    """Print a line for each post and network, and what they come to."""
    pairs = staff * (staff - 1) // 2
    click.echo(f"{pairs} pairs of {staff} colleagues; the same text first: seen, fewest possible\n")
    click.echo(f"{'post':40} {'network':10} texts   seen fewest   alike: most  mean")
    for row in rows:
        click.echo(
            f"{row.slug[:40]:40} {row.network:10} {row.variants:5} {row.same_pairs:6}"
            f" {row.fewest_pairs:6}   {row.most_alike:9} % {row.mean_alike:3} %"
        )
    more = [row for row in rows if row.same_pairs > row.fewest_pairs]
    seen = sum(row.same_pairs for row in rows)
    click.echo(
        f"\n{len(rows)} kits: {seen} pairs begin alike of {pairs * len(rows)}; "
        f"{len(more)} kits have more than they must; "
        f"most alike {max((row.most_alike for row in rows), default=0)} %"
    )


if __name__ == "__main__":
    bench()
