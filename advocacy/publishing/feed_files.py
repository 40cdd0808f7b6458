"""Which feeds there are, and what each holds."""

from collections.abc import Iterator, Mapping

from advocacy import addresses
from advocacy.feeds.feed import Entry, Feed
from advocacy.feeds.opml import Folder, Subscription, make_opml
from advocacy.publishing.channels import Channel, make_channels, make_everything, make_groups
from advocacy.publishing.edition import Edition
from advocacy.publishing.feed_entries import make_entry
from advocacy.site import Site

ENTRIES_IN_A_FEED = 30


def make_feeds(edition: Edition) -> Iterator[tuple[str, Feed]]:
    """Return each feed by its name, such as `all` or `staff/ana`."""
    entries = {post.id: make_entry(edition, post) for post in edition.listed}
    for channel in make_channels(edition):
        yield channel.name, _feed(edition.site, channel, entries)


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


def _feed(site: Site, channel: Channel, entries: Mapping[str, Entry]) -> Feed:
    rss, atom, json = (
        site.absolute(addresses.feed(channel.name, kind)) for kind in ("rss", "atom", "json")
    )
    return Feed(
        title=_title(site, channel),
        publisher=site.name,
        description=site.description,
        home_url=site.absolute(channel.home),
        rss_url=rss,
        atom_url=atom,
        json_url=json,
        lang=channel.lang,
        licence=site.licence.name if site.licence else "",
        licence_url=site.licence.url if site.licence else "",
        stylesheet_href=site.href("theme/feed.css"),
        entries=tuple(entries[post.id] for post in channel.posts[:ENTRIES_IN_A_FEED]),
    )
