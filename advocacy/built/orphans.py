"""Pages to which no way leads from the home page."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from advocacy.built.fault import Fault
from advocacy.built.output import INDEX, NOT_FOUND, Output
from advocacy.built.page import BuiltPage
from advocacy.site import Site

# What a reader follows; an alternate or a canonical address in the head is for machines.
FOLLOWED = frozenset({"a", "area", "form", "iframe"})


def find_orphans(output: Output, site: Site) -> Iterator[Fault]:
    """Yield pages that no reader finds; what search engines are kept from may be hidden."""
    start = f"{output.roots[0].url}/{INDEX}"
    reached = _reach(start, _ways(output))
    for address, page in output.pages.items():
        if address in reached or not page.is_indexed or page.is_redirect:
            continue
        if not _may_be_unlinked(page, site):
            message = "No link leads here from the home page. Link to it, or take it out."
            yield Fault(kind="Built.Orphan", page=page, message=message)


def _ways(output: Output) -> Mapping[str, set[str]]:
    ways: dict[str, set[str]] = defaultdict(set)
    for address, page in output.pages.items():
        for reference in page.references:
            if reference.element in FOLLOWED:
                ways[address].add(output.find(address, reference.address).file)
    return ways


def _reach(start: str, ways: Mapping[str, set[str]]) -> set[str]:
    reached, waiting = {start}, [start]
    while waiting:
        new = ways.get(waiting.pop(), set()) - reached
        reached |= new
        waiting += new
    return reached


def _may_be_unlinked(page: BuiltPage, site: Site) -> bool:
    below = page.address.removeprefix(site.base_path).lstrip("/")
    return below == NOT_FOUND or any(
        below.startswith(each.lstrip("/")) for each in site.built.unlinked
    )
