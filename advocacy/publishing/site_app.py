"""What makes the blog the organisation's own: icons, a manifest, its logo, its style sheets."""

import json
from collections.abc import Iterator

from advocacy import addresses
from advocacy.publishing.app_files import PAPER
from advocacy.publishing.edition import Edition
from advocacy.publishing.feed_style import make_feed_style
from advocacy.publishing.logo import make_logo_files
from advocacy.publishing.look import find_colours
from advocacy.publishing.own_fonts import font_files
from advocacy.publishing.sign import has_own_sign, make_icon, make_sign
from advocacy.share.app_icon import APP_ICONS, TAB_ICON, draw_app_icon, draw_favicon
from advocacy.theme import theme_path
from advocacy.translations import direction


def make_site_app(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Return each file by its address; some take the place of the theme's.

    Raises:
        ContentError: The organisation's logo is broken.
    """
    site = edition.site
    sign = make_sign(site, edition.look)
    for icon in APP_ICONS:
        yield addresses.site_icon(icon.name), draw_app_icon(sign, icon)
    yield addresses.TAB_ICON, draw_app_icon(sign, TAB_ICON)
    yield addresses.FAVICON, draw_favicon(sign)
    if not has_own_sign(site):
        yield addresses.ICON, make_icon(site)
    if edition.logos:
        yield from make_logo_files(edition.logos)
    yield addresses.MANIFEST, make_manifest(edition).encode()
    yield addresses.FEED_STYLE, make_feed_style(edition).encode()
    yield from font_files(edition.fonts)
    if edition.look_sheet:
        yield addresses.LOOK, edition.look_sheet.encode()


def find_unused(edition: Edition) -> Iterator[str]:
    """Return the addresses of the theme's files that the organisation's take the place of."""
    if has_own_sign(edition.site):
        yield addresses.ICON
    if "text" in edition.fonts:
        yield addresses.FONT_SHEET
        static = theme_path() / "static"
        yield from (f"theme/fonts/{file.name}" for file in sorted((static / "fonts").iterdir()))


def make_manifest(edition: Edition) -> str:
    """Return the web app manifest: the blog stays in the browser, with its own sign."""
    site = edition.site
    manifest = {
        "name": site.name,
        "short_name": site.name,
        "description": site.description,
        "lang": site.language,
        "dir": direction(site.language),
        "start_url": site.href(addresses.HOME),
        "scope": site.href(addresses.HOME),
        "display": "browser",
        "background_color": PAPER,
        "theme_color": find_colours(site).light,
        "icons": [
            {
                "src": site.href(addresses.site_icon(icon.name)),
                "sizes": f"{icon.size_px}x{icon.size_px}",
                "type": "image/png",
                "purpose": icon.purpose,
            }
            for icon in APP_ICONS
            if icon.purpose
        ],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
