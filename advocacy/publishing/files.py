"""A page to be written: where, by which template, from which view."""

from dataclasses import dataclass
from typing import Protocol

from advocacy.views import Head


class View(Protocol):
    """What every view has."""

    @property
    def head(self) -> Head:
        """What stands in the page's head."""


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
