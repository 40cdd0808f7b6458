"""Links to a part of a page that the page does not have."""

from collections.abc import Iterator

from advocacy.built.fault import Fault
from advocacy.built.output import Output
from advocacy.built.page import PAGE
from advocacy.errors import nearest

# Every page has its top, whether or not something there is called so.
ALWAYS = frozenset({"", "top"})


def find_dead_anchors(output: Output) -> Iterator[Fault]:
    """Yield links whose fragment is no id of the page that they lead to."""
    for page, reference, target in output.references():
        known = output.ids.get(target.file)
        if reference.use != PAGE or known is None or target.fragment in ALWAYS | known:
            continue
        hint = nearest(target.fragment, sorted(known)) or " Take out what follows the `#`."
        where = output.pages[target.file].path
        message = f"`{reference.address}`: {where} has no id `{target.fragment}`.{hint}"
        yield Fault(
            kind="Built.Anchor",
            page=page,
            message=message,
            place=reference.place,
            match=reference.address,
        )
