"""What lets a device keep the blog: a manifest, and icons from the organisation's logo."""

import json
from collections.abc import Iterator

from advocacy import addresses
from advocacy.publishing.app_files import PAPER
from advocacy.publishing.edition import Edition
from advocacy.publishing.look import ACCENT, make_look_sheet
from advocacy.share.app_icon import APP_ICONS, draw_app_icon, find_logo_sign, read_icon
from advocacy.theme import theme_path
from advocacy.translations import direction


def make_site_app(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Return each file by its address, and the style sheet of the look where there is one.

    Raises:
        ContentError: The organisation's logo is broken.
    """
    theme_icon = theme_path() / "static/icon.svg"
    sign = find_logo_sign(edition.look) or read_icon(theme_icon.read_bytes())
    for icon in APP_ICONS:
        yield addresses.site_icon(icon.name), draw_app_icon(sign, icon)
    yield addresses.MANIFEST, make_manifest(edition).encode()
    if sheet := make_look_sheet(edition.site):
        yield addresses.LOOK, sheet.encode()


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
        "theme_color": site.look.accent or ACCENT,
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
