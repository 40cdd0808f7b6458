"""Where the old site's links lead now."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urljoin, urlsplit

from advocacy import addresses
from advocacy.slugs import slugify

# Old addresses of lists that a new site has too, by how they begin.
_TOPIC_FOLDERS = frozenset({"tag", "tags", "topic", "topics", "category", "categories"})
_STAFF_FOLDERS = frozenset({"author", "authors", "team", "staff", "people"})
_HOME = frozenset({"", "blog", "news", "posts"})
_FEEDS = frozenset({"feed", "feed.xml", "rss", "rss.xml", "atom.xml", "feed/feed.xml"})


@dataclass(frozen=True, slots=True)
class LinkTable:
    """What a link may mean.

    Attributes:
        host: The old site's address without a slash at its end, or empty where not known.
        posts: File name of the new post by the key of an old address.
        staff: Link to a colleague's page by the id that the source uses.
        topics: Ids of the site's topics.
    """

    host: str = ""
    posts: Mapping[str, str] = field(default_factory=dict)
    staff: Mapping[str, str] = field(default_factory=dict)
    topics: frozenset[str] = frozenset()

    def is_ours(self, reference: str) -> bool:
        """Say whether a reference is one that an earlier step made."""
        path = reference.partition("#")[0]
        return path in self.staff.values() or (path.endswith(".md") and "/" not in path)


def address_key(path: str) -> str:
    """Return an old address so that all ways to write it are one: case, slashes, endings."""
    parts = [part for part in unquote(path).lower().split("/") if part not in {"", "."}]
    plain = "/".join(parts)
    return re.sub(r"(^|/)index\.html?$|\.html?$", "", plain)


def make_reference(reference: str, table: LinkTable, old_address: str = "") -> str:
    """Return where a link leads now: a file, an address of the site or of the web, or nothing.

    Args:
        reference: As the source has it, after Liquid.
        table: What a link may mean.
        old_address: The post's own old address, from which relative links count.
    """
    reference = reference.strip()
    if "\0" in reference:  # code or a comment stands there: it is no address
        return ""
    if not reference or reference.startswith(("#", "mailto:")) or table.is_ours(reference):
        return reference
    path = _own_path(reference, table.host)
    if path is None:
        return _foreign(reference)
    if not path.startswith("/"):
        path = urljoin(f"/{old_address.lstrip('/')}", path)
    return _inside(path, table) or (table.host + path if table.host else "")


def _own_path(reference: str, host: str) -> str | None:
    """Return a reference's path on the old site; None where it leads elsewhere."""
    reference = re.sub(r"^/+(?=\d{4}/)", "/", reference)
    try:
        parts, own = urlsplit(reference), urlsplit(host)
    except ValueError:
        return None
    if parts.netloc:
        if parts.netloc.lower() != own.netloc.lower() or not own.netloc:
            return None
        return (parts.path or "/") + (f"#{parts.fragment}" if parts.fragment else "")
    return None if parts.scheme else reference


def _foreign(reference: str) -> str:
    if reference.startswith("//"):
        return f"https:{reference}"
    return reference if re.match(r"https?://", reference, re.IGNORECASE) else ""


def _inside(path: str, table: LinkTable) -> str:
    """Return the part of the new site that an old path means, or nothing."""
    path, hash_sign, fragment = path.partition("#")
    key = address_key(path.partition("?")[0])
    first, _, rest = key.partition("/")
    if key in table.posts:
        return table.posts[key] + hash_sign + fragment
    if key in _HOME:
        return f"/{addresses.HOME}"
    if key in _FEEDS:
        return f"/{addresses.feed('all', 'atom')}"
    if first in _TOPIC_FOLDERS and slugify(rest) in table.topics:
        return f"/{addresses.topic(slugify(rest))}"
    return table.staff.get(rest, "") if first in _STAFF_FOLDERS else ""
