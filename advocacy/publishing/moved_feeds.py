"""Where subscribers of an older blog look for its feeds, and what they find there."""

from collections.abc import Collection, Iterator

from advocacy import addresses
from advocacy.site import Site, settings_error


def old_addresses(site: Site, address: str) -> list[str]:
    """Return where a feed is to be found besides.

    It is written there again, since a server that knows no `_redirects` would send nothing; the
    address that it gives as its own is the new one, which readers take over.
    """
    moved = site.feeds.moved.items()
    return [addresses.moved_feed(old) for old, new in moved if addresses.FEEDS + new == address]


def check_moved_feeds(site: Site, feeds: Collection[str]) -> None:
    """Refuse to lead subscribers to a feed that is not there, or away from one that is.

    Args:
        site: Whose settings say which feeds have moved.
        feeds: The addresses of all feeds in all forms.

    Raises:
        SettingsError: With the line of each.
    """
    if told := [*_told(site, feeds)]:
        raise settings_error(site.root, told)


def _told(site: Site, feeds: Collection[str]) -> Iterator[str]:
    for old, new in site.feeds.moved.items():
        if addresses.FEEDS + new not in feeds:
            cure = "Name one below /feeds/, such as `all.rss.xml`."
            yield f"`feeds`: `moved`: `{old}`: `{new}` is no feed. {cure}"
        elif addresses.moved_feed(old) in feeds:
            yield f"`feeds`: `moved`: `{old}` is a feed of this site still. Take it out."
