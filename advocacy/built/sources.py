"""What a built page was made of, and in which line of it something stands."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from advocacy import addresses
from advocacy.built.fault import Fault
from advocacy.library import Library
from advocacy.post import site_prefix
from advocacy.publishing.edition import about_address, page_address
from advocacy.source import Source, read_source

# Less than so much of an address is found in any text.
SHORTEST_NAME = 4


@dataclass(frozen=True)
class Sources:
    """The files that people wrote, by where the site has what was made of them."""

    library: Library

    @cached_property
    def paths(self) -> Mapping[str, str]:
        """By the address of a page, the file that it was made of."""
        library, site = self.library, self.library.site
        made = {page_address(site, page): page.path for page in library.pages.values()}
        for member in library.staff.values():
            own = addresses.staff_member(member.id)
            made |= {f"{site_prefix(site, lang)}{own}": member.path for lang in site.languages}
            made[addresses.own_page(member.id)] = member.path
        for about in library.abouts.values():
            made[about_address(site, about)] = about.path
        for post in library.posts:
            made |= {addresses.kit(post.slug): post.path, post.address(site): post.path}
        return made

    def tell(self, fault: Fault) -> str:
        """Return where to mend a fault, as the end of its message; empty where nobody knows."""
        address = fault.page.address.removeprefix(self.library.site.base_path).lstrip("/")
        path = self.paths.get(address.removesuffix("index.html"))
        if path is None:
            return ""
        line = self._line(path, fault) if fault.match else 0
        return f" It is written in {path}:{line}." if line else f" The page is made of {path}."

    def _line(self, path: str, fault: Fault) -> int:
        """Return the line in which something stands, however it was spelt; 0 for none."""
        source = read_source(self.library.site.root / path, path)
        if not isinstance(source, Source):
            return 0
        before = sum(
            each.address == fault.match and each.place < fault.place
            for each in fault.page.references
        )
        for spelling in _spellings(fault.match):
            found = [each.start() for each in re.finditer(re.escape(spelling), source.text)]
            if found:
                return source.position(found[min(before, len(found) - 1)])[0]
        return 0


def _spellings(match: str) -> Iterator[str]:
    """Yield how an address of a built page may stand in Markdown: whole, or by its last name."""
    yield match
    yield unquote(match)
    path, _, fragment = match.partition("#")
    if fragment:
        yield f"#{fragment}"
    name = unquote(path.partition("?")[0]).rstrip("/").rpartition("/")[2]
    if "/" in match and len(name) >= SHORTEST_NAME:
        yield name
