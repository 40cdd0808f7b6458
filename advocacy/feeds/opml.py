"""A list of feeds as OPML 2.0, which readers take in at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree

from advocacy.feeds.feed import make_legal


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed in a list: what it is called, where it is as RSS, and the page it belongs to."""

    title: str
    rss_url: str
    home_url: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Folder:
    """Subscriptions below a heading; without one they stand at the top."""

    heading: str
    subscriptions: tuple[Subscription, ...]


def make_opml(title: str, home_url: str, folders: Iterable[Folder]) -> bytes:
    """Return a list of subscriptions, in the order given.

    Without a date: a build has no clock, and the list is as new as its file.
    """
    opml = ElementTree.Element("opml", version="2.0")
    head = ElementTree.SubElement(opml, "head")
    ElementTree.SubElement(head, "title").text = make_legal(title)
    ElementTree.SubElement(head, "ownerId").text = home_url
    body = ElementTree.SubElement(opml, "body")
    for folder in make_legal(tuple(folders)):
        parent = (
            ElementTree.SubElement(body, "outline", text=folder.heading) if folder.heading else body
        )
        for each in folder.subscriptions:
            ElementTree.SubElement(parent, "outline", _attributes(each))
    ElementTree.indent(opml)
    whole: bytes = ElementTree.tostring(opml, encoding="UTF-8", xml_declaration=True)
    return whole + b"\n"


def _attributes(each: Subscription) -> dict[str, str]:
    told = {
        # Readers know `rss` alone; Atom is none of the types that the standard names.
        "type": "rss",
        "version": "RSS2",
        "text": each.title,
        "title": each.title,
        "xmlUrl": each.rss_url,
        "htmlUrl": each.home_url,
        "language": each.lang,
    }
    return {key: value for key, value in told.items() if value}
