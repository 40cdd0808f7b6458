"""What makes an app of colleagues' own pages: a manifest for each, the icons, the worker."""

import json
from collections.abc import Iterator

from advocacy import addresses
from advocacy.publishing.edition import Edition
from advocacy.publishing.look import find_colours
from advocacy.publishing.own_pages import own_language
from advocacy.publishing.sign import make_sign
from advocacy.share.app_icon import APP_ICONS, draw_app_icon
from advocacy.staff import StaffMember
from advocacy.theme import theme_path
from advocacy.translations import direction, translations_for

# The theme's --paper, on which the page opens.
PAPER = "#fcfdfb"


def make_app_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Return each file by its address; none where nobody has opted in.

    Raises:
        ContentError: The organisation's logo is broken.
        ValueError: The theme's icon cannot be drawn.
    """
    if not edition.sharers:
        return
    static = theme_path() / "static"
    sign = make_sign(edition.site, edition.look)
    for icon in APP_ICONS:
        yield addresses.app_icon(icon.name), draw_app_icon(sign, icon)
    yield addresses.WORKER, (static / "worker.js").read_bytes()
    for member in edition.sharers:
        yield addresses.own_manifest(member.id), _manifest(edition, member)


def _manifest(edition: Edition, member: StaffMember) -> bytes:
    """Return a web app manifest; it names no one, and asks for nothing that could notify or track.

    Kits open inside the app too, so that its scope is all that is made for sharing.
    """
    site = edition.site
    lang = own_language(member, site)
    _ = translations_for(lang).gettext
    name = _("Share")
    manifest = {
        "name": f"{name} – {site.name}",
        "short_name": name,
        "lang": lang,
        "dir": direction(lang),
        "start_url": site.href(addresses.own_page(member.id)),
        "scope": site.href(addresses.SHARE),
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": find_colours(site).light,
        "icons": [
            {
                "src": site.href(addresses.app_icon(icon.name)),
                "sizes": f"{icon.size_px}x{icon.size_px}",
                "type": "image/png",
                "purpose": icon.purpose,
            }
            for icon in APP_ICONS
            if icon.purpose
        ],
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode()
