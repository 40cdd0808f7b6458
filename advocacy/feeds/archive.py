"""A feed's older entries, as documents that never change their address (RFC 5005, section 4)."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from advocacy.feeds.feed import Addresses, Feed

AddressesOf = Callable[[int], Addresses]


def newest_of(feed: Feed, window: int) -> Feed:
    """Return a feed with its newest entries alone, as many as the window holds."""
    return replace(feed, entries=tuple(feed.newest_first[:window]))


def make_archived(feed: Feed, window: int, addresses_of: AddressesOf) -> tuple[Feed, ...]:
    """Return a feed with its newest entries alone, and behind it its archives, the oldest first.

    An archive holds as many entries as the feed, counted from the oldest, and is made as soon as it
    is full and one of its entries is no longer in the feed. It tells of the archive before it and
    of the feed, and not of what comes after it: so it stays as it is when a post is added.

    Args:
        feed: With all of its entries.
        window: How many entries the feed holds.
        addresses_of: Where the archive of a number is; 1 is the oldest.
    """
    newest_first = feed.newest_first
    full = count_archives(len(newest_first), window)
    current = replace(newest_of(feed, window), older=addresses_of(full) if full else None)
    return current, *_archives(feed, window, full, addresses_of)


def count_archives(entries: int, window: int) -> int:
    """Return how many archives are behind a feed that holds the newest of its entries."""
    return max(0, -(-entries // window) - 1)


def _archives(feed: Feed, window: int, full: int, addresses_of: AddressesOf) -> Iterator[Feed]:
    oldest_first = feed.newest_first[::-1]
    for number in range(1, full + 1):
        yield replace(
            feed,
            at=addresses_of(number),
            entries=tuple(oldest_first[(number - 1) * window : number * window]),
            older=addresses_of(number - 1) if number > 1 else None,
            archive_of=feed.at,
        )
