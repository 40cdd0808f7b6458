"""What is wrong with a built page, before it is a finding."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from advocacy.built.page import TOP, BuiltPage, Place

# By its name, how severe a fault is and what it is about.
KINDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "Built.Anchor": ("error", "A link names a part that its page does not have."),
        "Built.Description": ("warning", "Pages have the same description, or an empty one."),
        "Built.External": ("error", "A link to another site is dead."),
        "Built.File": ("error", "A page needs a file that is not there."),
        "Built.Heading": ("error", "A page has no heading of the first level."),
        "Built.Id": ("error", "An id stands twice on a page."),
        "Built.Lang": ("error", "A page does not say in which language it is."),
        "Built.Link": ("error", "A link within the site leads nowhere."),
        "Built.Mixed": ("error", "A page that is served safely asks for something unsafely."),
        "Built.Orphan": ("warning", "No way leads from the home page to this one."),
        "Built.Picture": ("error", "A picture is not there."),
        "Built.Title": ("warning", "Pages have the same title, or none."),
        "Built.Weight": ("warning", "A page is heavier than the site allows."),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong.

    Attributes:
        kind: A row of KINDS.
        page: On which it is.
        message: What was seen and how to mend it.
        match: The words that are meant; where they stand in what the page was made of, too.
    """

    kind: str
    page: BuiltPage
    message: str
    place: Place = TOP
    match: str = ""
