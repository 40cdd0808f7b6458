"""Pictures and files that a page, itself served by https, asks for by http."""

from collections.abc import Iterator

from advocacy.built.fault import Fault
from advocacy.built.output import Output
from advocacy.built.page import BuiltPage, Reference

UNSAFE = "http:"


def find_mixed_content(output: Output) -> Iterator[Fault]:
    """Yield what browsers refuse, or warn of, on a page that is served by https."""
    for address, page in output.pages.items():
        if address.startswith("https:"):
            yield from (_fault(page, each) for each in page.references if _is_unsafe(each))


def _is_unsafe(reference: Reference) -> bool:
    return reference.is_loaded and reference.address.lower().startswith(UNSAFE)


def _fault(page: BuiltPage, reference: Reference) -> Fault:
    seen = f"`{reference.address}` is asked for by http on a page that is served by https"
    message = f"{seen}. Write it with https, or keep a copy on the site."
    return Fault(
        kind="Built.Mixed",
        page=page,
        message=message,
        place=reference.place,
        match=reference.address,
    )
