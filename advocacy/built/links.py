"""Links, pictures and files of the site itself that are not there."""

from collections.abc import Iterator

from advocacy.built.fault import Fault
from advocacy.built.output import Output
from advocacy.built.page import FILE, PAGE, PICTURE

# By what is named, the fault and its cure.
ABSENT = {
    PAGE: ("Built.Link", "leads nowhere: There is no such page. Mend the link, or take it out."),
    PICTURE: ("Built.Picture", "is not there. Put the picture in its place, or take it out."),
    FILE: ("Built.File", "is not there. Build the site again; the theme may lack it."),
}


def find_dead_links(output: Output) -> Iterator[Fault]:
    """Yield what pages name of the site and the site does not have."""
    for page, reference, target in output.references():
        if target.file or target.outside:
            continue
        kind, told = ABSENT[reference.use]
        message = f"`{reference.address}` {told}"
        yield Fault(
            kind=kind, page=page, message=message, place=reference.place, match=reference.address
        )
