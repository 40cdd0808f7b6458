"""The style sheet with which browsers show a feed, in the organisation's colours."""

from hashlib import sha256

from advocacy import addresses
from advocacy.publishing.look import make_look_sheet
from advocacy.site import Site
from advocacy.theme import theme_path


def make_feed_style(site: Site) -> str:
    """Return the theme's sheet for feeds, and after it the organisation's colours."""
    sheet = (theme_path() / "static/feed.css").read_text(encoding="utf-8")
    return "\n".join(filter(None, (sheet, make_look_sheet(site))))


def feed_style_href(site: Site) -> str:
    """Return the link to the sheet, which changes when that does."""
    version = sha256(make_feed_style(site).encode()).hexdigest()[:10]
    return f"{site.href(addresses.FEED_STYLE)}?v={version}"
