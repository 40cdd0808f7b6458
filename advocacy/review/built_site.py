"""A built site as it is held against another: files, pages, old addresses, feeds and posts."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

from advocacy import addresses
from advocacy.built.page import PAGE
from advocacy.built.reading import read_page
from advocacy.errors import CommandError
from advocacy.library import Library
from advocacy.site import Site

INDEX = "index.html"
FEED_ENDINGS = (".rss.xml", ".atom.xml", ".json")
# What each page that leads on says, and few others do.
REFRESH = b'http-equiv="refresh"'


class BuiltFile(NamedTuple):
    """One file of the output."""

    size_bytes: int
    digest: str


class Entry(NamedTuple):
    """What a feed says of one post; `updated` is empty where it was never edited."""

    title: str
    url: str
    updated: str = ""


class PlacedPost(NamedTuple):
    """A post that has a page, and the file that it is written in."""

    path: str
    title: str
    address: str
    slug: str


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """What one build made.

    Attributes:
        files: By name, relative to the output; kits that are built apart among them.
        pages: Addresses at which a page is that does not only lead on.
        redirects: By old address, the address that it leads to, or a whole one elsewhere.
        feeds: By name, such as `staff/ana`, what each brings, by id.
        posts: Those that have a page, by id.
    """

    files: Mapping[str, BuiltFile] = field(default_factory=dict)
    pages: frozenset[str] = frozenset()
    redirects: Mapping[str, str] = field(default_factory=dict)
    feeds: Mapping[str, Mapping[str, Entry]] = field(default_factory=dict)
    posts: Mapping[str, PlacedPost] = field(default_factory=dict)

    @property
    def size_bytes(self) -> int:
        """How much there is to be put on a server."""
        return sum(file.size_bytes for file in self.files.values())

    def digest(self, name: str) -> str:
        """Return the hash of a file; empty where there is none."""
        file = self.files.get(name)
        return file.digest if file else ""


def read_built_site(folders: Iterable[Path], library: Library) -> BuiltSite:
    """Read what was built.

    Args:
        folders: The output, and that of the kits where these are built apart.
        library: What it was built from.

    Raises:
        CommandError: There is no page, or a feed that no build wrote.
    """
    site = library.site
    files: dict[str, BuiltFile] = {}
    pages: set[str] = set()
    redirects: dict[str, str] = {}
    feeds: dict[str, Mapping[str, Entry]] = {}
    for folder, file in _files(folders):
        name, raw = file.relative_to(folder).as_posix(), file.read_bytes()
        files.setdefault(name, BuiltFile(len(raw), hashlib.sha256(raw).hexdigest()))
        if _is_page(name, raw):
            if onward := _onward(raw, site):
                redirects[address_of(name)] = onward
            else:
                pages.add(address_of(name))
        elif name.startswith(addresses.FEEDS) and name.endswith(".json"):
            feeds[feed_of(name)] = _entries(raw, file)
        elif name == addresses.REDIRECTS:
            redirects = {**_table(raw.decode("utf-8", "replace"), site), **redirects}
    if not pages:
        cure = "Build it first, or name the folder that holds `index.html`."
        raise CommandError(f"{next(iter(folders), '')}: No page was built here. {cure}")
    return BuiltSite(files, frozenset(pages), redirects, feeds, _placed(library, files))


def address_of(name: str) -> str:
    """Return the address of a file: that of a folder for its index."""
    is_index = name == INDEX or name.endswith(f"/{INDEX}")
    return name.removesuffix(INDEX) if is_index else name


def feed_of(name: str) -> str:
    """Return the name of a feed from that of its file, in whichever form."""
    plain = name.removeprefix(addresses.FEEDS)
    for ending in FEED_ENDINGS:
        plain = plain.removesuffix(ending)
    return plain


def _files(folders: Iterable[Path]) -> Iterator[tuple[Path, Path]]:
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                yield folder, file


def _is_page(name: str, raw: bytes) -> bool:
    """Say whether a file is HTML, and not a feed that is where a folder is asked for."""
    return name.endswith((".html", ".htm")) and not raw.startswith((b"<?xml", b"{"))


def _onward(raw: bytes, site: Site) -> str:
    """Return where a page only leads on to; empty where it is read itself."""
    if REFRESH not in raw:
        return ""
    page = read_page(raw, "", "")
    named = (each.address for each in page.references if (each.element, each.use) == ("meta", PAGE))
    return _address(next(named, ""), site)


def _table(text: str, site: Site) -> dict[str, str]:
    """Read `_redirects`: an old address, a new one and a status a line."""
    rows = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return {_address(row[0], site): _address(row[1], site) for row in rows if len(row) > 1}


def _address(href: str, site: Site) -> str:
    return unquote(href).removeprefix(f"{site.base_path}/")


def _entries(raw: bytes, file: Path) -> dict[str, Entry]:
    try:
        items = json.loads(raw)["items"]
        return {str(item["id"]): _entry(item) for item in items}
    except (ValueError, KeyError, TypeError):
        raise CommandError(f"{file}: This is no feed that a build wrote. Build anew.") from None


def _entry(item: Mapping[str, Any]) -> Entry:
    title, url, updated = (str(item.get(key, "")) for key in ("title", "url", "date_modified"))
    return Entry(title, url, updated)


def _placed(library: Library, files: Mapping[str, BuiltFile]) -> dict[str, PlacedPost]:
    placed = {
        post.id: PlacedPost(post.path, post.title, post.address(library.site), post.slug)
        for post in library.posts
    }
    return {key: each for key, each in placed.items() if addresses.file_of(each.address) in files}
