"""`advocacy kit`: what there is to share of one post."""

from datetime import date
from pathlib import Path

import click

from advocacy.cli.options import Day, open_site, site_option
from advocacy.clock import day_of
from advocacy.errors import CommandError, ContentError, nearest
from advocacy.library import Library, read_library
from advocacy.post import Post
from advocacy.share.kit import Kit, make_kit
from advocacy.share.networks import Network, network_ids, read_networks
from advocacy.share.snippet import Snippet


@click.command()
@click.argument("slug")
@site_option
@click.option(
    "--network",
    "network_id",
    type=click.Choice(network_ids()),
    help="Show this network alone; all that the site uses by default.",
)
@click.option("--today", type=Day(), help="The day; today by default.")
def kit(slug: str, root: Path, network_id: str | None, today: date | None) -> None:
    """Print what there is to share of the post SLUG: each network's text and its share link.

    Example: advocacy kit the-night-shift --network mastodon
    """
    library = read_library(open_site(root))
    day = day_of(library.site.time_zone, today)
    post = _find(library, slug)
    ids = (network_id,) if network_id else library.site.sharing.networks
    networks = {each: read_networks()[each] for each in ids}
    made = make_kit(post, library.site, networks, day)
    if not made.is_current:
        click.echo(f"`{slug}` is not offered in the hub on {day}.", err=True)
    click.echo(_page(made, networks))


def _find(library: Library, slug: str) -> Post:
    """Return the post with a slug; where it could not be read, say what keeps it from that."""
    posts = {post.slug: post for post in library.posts}
    if slug in posts:
        return posts[slug]
    broken = [problem for problem in library.problems if Path(problem.path).stem.endswith(slug)]
    if broken:
        raise ContentError(problems=broken)
    cure = nearest(slug, posts) or " Give the last part of its address."
    raise CommandError(f"`{slug}` is no post here.{cure}")


def _page(kit: Kit, networks: dict[str, Network]) -> str:
    parts = (_entry(snippet, networks[snippet.network]) for snippet in kit.snippets)
    return "\n\n".join((f"{kit.title}\n{kit.url}", *parts))


def _entry(snippet: Snippet, network: Network) -> str:
    most = f"/{snippet.limit}" if snippet.limit else ""
    heading = f"{network.name}: {snippet.length}{most} {snippet.unit}"
    return f"{heading}\n{'-' * len(heading)}\n{snippet.text}\n\nShare: {snippet.share_url}"
