"""`advocacy kit`: what there is to share of one post."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from advocacy.cli.finding import find_post
from advocacy.cli.options import network_option, open_site, site_option, today_option
from advocacy.cli.outgoing import choose_networks, edition_of, open_outgoing, refuse_blocked
from advocacy.clock import day_of
from advocacy.errors import CommandError
from advocacy.library import Library, read_library
from advocacy.post import Post
from advocacy.publishing.share_pages import make_kits
from advocacy.share.circles import Match, find_circle, match_labels, sharers
from advocacy.share.kit import Kit, NetworkKit, make_kit
from advocacy.share.kits_json import make_kit_json
from advocacy.share.life import State
from advocacy.share.networks import Network
from advocacy.share.snippet import Snippet
from advocacy.site import Site


@click.command()
@click.argument("slug")
@site_option
@network_option
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="For people, or for a program, as kits.json has it.",
)
@today_option()
def kit(slug: str, root: Path, network_ids: tuple[str, ...], form: str, today: date | None) -> None:
    """Print what there is to share of the post SLUG, and who might share it.

    Each network's text comes with its count and its share link. Who might share it are colleagues
    who opted in, and whose topics, audiences and languages it has. As JSON it is the post's entry
    in share/kits.json: held to the guide, and with texts only while they may be shared.

    Example: advocacy kit the-night-shift --network mastodon
    """
    if form == "json":
        _print_json(slug, root, network_ids, today)
        return
    library = read_library(open_site(root))
    day = day_of(library.site.time_zone, today)
    post = find_post(library, slug)
    networks = choose_networks(library.site, network_ids)
    made = make_kit(post, library.site, networks, day)
    if why := _why_not(post, made, library, day):
        click.echo(f"`{slug}` is not offered in the hub on {day}: {why}", err=True)
    circle = find_circle(post, sharers(library.staff.values(), day), library.site)
    click.echo("\n\n".join((_page(made, networks), _circle(circle, library.site))))


def _print_json(slug: str, root: Path, network_ids: tuple[str, ...], today: date | None) -> None:
    """Print a post's entry in kits.json.

    Raises:
        CommandError: It has none there.
        Refusal: Something in it blocks.
    """
    desk = open_outgoing(root, today)
    post = find_post(desk.library, slug)
    edition = edition_of(desk, choose_networks(desk.site, network_ids))
    (made,) = make_kits(edition, [post])
    why = _why_not(post, made, desk.library, desk.today)
    if post.slug not in edition.with_kit:
        raise CommandError(f"`{slug}` is not in kits.json on {desk.today}: {why}")
    refuse_blocked(desk, [post.path])
    if why:
        click.echo(f"`{slug}` is not offered in the hub on {desk.today}: {why}", err=True)
    click.echo(make_kit_json(made).encode(), nl=False)


def _why_not(post: Post, kit: Kit, library: Library, day: date) -> str:
    """Say why a kit is not offered on its day; empty where it is."""
    if post.status != "published" or post.visibility != "public":
        return f"it is {post.status}, {post.visibility}."
    if kit.state is State.OVER:
        return f"its last day was {kit.until}."
    if not kit.state.is_offered:
        return f"its first day is {kit.since}."
    has_left = all(library.staff[each].has_left(day) for each in post.authors)
    return "nobody who wrote it is here any more." if has_left else ""


def _page(kit: Kit, networks: dict[str, Network]) -> str:
    parts = (entry for each in kit.networks for entry in _entries(each, networks[each.network]))
    return "\n\n".join((f"{kit.title}\n{kit.url}", *parts))


def _entries(found: NetworkKit, network: Network) -> Iterator[str]:
    total = len(found.variants)
    for number, snippet in enumerate(found.variants, start=1):
        which = f" ({snippet.source}, {number} of {total})" if total > 1 else ""
        yield _entry(snippet, network, which)
    for snippet in found.of_authors:
        yield _entry(snippet, network, f" ({snippet.source}, for the authors alone)")


def _circle(circle: tuple[Match, ...], site: Site) -> str:
    """Say who might share a post; an editor asks them, or lets them find it."""
    if not circle:
        return "Who might share this: nobody has opted in to its topics, audience and language."
    return "\n".join(("Who might share this:", *(f"- {_sharer(match, site)}" for match in circle)))


def _sharer(match: Match, site: Site) -> str:
    reasons = (*(("wrote it",) if match.wrote else ()), *match_labels(match, site))
    return f"{match.member.name} ({match.member.id}): {', '.join(reasons) or 'shares anything'}"


def _entry(snippet: Snippet, network: Network, which: str) -> str:
    most = f"/{snippet.limit}" if snippet.limit else ""
    heading = f"{network.name}{which}: {snippet.length}{most} {snippet.unit}"
    share = f"\n\nShare: {snippet.share_url}" if snippet.share_url else ""
    if snippet.has_prompt:
        share = "\n\nFill in what stands in [[double brackets]] before you share it."
    warning = f"Content warning: {snippet.warning}\n\n" if snippet.warning else ""
    return f"{heading}\n{'-' * len(heading)}\n{warning}{snippet.text}{share}"
