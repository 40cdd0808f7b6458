"""Old addresses of posts, pages and colleagues: where each leads from, and which none can have."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import PurePosixPath

from advocacy import addresses
from advocacy.errors import Problem
from advocacy.page import Page
from advocacy.post import Post, site_prefix
from advocacy.schema import NOWHERE
from advocacy.site import Site
from advocacy.slugs import find_unfit
from advocacy.staff import StaffMember

Piece = Post | Page | StaffMember


def alias_address(alias: str) -> str:
    """Return the address that an old one, such as `/2019/old-name`, is on the site.

    One of an HTML file stays that; all others become a folder's, as web servers lead the name of
    a folder to it.
    """
    plain = re.sub(r"(^|/)index\.html?$", "", alias.strip("/"))
    is_file = plain.endswith((".html", ".htm")) and not alias.endswith("/")
    return plain if is_file or not plain else f"{plain}/"


def address_of(piece: Piece, site: Site) -> str:
    """Return where a post, a page or a colleague is now."""
    if isinstance(piece, Post):
        return piece.address(site)
    if isinstance(piece, Page):
        return addresses.page(piece.slug, site_prefix(site, piece.lang))
    return addresses.staff_member(piece.id)


def find_alias_clashes(
    posts: Sequence[Post], pages: Sequence[Page], staff: Sequence[StaffMember], site: Site
) -> Iterator[Problem]:
    """Find old addresses at which something else is, so that each leads to one page.

    Args:
        posts: The oldest first, which is in the right where two claim one address.
        pages: Those of content/pages.
        staff: The colleagues.
        site: Whose addresses they are.
    """
    pieces: list[Piece] = [*_by_path(pages), *_by_path(staff), *posts]
    owners = {_file(address_of(piece, site)): piece for piece in pieces}
    feeds = {_file(addresses.moved_feed(old)): old for old in site.feeds.moved}
    yield from _on_feeds(owners, feeds)
    claimed: dict[str, Piece] = {}
    folders: set[str] = set().union(*map(_folders_of, chain(owners, feeds)))
    for piece in pieces:
        for number, alias in enumerate(piece.aliases):
            address = alias_address(alias)
            file = _file(address)
            if claimed.get(file) is piece:  # two ways to write one address
                continue
            told = (
                _told_of_owner(alias, piece, owners.get(file) or claimed.get(file))
                or _told_of_site(alias, address, piece, site)
                or _told_of_feed(alias, feeds.get(file))
                or _told_of_folder(alias, file, folders, claimed.keys() | feeds.keys())
            )
            if told:
                yield _problem(piece, number, told)
            else:
                claimed[file] = piece
                folders |= _folders_of(file)


def _by_path(pieces: Iterable[Page | StaffMember]) -> list[Page | StaffMember]:
    return sorted(pieces, key=lambda piece: piece.path)


def _on_feeds(owners: Mapping[str, Piece], feeds: Mapping[str, str]) -> Iterator[Problem]:
    """Find pages that are where readers of an older blog look for its feed."""
    for file in feeds.keys() & owners.keys():
        piece = owners[file]
        cure = "Give it another address, or take the feed out there."
        told = f"`{feeds[file]}` is an old feed below [feeds.moved] in advocacy.toml. {cure}"
        yield Problem(piece.path, 0, 0, told, f"{_kind(piece)}.Address")


def _folders_of(file: str) -> set[str]:
    """Return the folders in which a file lies."""
    return {str(folder) for folder in PurePosixPath(file).parents}


def _told_of_owner(alias: str, piece: Piece, owner: Piece | None) -> str:
    if owner is None:
        return ""
    if owner is piece:
        return f"`{alias}` leads there already. Take it out of `aliases`."
    return f"`{alias}` is an address of {owner.path} already. Take it out of `aliases`."


def _told_of_site(alias: str, address: str, piece: Piece, site: Site) -> str:
    if isinstance(piece, StaffMember) and re.fullmatch(rf"{addresses.STAFF}[^/]+/", address):
        return ""  # another name of their file
    if unfit := find_unfit(address.strip("/")):
        return f"`{alias}`: {unfit}. Take it out of `aliases`."
    reserved = addresses.reserved_part(address, site.languages)
    return f"`{alias}` is {reserved}. Take it out of `aliases`." if reserved else ""


def _told_of_feed(alias: str, feed: str | None) -> str:
    cure = "Take it out of `aliases`."
    return f"`{alias}` is an old feed below [feeds.moved] in advocacy.toml. {cure}" if feed else ""


def _told_of_folder(alias: str, file: str, folders: Collection[str], files: Collection[str]) -> str:
    if file not in folders and not any(folder in files for folder in _folders_of(file)):
        return ""
    return f"`{alias}` is a file and a folder at once. Take one of the addresses out."


def _problem(piece: Piece, number: int, told: str) -> Problem:
    place = piece.places.get(f"aliases.{number}", NOWHERE)
    span = max(1, place.end - place.start)
    return Problem(piece.path, place.line, place.column, told, f"{_kind(piece)}.Aliases", span)


def _kind(piece: Piece) -> str:
    return "Staff" if isinstance(piece, StaffMember) else type(piece).__name__


def _file(address: str) -> str:
    """Return the file of an address as a file system that knows no case sees it."""
    return addresses.file_of(address).casefold()
