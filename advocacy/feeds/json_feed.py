"""A feed as JSON Feed 1.1."""

import json
from collections.abc import Mapping

from advocacy.feeds.feed import Author, Entry, Feed, make_legal

# https://www.jsonfeed.org/version/1.1/
VERSION = "https://jsonfeed.org/version/1.1"
MEDIA_TYPE = "application/feed+json"

Pairs = Mapping[str, object]


def make_json_feed(feed: Feed) -> bytes:
    """Return a feed as JSON Feed, newest entry first; its ids are those of the other forms.

    What XML cannot hold is left out here too, so that all forms say the same.
    """
    feed = make_legal(feed)
    whole = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.home_url,
        "feed_url": feed.at.json,
        "next_url": feed.older.json if feed.older else "",
        "description": feed.description,
        "icon": feed.sign.large if feed.sign else "",
        "favicon": feed.sign.icon if feed.sign else "",
        "language": feed.lang,
        "authors": [_author(Author(feed.publisher or feed.title, feed.home_url))],
        "hubs": [{"type": "WebSub", "url": hub} for hub in feed.hubs],
        "items": [_item(entry, feed) for entry in feed.newest_first],
    }
    return (json.dumps(_told(whole), ensure_ascii=False, indent=1) + "\n").encode()


def _item(entry: Entry, feed: Feed) -> dict[str, object]:
    item = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.html,
        "summary": entry.summary,
        "image": entry.picture.url if entry.picture else "",
        "date_published": entry.published.isoformat(timespec="seconds"),
        "date_modified": entry.last_change.isoformat(timespec="seconds"),
        "authors": [_author(each) for each in entry.authors],
        "tags": [category.label for category in entry.categories],
        "language": entry.lang or feed.lang,
    }
    return _told(item)


def _author(author: Author) -> dict[str, object]:
    return _told({"name": author.name, "url": author.url})


def _told(pairs: Pairs) -> dict[str, object]:
    """Return pairs without those that say nothing; `items` alone may be empty."""
    return {key: value for key, value in pairs.items() if value or key == "items"}
