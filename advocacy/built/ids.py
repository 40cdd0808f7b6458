"""Ids that stand more than once on a page: a link finds the first alone."""

from collections.abc import Iterator

from advocacy.built.fault import Fault
from advocacy.built.output import Output
from advocacy.built.page import BuiltPage


def find_repeated_ids(output: Output) -> Iterator[Fault]:
    """Yield every id but the first of its name."""
    for page in output.pages.values():
        yield from _repeated(page)


def _repeated(page: BuiltPage) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for name, place in page.ids:
        if name in first:
            message = f"The id `{name}` stands in line {first[name]} already. Give each its own."
            yield Fault(kind="Built.Id", page=page, message=message, place=place, match=name)
        first.setdefault(name, place.line)
