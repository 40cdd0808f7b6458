"""Old addresses of posts: where each is on the site, and which it cannot have."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from advocacy import addresses
from advocacy.errors import Problem
from advocacy.page import Page
from advocacy.post import Post, site_prefix
from advocacy.site import Site


def alias_address(alias: str) -> str:
    """Return the address that an old one, such as `/2019/old-name`, is on the site.

    One of an HTML file stays that; all others become a folder's, as web servers lead the name of
    a folder to it.
    """
    plain = re.sub(r"(^|/)index\.html?$", "", alias.strip("/"))
    is_file = plain.endswith((".html", ".htm")) and not alias.endswith("/")
    return plain if is_file or not plain else f"{plain}/"


def reserved_part(address: str, languages: tuple[str, ...]) -> str:
    """Say what of the site's own an old address would stand in; empty where it may be kept."""
    parts = address.strip("/").split("/")
    if len(parts) > 1 and parts[0].lower() in {lang.lower() for lang in languages}:
        parts = parts[1:]
    stem = parts[0].lower().partition(".")[0]
    if not stem or stem.startswith("_"):
        return "an address of the site's own"
    if len(parts) == 1:
        return addresses.taken(stem, languages)
    return f"below the site's own address /{stem}/" if stem in addresses.RESERVED else ""


def find_alias_clashes(
    posts: Sequence[Post], pages: Iterable[Page], site: Site
) -> Iterator[Problem]:
    """Find old addresses at which something else is, so that each leads to one post.

    Args:
        posts: The oldest first, which is in the right where two claim one address.
        pages: Those of content/pages.
        site: Whose addresses they are.
    """
    owners: dict[str, Post | Page] = {
        _file(addresses.page(each.slug, site_prefix(site, each.lang))): each for each in pages
    }
    owners |= {_file(post.address(site)): post for post in posts}
    claimed: dict[str, Post] = {}
    folders: set[str] = set().union(*map(_folders_of, owners))
    for post in posts:
        for number, alias in enumerate(post.aliases):
            address = alias_address(alias)
            file = _file(address)
            if claimed.get(file) is post:  # two ways to write one address
                continue
            owner = owners.get(file) or claimed.get(file)
            told = _told(alias, post, owner) or _told_of_site(alias, address, site)
            if not told and (file in folders or not _folders_of(file).isdisjoint(claimed)):
                told = f"`{alias}` is a file and a folder at once. Take one of the addresses out."
            if told:
                yield _problem(post, number, told)
            else:
                claimed[file] = post
                folders |= _folders_of(file)


def _folders_of(file: str) -> set[str]:
    """Return the folders in which a file lies."""
    return {str(folder) for folder in PurePosixPath(file).parents}


def _told(alias: str, post: Post, owner: Post | Page | None) -> str:
    if owner is None:
        return ""
    if owner is post:
        return f"`{alias}` leads to this post already. Take it out of `aliases`."
    return f"`{alias}` is an address of {owner.path} already. Take it out of `aliases`."


def _told_of_site(alias: str, address: str, site: Site) -> str:
    reserved = reserved_part(address, site.languages)
    return f"`{alias}` is {reserved}. Take it out of `aliases`." if reserved else ""


def _problem(post: Post, number: int, told: str) -> Problem:
    place = post.place(f"aliases.{number}")
    span = max(1, place.end - place.start)
    return Problem(post.path, place.line, place.column, told, "Post.Aliases", span)


def _file(address: str) -> str:
    """Return the file of an address as a file system that knows no case sees it."""
    return addresses.file_of(address).casefold()
