"""An old address, which leads on to where a post is now."""

from dataclasses import dataclass

from advocacy.views.heads import Head


@dataclass(frozen=True, slots=True)
class RedirectView:
    """Where a post is now.

    Attributes:
        post: Its title, in the page's language.
    """

    head: Head
    title: str
    href: str
    post: str
