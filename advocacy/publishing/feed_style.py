"""The style sheet with which browsers show a feed, in the organisation's colours and fonts."""

import re
from hashlib import sha256

from advocacy import addresses
from advocacy.publishing.edition import Edition
from advocacy.theme import theme_path

_FONT_FACE = re.compile(r"@font-face \{.*?\}\n+", re.DOTALL)


def make_feed_style(edition: Edition) -> str:
    """Return the theme's sheet for feeds, and after it the organisation's own."""
    sheet = (theme_path() / "static/feed.css").read_text(encoding="utf-8")
    if "text" in edition.fonts:
        sheet = _FONT_FACE.sub("", sheet)
    return "\n".join(filter(None, (sheet, edition.look_sheet)))


def feed_style_href(edition: Edition) -> str:
    """Return the link to the sheet, which changes when that does."""
    version = sha256(make_feed_style(edition).encode()).hexdigest()[:10]
    return f"{edition.site.href(addresses.FEED_STYLE)}?v={version}"
