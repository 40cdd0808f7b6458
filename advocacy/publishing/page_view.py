"""What one of content/pages shows."""

from advocacy.page import Page
from advocacy.publishing.alternates import make_page_alternates
from advocacy.publishing.edition import Edition, page_address
from advocacy.publishing.heads import make_head
from advocacy.publishing.prose import allow_frames, make_prose
from advocacy.views import PageView


def make_page_view(edition: Edition, page: Page) -> PageView:
    """Return all that one of content/pages shows."""
    head = make_head(
        edition,
        page.title,
        page_address(edition.site, page),
        description=page.summary,
        lang=page.lang,
        section=page.slug,
        alternates=make_page_alternates(edition, page),
    )
    prose = make_prose(edition, page.path)
    return PageView(allow_frames(head, prose), page.title, page.summary, **prose._asdict())
