"""A body as its page shows it, with what the page has to load for it."""

from dataclasses import replace
from typing import NamedTuple

from advocacy.policy import make_page_policy
from advocacy.publishing.edition import Edition
from advocacy.publishing.embeds import show_embeds
from advocacy.publishing.pictures import show_body
from advocacy.publishing.side_notes import number_notes
from advocacy.views import Head


class Prose(NamedTuple):
    """A body's HTML, and whether there is code in it, or footnotes to stand beside it.

    The names are those of the views that show one; `frame_hosts` are those of which it may show
    pages.
    """

    html: str = ""
    has_code: bool = False
    has_notes: bool = False
    frame_hosts: tuple[str, ...] = ()


def make_prose(edition: Edition, path: str) -> Prose:
    """Return the body of a file of content, as its page shows it."""
    shown = show_embeds(show_body(edition, path), edition.site.embeds.hosts)
    html = number_notes(shown.html)
    return Prose(html, "<pre" in html, "data-note=" in html, shown.hosts)


def allow_frames(head: Head, prose: Prose) -> Head:
    """Return the head of a page that shows a body, with a policy that lets it do so."""
    return replace(head, policy=make_page_policy(prose.frame_hosts))
