"""A feed as Atom."""

from typing import Any

from advocacy.feeds.feed import Author, Entry, Feed, make_legal
from advocacy.feeds.generator import add_entry, make_generator, with_stylesheet


def make_atom(feed: Feed) -> bytes:
    """Return a feed as Atom (RFC 4287), newest entry first, with the whole posts as HTML.

    Raises:
        ValueError: A date has no time zone, or a title or address is empty.
    """
    legal = make_legal(feed)
    generator = make_generator(legal, "atom")
    for entry in legal.newest_first:
        _add_entry(generator, entry, legal)
    return with_stylesheet(generator.atom_str(pretty=True), legal.stylesheet_href)


def _add_entry(generator: Any, entry: Entry, feed: Feed) -> None:
    item = add_entry(generator, entry, feed)
    item.summary(entry.summary, type="text")
    if len(entry.authors) == 1:
        item.author(**_person(entry.authors[0]))
    elif entry.authors:
        # Of several authors some readers show the last alone (feedparser's `author`, and so
        # `reader`), others the first (sfeed): one names all, and each has a page below.
        item.author(name=entry.byline)
        item.contributor([_person(author) for author in entry.authors])


def _person(author: Author) -> dict[str, str]:
    page = {"uri": author.url} if author.url else {}
    return {"name": author.name, **page}
