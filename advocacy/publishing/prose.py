"""A body as its page shows it, with what the page has to load for it."""

from typing import NamedTuple

from advocacy.publishing.edition import Edition
from advocacy.publishing.pictures import show_body
from advocacy.publishing.side_notes import number_notes


class Prose(NamedTuple):
    """A body's HTML, and whether there is code in it, or footnotes to stand beside it.

    The names are those of the views that show one.
    """

    html: str = ""
    has_code: bool = False
    has_notes: bool = False


def make_prose(edition: Edition, path: str) -> Prose:
    """Return the body of a file of content, as its page shows it."""
    html = number_notes(show_body(edition, path))
    return Prose(html, "<pre" in html, "data-note=" in html)
