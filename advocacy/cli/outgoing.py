"""What commands send out: read as a build reads it, and held to the guide before it goes."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from advocacy.cache import Cache, cache_folder
from advocacy.cli.options import open_site
from advocacy.clock import day_of
from advocacy.editorial.refusal import Refusal
from advocacy.errors import CommandError, ContentError, nearest
from advocacy.publishing.desk import Desk, open_desk
from advocacy.publishing.edition import Edition
from advocacy.publishing.rendering import make_share_edition
from advocacy.share.networks import Network
from advocacy.share.site_networks import networks_of
from advocacy.site import Site


def open_outgoing(root: Path, today: date | None) -> Desk:
    """Read a site as a build does.

    Raises:
        ContentError: Something cannot be read; a build would be refused, too.
        SettingsError: The guide or the settings have a mistake.
    """
    site = open_site(root)
    desk = open_desk(site, day_of(site.time_zone, today), kept=_kept())
    if desk.library.problems:
        raise ContentError(problems=desk.library.problems)
    return desk


def edition_of(desk: Desk, networks: Mapping[str, Network]) -> Edition:
    """Return what can be shared on the desk's day, for some networks."""
    return make_share_edition(desk.library, desk.today, networks)


def choose_networks(site: Site, ids: Iterable[str]) -> dict[str, Network]:
    """Return networks by their ids, or all that a site uses, in its order.

    Raises:
        CommandError: There is no such network.
    """
    known, wanted = networks_of(site), tuple(ids)
    for each in wanted:
        if each not in known:
            cure = nearest(each, known) or f" Name one of {', '.join(known)}."
            raise CommandError(f"--network: `{each}` is no network here.{cure}")
    return {each: known[each] for each in wanted or site.sharing.networks}


def choose_one(
    option: str, word: str | None, known: Mapping[str, str] | tuple[str, ...], kind: str
) -> str:
    """Return what was typed, or nothing where nothing was.

    Raises:
        CommandError: The site has no such thing.
    """
    if word and word not in known:
        some = f" Name one of {', '.join(known)}." if known else " It has none."
        cure = nearest(word, known) or some
        raise CommandError(f"{option}: `{word}` is no {kind} of this site.{cure}")
    return word or ""


def refuse_blocked(desk: Desk, paths: Iterable[str]) -> None:
    """Hold the posts that are to go out against the guide, as a build does.

    Raises:
        Refusal: Something in them blocks.
    """
    review = desk.review(frozenset(paths), _kept())
    if review.blocks:
        raise Refusal(review.findings)


def _kept() -> Cache:
    return Cache(cache_folder())
