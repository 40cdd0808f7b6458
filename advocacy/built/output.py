"""The built files, and where an address leads among them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from advocacy.built.page import BuiltPage, Reference
from advocacy.built.reading import read_page
from advocacy.errors import CommandError
from advocacy.site import Site

INDEX = "index.html"
NOT_FOUND = "404.html"
WEB = ("http", "https")


class Root(NamedTuple):
    """A folder, and where it is served: absolute, without a slash at its end."""

    folder: Path
    url: str


class Target(NamedTuple):
    """Where a reference leads.

    Attributes:
        file: Of the output, by its address; empty where there is none.
        fragment: The part of the page that is meant, or empty.
        outside: The whole address, where it leads out of what was built; else empty.
    """

    file: str = ""
    fragment: str = ""
    outside: str = ""


@dataclass(frozen=True)
class Output:
    """What was built.

    Attributes:
        roots: The blog, and the share kits where they are built apart.
        pages: By whole address, such as `https://blog.example.org/index.html`.
        files: Every file by its whole address.
    """

    roots: tuple[Root, ...]
    pages: Mapping[str, BuiltPage]
    files: Mapping[str, Path]

    @cached_property
    def ids(self) -> Mapping[str, frozenset[str]]:
        """By a page's whole address, all that the fragment of a link may name there."""
        return {address: page.targets for address, page in self.pages.items()}

    def references(self) -> Iterator[tuple[BuiltPage, Reference, Target]]:
        """Yield all that pages name, with where it leads."""
        for address, page in self.pages.items():
            for reference in page.references:
                yield page, reference, self.find(address, reference.address)

    def find(self, base: str, address: str) -> Target:
        """Return where an address leads that a page, of the whole address `base`, names."""
        try:
            whole = urljoin(base, address)
            parts = urlsplit(whole)
        except ValueError:
            return Target()
        if parts.scheme not in WEB or not self._is_ours(parts):
            return Target(outside=whole)
        path = unquote(parts.path) or "/"
        plain = f"{parts.scheme}://{parts.netloc}{path}"
        fragment = unquote(parts.fragment.partition(":~:")[0])
        return Target(self._file(plain), fragment)

    def _is_ours(self, parts: SplitResult) -> bool:
        """Say whether an address is of one of the roots, whichever way it is asked for."""
        for root in self.roots:
            own = urlsplit(root.url)
            is_below = f"{parts.path}/".startswith(f"{own.path}/")
            if (parts.scheme, parts.netloc) == (own.scheme, own.netloc) and is_below:
                return True
        return False

    def _file(self, plain: str) -> str:
        """Return the file that is served for an address; a folder is served by its index."""
        served = (plain, f"{plain.rstrip('/')}/{INDEX}")
        return next((each for each in served if each in self.files), "")


def read_output(site: Site, folder: Path | None = None) -> Output:
    """Read a built site.

    Args:
        site: Whose it is.
        folder: Where it is; None for where builds of this site put it, the kits' own with it.

    Raises:
        CommandError: Nothing was built there.
    """
    roots = tuple(_roots(site, folder))
    files: dict[str, Path] = {}
    pages: dict[str, BuiltPage] = {}
    for root in roots:
        own = {_address(root, file): file for file in _files(root.folder)}
        files |= own
        pages |= {at: _read(site, at, file) for at, file in own.items() if _is_page(file)}
    if not pages:
        cure = "Build it first: `advocacy build`; or name the folder: `--built DIR`."
        raise CommandError(f"{roots[0].folder}: No page was built here. {cure}")
    return Output(roots, pages, files)


def path_of(site: Site, file: Path) -> str:
    """Return what reports call a file: from the site's folder, or whole where it is elsewhere."""
    root, real = site.root.resolve(), file.resolve()
    return real.relative_to(root).as_posix() if real.is_relative_to(root) else real.as_posix()


def _roots(site: Site, folder: Path | None) -> Iterator[Root]:
    yield Root(folder or site.root / "output", site.url)
    if folder is None and site.sharing.folder:
        yield Root(site.root / site.sharing.folder, site.sharing.url)


def _files(folder: Path) -> Iterable[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())


def _is_page(file: Path) -> bool:
    """Say whether a file is HTML, and not a feed that is where a folder is asked for."""
    if file.suffix != ".html":
        return False
    with file.open("rb") as opened:
        return not opened.read(5).startswith((b"<?xml", b"{"))


def _address(root: Root, file: Path) -> str:
    return f"{root.url}/{file.relative_to(root.folder).as_posix()}"


def _read(site: Site, address: str, file: Path) -> BuiltPage:
    return read_page(file.read_bytes(), urlsplit(address).path, path_of(site, file))
