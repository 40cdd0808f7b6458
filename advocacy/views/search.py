"""What the page is handed on which readers search."""

from dataclasses import dataclass

from advocacy.views.heads import Head
from advocacy.views.parts import Link


@dataclass(frozen=True, slots=True)
class SearchView:
    """A page that searches the posts in its own language.

    Attributes:
        script_href: The program that searches, beside which its index lies.
        base_href: What the addresses in the index are relative to.
        topics: Lists of posts, for who has no script, or found nothing.
        years: The same, by year.
        languages: The search pages for the other languages.
    """

    head: Head
    script_href: str
    base_href: str
    topics: tuple[Link, ...] = ()
    years: tuple[Link, ...] = ()
    languages: tuple[Link, ...] = ()
