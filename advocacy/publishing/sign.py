"""The organisation's sign, by which tabs, devices and feed readers know it."""

from hashlib import sha256

from advocacy import addresses
from advocacy.feeds.feed import Sign as FeedSign
from advocacy.library import IMAGES
from advocacy.publishing.look import ACCENT, PAPERS, find_colours, find_ink
from advocacy.share.app_icon import (
    APP_ICONS,
    TAB_ICON,
    Drawing,
    LogoSign,
    find_logo_sign,
    read_icon,
)
from advocacy.share.cards.content import Look
from advocacy.share.cards.look import make_logo
from advocacy.site import Site
from advocacy.site_look import without_svg
from advocacy.theme import theme_path

# The sign itself in the theme's icon.
_SIGN = 'fill="#fff"'


def make_sign(site: Site, look: Look) -> Drawing | LogoSign:
    """Return the sign that the site names, else its logo, else the theme's in the site's colour.

    Args:
        site: The organisation.
        look: How its cards look, which may have a logo where pages have none.
    """
    if path := site.look.sign:
        return LogoSign(make_logo(site, path), PAPERS["accent"][0])
    return find_logo_sign(look) or read_icon(make_icon(site))


def has_own_sign(site: Site) -> bool:
    """Say whether a site has named a sign or a logo."""
    return bool(site.look.sign or site.cards.logo or site.cards.logo_on_dark)


def make_icon(site: Site) -> bytes:
    """Return the theme's icon in the site's colour, as SVG."""
    svg = (theme_path() / "static/icon.svg").read_text(encoding="utf-8")
    accent = find_colours(site).light
    return svg.replace(ACCENT, accent).replace(_SIGN, f'fill="{find_ink(accent)}"').encode()


def make_feed_sign(site: Site) -> FeedSign:
    """Return the sign and the logo as feeds name them."""
    large = max(APP_ICONS, key=lambda icon: (icon.size_px, icon.purpose == "any"))
    return FeedSign(
        icon=site.absolute(addresses.TAB_ICON),
        size_px=TAB_ICON.size_px,
        large=site.absolute(addresses.site_icon(large.name)),
        logo=site.absolute(addresses.logo("png")) if without_svg(site.look.logo) else "",
    )


def make_sign_version(site: Site) -> str:
    """Return what changes when the sign does, for its addresses."""
    look, cards = site.look, site.cards
    digest = sha256(make_icon(site))
    for path in (look.icon, look.logo, cards.logo, cards.logo_on_dark):
        digest.update(f"\0{path}\0".encode())
        if path:
            digest.update((site.content / IMAGES / path).read_bytes())
    return digest.hexdigest()[:10]
