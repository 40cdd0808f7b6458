"""A page to be written: where, by which template, from which view."""

from dataclasses import dataclass

from advocacy.views import View


@dataclass(frozen=True, slots=True)
class PageFile:
    """One page of the site.

    Attributes:
        address: Relative to the site's root; that of a folder ends in a slash.
        template: A key of `advocacy.views.TEMPLATES`.
    """

    address: str
    template: str
    view: View
