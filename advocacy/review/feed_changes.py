"""What subscribers of each feed are told by a pull request."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from advocacy import addresses
from advocacy.review.built_site import FEED_ENDINGS, BuiltSite, PlacedPost, feed_of

# A post is new; it has another id, so that readers take it for new; its entry says that it was
# edited; it was on the site, and in this feed it was not; it is in no feed and on no page any more.
NEW, ANEW, UPDATED, BROUGHT, WITHDRAWN = "new", "anew", "updated", "brought", "withdrawn"


@dataclass(frozen=True, slots=True)
class EntryChange:
    """What readers of a feed are told of one post.

    Attributes:
        kind: NEW, ANEW, UPDATED, BROUGHT or WITHDRAWN.
    """

    kind: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class FeedChange:
    """A feed of which some form is not byte for byte what it was.

    Attributes:
        name: Such as `all` or `staff/ana`; `all/1` is an archive.
        is_new: Whether there was none.
        is_gone: Whether there is none any more, so that its subscribers get nothing.
        entries: What its readers are told; nothing, where an edit is told to nobody.
    """

    name: str
    is_new: bool = False
    is_gone: bool = False
    entries: tuple[EntryChange, ...] = ()


def find_feed_changes(before: BuiltSite, after: BuiltSite) -> Iterator[FeedChange]:
    """Yield the feeds that change, that of every post first."""
    old, new = _digests(before), _digests(after)
    names = sorted(old.keys() | new.keys())
    for name in sorted(names, key=lambda each: each != addresses.ALL_POSTS):
        if old.get(name) != new.get(name):
            entries = tuple(_entry_changes(name, before, after))
            yield FeedChange(name, name not in old, name not in new, entries)


def _digests(site: BuiltSite) -> dict[str, set[str]]:
    """Return the hashes of each feed's files."""
    feeds: dict[str, set[str]] = {}
    for name, file in site.files.items():
        if name.startswith(addresses.FEEDS) and name.endswith(FEED_ENDINGS):
            feeds.setdefault(feed_of(name), set()).add(file.digest)
    return feeds


def _entry_changes(name: str, before: BuiltSite, after: BuiltSite) -> Iterator[EntryChange]:
    old, new = before.feeds.get(name, {}), after.feeds.get(name, {})
    renamed = _renamed(before.posts, after.posts)
    for key, entry in new.items():
        if key in old:
            kind = "" if entry.updated == old[key].updated else UPDATED
        elif key in renamed:
            kind = ANEW
        else:
            kind = BROUGHT if key in before.posts else NEW
        if kind:
            yield EntryChange(kind, entry.title, entry.url)
    urls = {entry.url for entry in new.values()}
    for key, entry in old.items():
        if key not in after.posts and entry.url not in urls:
            yield EntryChange(WITHDRAWN, entry.title, entry.url)


def _renamed(before: Mapping[str, PlacedPost], after: Mapping[str, PlacedPost]) -> frozenset[str]:
    """Return the new ids of posts that were there by another one, at their file or address."""
    gone = [post for key, post in before.items() if key not in after]
    paths, places = {post.path for post in gone}, {post.address for post in gone}
    new = ((key, post) for key, post in after.items() if key not in before)
    return frozenset(key for key, post in new if post.path in paths or post.address in places)
