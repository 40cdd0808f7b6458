"""How many cards are drawn in a second, with nothing kept and with all of it kept.

Run it with `python3 tasks.py bench cards [--site FOLDER]`. Without a site, it draws made-up posts.
"""

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from advocacy.kept_files import KeptFiles
from advocacy.library import read_library
from advocacy.publishing.cards import draw_cards, make_cards
from advocacy.publishing.edition import Edition
from advocacy.publishing.rendering import make_share_edition
from advocacy.share.cards.card import draw_card
from advocacy.share.cards.sizes import SIZES
from advocacy.share.site_networks import networks_of
from advocacy.site import read_site

PROJECT = Path(__file__).resolve().parent.parent


@click.command
@click.option(
    "--site", "root", default=PROJECT, type=click.Path(path_type=Path), help="Its folder."
)
@click.option("--today", default="2026-11-23", show_default=True, help="The day.")
def bench(root: Path, today: str) -> None:
    """Draw all cards of a site, twice, and some of each size in one process."""
    site = read_site(root)
    edition = make_share_edition(read_library(site), date.fromisoformat(today), networks_of(site))
    with TemporaryDirectory() as folder:
        store = KeptFiles(Path(folder))
        for name in ("cold", "warm"):
            count, taken = timed(lambda: list(draw_cards(edition, store, lambda *_: None)))
            click.echo(f"{name}: {count} cards in {taken:.2f} s, {count / taken:.0f} a second")
    for size in SIZES:
        click.echo(f"{size:9} {one_by_one(edition, size):5.1f} ms of one core a card")


def timed(draw: Callable[[], list[tuple[str, bytes]]]) -> tuple[int, float]:
    """Return how many cards were drawn, and in how many seconds."""
    started = time.perf_counter()
    count = len(draw())
    return count, time.perf_counter() - started


def one_by_one(edition: Edition, size: str) -> float:
    """Return how many milliseconds of one core a card takes, once the fonts are open."""
    contents = [make_cards(edition, post)[0].content for post in edition.public[:60]]
    draw_card(contents[0], edition.look, size)
    started = time.process_time()
    for content in contents:
        draw_card(content, edition.look, size)
    return (time.process_time() - started) * 1000 / len(contents)


if __name__ == "__main__":
    bench()
