"""A feed as RSS 2.0."""

import re
from html import escape
from typing import Any

from advocacy.feeds.feed import Entry, Feed, make_legal
from advocacy.feeds.generator import add_entry, make_generator, with_stylesheet

TITLE = re.compile(rb"<title>[^<]*</title>")


def make_rss(feed: Feed) -> bytes:
    """Return a feed as RSS 2.0, newest entry first, the whole posts in `content:encoded`.

    Raises:
        ValueError: A date has no time zone, or a title or address is empty.
    """
    legal = make_legal(feed)
    generator = make_generator(legal, "rss")
    for entry in legal.newest_first:
        _add_item(generator, entry, legal)
    rss = TITLE.sub(_hexadecimal, generator.rss_str(pretty=True))
    return with_stylesheet(rss, legal.stylesheet_href)


def _add_item(generator: Any, entry: Entry, feed: Feed) -> None:
    item = add_entry(generator, entry, feed)
    # A description is HTML, so that plain text is escaped for it, and again for XML.
    item.description(escape(entry.summary, quote=False), isSummary=True)
    # feedgen drops an RSS author who has no mail address. Of several `dc:creator` most readers
    # show only the last (newsboat, feedparser's `author`) or the first (sfeed): one names all.
    item.dc.dc_creator(entry.byline or None)
    if entry.lang and entry.lang != feed.lang:
        item.dc.dc_language(entry.lang)


def _hexadecimal(title: re.Match[bytes]) -> bytes:
    """Write `&` and `<` as the RSS Advisory Board's profile does, which all readers understand."""
    return title[0].replace(b"&amp;", b"&#x26;").replace(b"&lt;", b"&#x3C;")
