"""An old address, which leads on to where a post is now."""

from dataclasses import dataclass

from advocacy.views.heads import Head


@dataclass(frozen=True, slots=True)
class RedirectView:
    """Where a post, a page or a colleague's page is now.

    Attributes:
        name: Its title, in the page's language.
        name_lang: That of the name, where it is another.
    """

    head: Head
    title: str
    href: str
    name: str
    name_lang: str = ""
