"""What a numbered page of a list tells of itself, so that no two pages say the same."""

from collections.abc import Sequence

from advocacy.post import Post
from advocacy.translations import format_day, format_number, translations_for


def page_title(title: str, number: int, lang: str) -> str:
    """Return the title of a page of a list; number 0 is its front."""
    _ = translations_for(lang).gettext
    if not number:
        return title
    told = {"title": title, "number": format_number(number, lang)}
    return _("%(title)s, page %(number)s") % told


def span_of(title: str, posts: Sequence[Post], lang: str) -> str:
    """Return from when to when the posts of a page are, which stays while the page does."""
    _ = translations_for(lang).gettext
    days = [format_day(post.date.date(), lang) for post in (posts[-1], posts[0])]
    told = _("%(title)s, from %(first)s to %(last)s.")
    return told % {"title": title, "first": days[0], "last": days[1]}
