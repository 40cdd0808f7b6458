"""From two builds to what changes between them."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from advocacy import addresses
from advocacy.review.built_site import BuiltSite, PlacedPost
from advocacy.review.feed_changes import find_feed_changes
from advocacy.review.site_changes import (
    ADDED,
    CHANGED,
    MOVED,
    REMOVED,
    HeavyFile,
    PageChange,
    PostLook,
    Redirect,
    SiteChanges,
)

# A picture of so much takes seconds on a phone; those that a build draws in sizes have far less.
HEAVY_PICTURE_BYTES = 500_000


def compare_sites(before: BuiltSite, after: BuiltSite, paths: Collection[str]) -> SiteChanges:
    """Return what changes on the site.

    Args:
        before: As the site is without the pull request.
        after: As it is with it, on the same day.
        paths: Files of the pull request, below the site's folder.
    """
    pages = _Pages(before, after)
    changes = tuple(sorted(pages.changes(), key=lambda page: page.address))
    of_kits = [page for page in changes if addresses.is_of_kits(page.address)]
    return SiteChanges(
        pages=tuple(page for page in changes if page not in of_kits),
        kits=len(of_kits),
        untouched=sum(pages.is_same(address) for address in after.pages),
        feeds=tuple(find_feed_changes(before, after)),
        redirects=_without(after.redirects, before),
        lost=tuple(each for each in _without(before.redirects, after) if _is_lost(each, after)),
        bytes_before=before.size_bytes,
        bytes_after=after.size_bytes,
        heavy=tuple(_heavy_pictures(before, after)),
        looks=make_looks(after, paths),
    )


def make_looks(after: BuiltSite, paths: Collection[str]) -> tuple[PostLook, ...]:
    """Return the posts of these files that have a page, with the files of their cards."""
    posts = sorted(post for post in after.posts.values() if post.path in paths)
    return tuple(
        PostLook(post.path, post.title, post.address, _cards(post, after)) for post in posts
    )


@dataclass(frozen=True, slots=True)
class _Pages:
    """The pages of two builds, to be told apart."""

    before: BuiltSite
    after: BuiltSite

    def changes(self) -> Iterator[PageChange]:
        old, new = self.before, self.after
        moved = self._moved()
        titles = {post.address: post for post in (*old.posts.values(), *new.posts.values())}
        for address in new.pages - old.pages - {*moved.values()}:
            yield _page(ADDED, address, titles)
        for was, address in moved.items():
            onward = _end(was, new)
            leads_to = onward if onward == address else ""
            yield _page(MOVED, address, titles, was=was, leads_to=leads_to)
        for address in old.pages - new.pages - moved.keys():
            yield _page(REMOVED, address, titles, leads_to=_end(address, new))
        for address in (old.pages & new.pages) - {*moved, *moved.values()}:
            if not self.is_same(address):
                yield _page(CHANGED, address, titles)

    def is_same(self, address: str) -> bool:
        file = addresses.file_of(address)
        return self.before.digest(file) == self.after.digest(file)

    def _moved(self) -> dict[str, str]:
        """Return the new address of each page by its old one: of a post, by its id."""
        old, new = self.before, self.after
        gone, come = old.pages - new.pages, new.pages - old.pages
        led = {was: new.redirects[was] for was in gone & new.redirects.keys()}
        shared = old.posts.keys() & new.posts.keys()
        pairs = ((old.posts[key].address, new.posts[key].address) for key in shared)
        return {
            **{was: address for was, address in led.items() if address in come},
            **{was: address for was, address in pairs if was != address},
        }


def _page(
    kind: str, address: str, posts: Mapping[str, PlacedPost], *, was: str = "", leads_to: str = ""
) -> PageChange:
    post = posts.get(address)
    path, title = (post.path, post.title) if post else ("", "")
    return PageChange(kind, address, path, title, was, leads_to)


def _end(address: str, site: BuiltSite) -> str:
    """Return where an old address leads in the end; empty where that is nowhere."""
    seen = {address}
    while (address := site.redirects.get(address, "")) and address not in seen:
        if address in site.pages or "://" in address:
            return address
        seen.add(address)
    return ""


def _without(redirects: Mapping[str, str], other: BuiltSite) -> tuple[Redirect, ...]:
    """Return the redirects that another build does not have."""
    known = other.redirects
    return tuple(Redirect(old, redirects[old]) for old in sorted(redirects.keys() - known.keys()))


def _is_lost(redirect: Redirect, after: BuiltSite) -> bool:
    """Say whether nothing is at an old address any more."""
    return addresses.file_of(redirect.old) not in after.files


def _heavy_pictures(before: BuiltSite, after: BuiltSite) -> Iterator[HeavyFile]:
    for name, file in sorted(after.files.items()):
        is_heavy = file.size_bytes > HEAVY_PICTURE_BYTES
        is_other = file.digest != before.digest(name)
        if name.startswith(addresses.image("")) and is_heavy and is_other:
            yield HeavyFile(name, f"The picture has {file.size_bytes / 1000:,.0f} kB.")


def _cards(post: PlacedPost, after: BuiltSite) -> tuple[str, ...]:
    preview, others = f"cards/{post.slug}.", f"cards/{post.slug}/"
    # The one for link previews comes first: so does a dot, before a slash.
    return tuple(sorted(name for name in after.files if name.startswith((preview, others))))
