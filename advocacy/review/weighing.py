"""New and changed pages that are heavier than the site allows, with all that they load."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from advocacy import addresses
from advocacy.built.output import Output, Root
from advocacy.built.reading import read_page
from advocacy.built.weight import find_heavy_pages
from advocacy.review.built_site import BuiltSite
from advocacy.review.site_changes import ADDED, CHANGED, MOVED, HeavyFile, PageChange
from advocacy.site import Site


def weigh_pages(
    site: Site, output: Path, built: BuiltSite, pages: Iterable[PageChange]
) -> Iterator[HeavyFile]:
    """Yield the pages that weigh more than `page_kb`, and of what.

    Args:
        site: Says how much is allowed.
        output: Where the pages are.
        built: The files that are there.
        pages: What changes; what is removed weighs nothing.
    """
    names = [addresses.file_of(each.address) for each in pages if each.kind in {*_WEIGHED}]
    read = {
        f"{site.url}/{name}": read_page((output / name).read_bytes(), f"/{name}", name)
        for name in names
    }
    files = {f"{site.url}/{name}": output / name for name in built.files}
    for fault in find_heavy_pages(Output((Root(output, site.url),), read, files), site):
        yield HeavyFile(fault.page.path, fault.message)


_WEIGHED = (ADDED, CHANGED, MOVED)
