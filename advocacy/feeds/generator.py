"""feedgen, with what RSS and Atom have in common; its traps are dealt with here."""

from email.utils import format_datetime
from typing import Any
from xml.sax.saxutils import quoteattr

import feedgen.entry
import feedgen.feed
from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.util import xml_elem

from advocacy.feeds.feed import Entry, Feed, Picture, Sign

GENERATOR = "Advocacy"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
ATOM_UPDATED = "{http://www.w3.org/2005/Atom}updated"
ATOM_LINK = "{http://www.w3.org/2005/Atom}link"
# RFC 5005.
HISTORY = "http://purl.org/syndication/history/1.0"
MEDIA_TYPES = {"atom": "application/atom+xml", "rss": "application/rss+xml"}
DECLARATION = b"<?xml version='1.0' encoding='UTF-8'?>\n"

# feedgen's own sets the locale of the whole process for each date that it writes.
feedgen.entry.formatRFC2822 = feedgen.feed.formatRFC2822 = format_datetime


class EntryExtras(BaseEntryExtension):  # type: ignore[misc]
    """What feedgen has no way to say of an entry.

    Attributes:
        lang: The language of an Atom entry; empty where it is the feed's.
        base: What a link such as `#fn:1` is relative to, for readers that lead it out of the
            entry; empty where there is none.
        updated: When an RSS item last changed, which RSS has no name for.
    """

    lang = ""
    base = ""
    updated = ""

    def extend_atom(self, entry: Any) -> Any:
        """Give the entry's element its language and its base."""
        if self.lang:
            entry.set(XML_LANG, self.lang)
        return self._with_base(entry)

    def extend_rss(self, entry: Any) -> Any:
        """Give the item its base and its last change, which readers know from Atom."""
        xml_elem(ATOM_UPDATED, entry).text = self.updated
        return self._with_base(entry)

    def _with_base(self, element: Any) -> Any:
        if self.base:
            element.set(XML_BASE, self.base)
        return element


class FeedExtras(BaseExtension):  # type: ignore[misc]
    """What feedgen has no way to say of a feed, or says in Atom alone.

    Attributes:
        links: Relation and address of each further link.
        lang: The language of an RSS feed.
        is_archive: Whether the feed is an archive, which no reader is to subscribe to.
    """

    links: tuple[tuple[str, str], ...] = ()
    lang = ""
    is_archive = False

    def extend_ns(self) -> dict[str, str]:
        """Return the namespaces that the feed's element has to declare."""
        return {"fh": HISTORY} if self.is_archive else {}

    def extend_atom(self, feed: Any) -> Any:
        """Add the links to the feed's element."""
        return self._extend(feed)

    def extend_rss(self, feed: Any) -> Any:
        """Add the links to the channel, which is the only element below the feed's.

        The language is what the style goes by, as browsers know none of RSS's own.
        """
        feed.set(XML_LANG, self.lang)
        self._extend(feed[0])
        return feed

    def _extend(self, element: Any) -> Any:
        if self.is_archive:
            xml_elem(f"{{{HISTORY}}}archive", element)
        for rel, href in self.links:
            xml_elem(ATOM_LINK, element, rel=rel, href=href)
        return element


def make_generator(feed: Feed, form: str) -> Any:
    """Return feedgen's feed with everything but its entries.

    Args:
        feed: Without characters that XML cannot hold.
        form: One of MEDIA_TYPES.
    """
    generator = feedgen.feed.FeedGenerator()
    generator.load_extension("media")
    generator.load_extension("dc", atom=False)
    generator.register_extension("extras", BaseExtension, EntryExtras)
    generator.register_extension("feed_extras", FeedExtras)
    generator.feed_extras.links = _further_links(feed, form)
    generator.feed_extras.lang = feed.lang
    generator.feed_extras.is_archive = feed.archive_of is not None
    generator.id(feed.id)
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
    if feed.sign:
        _add_sign(generator, feed, feed.sign, form)
    generator.link(href=getattr(feed.at, form), rel="self", type=MEDIA_TYPES[form])
    # The last link of all becomes the channel's in RSS.
    generator.link(href=feed.home_url, rel="alternate", type="text/html", hreflang=feed.lang)
    return generator


def _add_sign(generator: Any, feed: Feed, sign: Sign, form: str) -> None:
    """Add what readers show beside the title; feedgen's own ways set that of the other form too."""
    if form == "rss":
        # RSS asks for the title and the address of the site.
        size = {"width": f"{sign.size_px}", "height": f"{sign.size_px}"}
        generator.image(sign.icon, feed.title, feed.home_url, **size)
        return
    generator.icon(sign.icon)
    if sign.logo:
        generator.logo(sign.logo)


def _further_links(feed: Feed, form: str) -> tuple[tuple[str, str], ...]:
    links = [("hub", hub) for hub in feed.hubs]
    if feed.older:
        links.append(("prev-archive", getattr(feed.older, form)))
    if feed.archive_of:
        links.append(("current", getattr(feed.archive_of, form)))
    return tuple((rel, href) for rel, href in links if href)


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
    item.extras.base = entry.url if entry.has_inner_links else ""
    item.extras.lang = entry.lang if entry.lang != feed.lang else ""
    item.extras.updated = _whole_seconds(entry.last_change).isoformat()
    for category in entry.categories:
        scheme = {"scheme": category.scheme} if category.scheme else {}
        item.category(term=category.label, label=category.label, **scheme)
    if entry.picture:
        _add_picture(item, entry.picture)
    return item


def _add_picture(item: Any, picture: Picture) -> None:
    told = {"width": picture.width_px, "height": picture.height_px}
    size = {key: str(value) for key, value in told.items() if value}
    kind = {"type": picture.media_type} if picture.media_type else {}
    # Without a group, since a group of one is an error.
    item.media.content(url=picture.url, medium="image", group=None, **kind, **size)
    item.media.thumbnail(url=picture.url, group=None, **size)


def with_stylesheet(xml: bytes, href: str) -> bytes:
    """Return a feed that names the CSS with which browsers show it; as it is without one."""
    if not href:
        return xml
    line = f'<?xml-stylesheet type="text/css" href={quoteattr(href)}?>\n'
    return DECLARATION + line.encode() + xml.removeprefix(DECLARATION)


def _whole_seconds(moment: Any) -> Any:
    return moment.replace(microsecond=0)
