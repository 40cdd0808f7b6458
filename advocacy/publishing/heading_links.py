"""A link beside each heading of a post, by which a reader can name that part to others."""

import re
from collections.abc import Iterable
from html import escape

from advocacy.markup.rewrite import Heading
from advocacy.translations import translations_for

_HEADING = re.compile(r'<h([2-6]) id="([^"<>]*)"[^<>]*>.*?</h\1>', re.DOTALL)


def link_headings(html: str, headings: Iterable[Heading], lang: str) -> str:
    """Return a post's HTML with a link to each heading beside it, and not in it.

    In the heading, it would be read out as a part of its words.

    Args:
        html: The body as a page shows it.
        headings: Those that the body has.
        lang: The language of the page.
    """
    words = {each.id: each.text for each in headings if each.text}
    _ = translations_for(lang).gettext
    label = _("Link to “%(heading)s”")

    def link(match: re.Match[str]) -> str:
        if match[2] not in words:
            return match[0]
        told = escape(label % {"heading": words[match[2]]})
        return (
            f'<div class="heading">{match[0]}'
            f'<a class="permalink" href="#{match[2]}" aria-label="{told}"></a></div>'
        )

    return _HEADING.sub(link, html)
