"""Which feeds there are, and what each holds."""

from collections.abc import Iterator, Mapping
from functools import partial

from advocacy import addresses
from advocacy.feeds.archive import count_archives, make_archived, newest_of
from advocacy.feeds.feed import Addresses, Entry, Feed
from advocacy.feeds.opml import Folder, Subscription, make_opml
from advocacy.post import Post
from advocacy.publishing.channels import Channel, make_channels, make_everything, make_groups
from advocacy.publishing.edition import Edition
from advocacy.publishing.feed_entries import make_entry
from advocacy.publishing.feed_style import feed_style_href
from advocacy.publishing.sign import make_feed_sign
from advocacy.site import Site


def make_feeds(edition: Edition) -> Iterator[tuple[str, Feed]]:
    """Return each feed by its name, such as `all` or `staff/ana`.

    Behind that of every post are its archives: what others bring is in these, too.
    """
    site = edition.site
    entries = {post.id: make_entry(edition, post) for post in _fed(edition)}
    style_href = feed_style_href(edition)
    for channel in make_channels(edition):
        feed = _feed(site, channel, entries, style_href)
        if channel.name != addresses.ALL_POSTS:
            yield channel.name, newest_of(feed, site.feeds.window)
            continue
        archived = make_archived(feed, site.feeds.window, partial(_archive, site))
        yield channel.name, archived[0]
        for number, archive in enumerate(archived[1:], 1):
            yield addresses.archive(channel.name, number), archive


def find_feeds(edition: Edition) -> frozenset[str]:
    """Return the address of each feed in each of its forms; no body need be rendered for it."""
    names = [channel.name for channel in make_channels(edition)]
    feeds = {addresses.feed(name, form) for name in names for form in ("atom", "rss", "json")}
    archives = count_archives(len(_fed(edition)), edition.site.feeds.window)
    numbered = (addresses.archive(addresses.ALL_POSTS, n) for n in range(1, archives + 1))
    return frozenset(feeds | {addresses.feed(name, "atom") for name in numbered})


def _fed(edition: Edition) -> list[Post]:
    """Return the posts that feeds may bring."""
    since = edition.site.feeds.since
    zone = edition.site.time_zone
    return [
        post
        for post in edition.listed
        if since is None or post.date.astimezone(zone).date() >= since
    ]


def _archive(site: Site, number: int) -> Addresses:
    """Return where an archive is: in Atom alone, since few readers look for one, and in that."""
    name = addresses.archive(addresses.ALL_POSTS, number)
    return Addresses(site.absolute(addresses.feed(name, "atom")))


def _addresses(site: Site, name: str) -> Addresses:
    atom, rss, json = (
        site.absolute(addresses.feed(name, form)) for form in ("atom", "rss", "json")
    )
    return Addresses(atom, rss, json)


def make_feed_list(edition: Edition) -> bytes:
    """Return every feed of the blog as OPML."""
    site = edition.site
    folders = [Folder("", (_subscription(site, make_everything(edition)),))]
    for group in make_groups(edition):
        subscriptions = (_subscription(site, channel) for channel in group.channels)
        folders.append(Folder(group.heading, tuple(subscriptions)))
    return make_opml(site.name, site.absolute(addresses.HOME), folders)


def _subscription(site: Site, channel: Channel) -> Subscription:
    return Subscription(
        _title(site, channel),
        site.absolute(addresses.feed(channel.name, "rss")),
        site.absolute(channel.home),
        channel.lang,
    )


def _title(site: Site, channel: Channel) -> str:
    return f"{channel.label} – {site.name}" if channel.label else site.name


def _feed(site: Site, channel: Channel, entries: Mapping[str, Entry], style_href: str) -> Feed:
    return Feed(
        title=_title(site, channel),
        publisher=site.name,
        description=channel.told or site.description,
        home_url=site.absolute(channel.home),
        at=_addresses(site, channel.name),
        lang=channel.lang,
        licence=site.licence.name if site.licence else "",
        licence_url=site.licence.url if site.licence else "",
        stylesheet_href=style_href,
        hub_url=site.feeds.hub,
        sign=make_feed_sign(site),
        entries=tuple(entries[post.id] for post in channel.posts if post.id in entries),
    )
