"""feedgen, with what RSS and Atom have in common; its traps are dealt with here."""

from email.utils import format_datetime
from typing import Any
from xml.sax.saxutils import quoteattr

import feedgen.entry
import feedgen.feed
from feedgen.ext.base import BaseEntryExtension, BaseExtension

from advocacy.feeds.feed import Entry, Feed

GENERATOR = "Advocacy"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DECLARATION = b"<?xml version='1.0' encoding='UTF-8'?>\n"

# feedgen's own sets the locale of the whole process for each date that it writes.
feedgen.entry.formatRFC2822 = feedgen.feed.formatRFC2822 = format_datetime


class EntryLanguage(BaseEntryExtension):  # type: ignore[misc]
    """The language of an Atom entry, which feedgen has for feeds only."""

    tag = ""

    def extend_atom(self, feed: Any) -> Any:
        """Give the entry's element its language, if it has one of its own."""
        if self.tag:
            feed.set(XML_LANG, self.tag)
        return feed


def make_generator(feed: Feed, self_url: str, media_type: str) -> Any:
    """Return feedgen's feed with everything but its entries.

    Args:
        feed: Without characters that XML cannot hold.
        self_url: Where this form of the feed is.
        media_type: Of this form of the feed.
    """
    generator = feedgen.feed.FeedGenerator()
    generator.load_extension("media")
    generator.load_extension("dc", atom=False)
    generator.register_extension("own_language", BaseExtension, EntryLanguage, rss=False)
    generator.id(feed.atom_url)
    generator.title(feed.title)
    generator.description(feed.description or feed.title)
    generator.language(feed.lang)
    generator.generator(GENERATOR)
    generator.author(name=feed.publisher or feed.title, uri=feed.home_url)
    # Left to itself feedgen would take the clock.
    generator.updated(_whole_seconds(feed.last_change))
    if feed.licence:
        generator.rights(feed.licence)
    if feed.licence_url:
        generator.link(href=feed.licence_url, rel="license")
    generator.link(href=self_url, rel="self", type=media_type)
    # The last link of all becomes the channel's in RSS.
    generator.link(href=feed.home_url, rel="alternate", type="text/html", hreflang=feed.lang)
    return generator


def add_entry(generator: Any, entry: Entry, feed: Feed) -> Any:
    """Add an entry after those that are there, and return feedgen's entry."""
    item = generator.add_entry(order="append")
    item.guid(entry.id, permalink=entry.id == entry.url)
    item.title(entry.title)
    item.link(href=entry.url, rel="alternate", type="text/html", hreflang=entry.lang or feed.lang)
    item.published(_whole_seconds(entry.published))
    item.updated(_whole_seconds(entry.last_change))
    # As CDATA the Atom content would say so in its type, which is none that readers know.
    item.content(entry.html, type="html")
    for term, label in entry.topics:
        scheme = {"scheme": feed.topics_url} if feed.topics_url else {}
        item.category(term=term, label=label, **scheme)
    if entry.card_url:
        # Without a group, since a group of one is an error.
        item.media.content(url=entry.card_url, medium="image", group=None)
        item.media.thumbnail(url=entry.card_url, group=None)
    return item


def with_stylesheet(xml: bytes, href: str) -> bytes:
    """Return a feed that names the CSS with which browsers show it; as it is without one."""
    if not href:
        return xml
    line = f'<?xml-stylesheet type="text/css" href={quoteattr(href)}?>\n'
    return DECLARATION + line.encode() + xml.removeprefix(DECLARATION)


def _whole_seconds(moment: Any) -> Any:
    return moment.replace(microsecond=0)
