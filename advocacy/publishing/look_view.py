"""What every page shows of the organisation's look: its colours, its sign, its logo."""

from collections.abc import Iterator
from hashlib import sha256

from advocacy import addresses
from advocacy.publishing.edition import Edition
from advocacy.publishing.logo import make_logo_view
from advocacy.publishing.look import find_colours
from advocacy.publishing.own_fonts import first_faces
from advocacy.publishing.sign import has_own_sign
from advocacy.translations import script_of
from advocacy.views import LookView

THEME_FONTS = ("source-serif-4", "source-sans-3")
# By script, which parts of the theme's fonts have its letters; those of all others come from the
# device.
FIRST_SUBSETS = {"Latn": "latin", "Cyrl": "cyrillic", "Grek": "greek"}


def make_look_view(edition: Edition, lang: str) -> LookView:
    """Return the look of pages in a language; what may change has a version in its address."""
    site = edition.site
    accent, accent_dark = find_colours(site)
    version = f"?v={edition.sign_version}"
    return LookView(
        sheet_href=_sheet_href(edition),
        has_own_fonts="text" in edition.fonts,
        accent=accent,
        accent_dark=accent_dark,
        favicon_href=site.href(addresses.FAVICON) + version,
        icon_href=site.href(addresses.TAB_ICON) + version,
        icon_svg_href="" if has_own_sign(site) else site.href(addresses.ICON) + version,
        font_hrefs=tuple(site.href(each) for each in _first_fonts(edition, lang)),
        logo=make_logo_view(site, edition.logos) if edition.logos else None,
    )


def _first_fonts(edition: Edition, lang: str) -> Iterator[str]:
    """Yield the addresses of the fonts in which most of a language's words are set."""
    script = script_of(lang)
    for face in first_faces(edition.fonts, script):
        yield face.address
    if "text" in edition.fonts:
        return
    if subset := FIRST_SUBSETS.get(script):
        yield from (addresses.font(f"{family}-{subset}") for family in THEME_FONTS)


def _sheet_href(edition: Edition) -> str:
    """Return the link to the style sheet of the look; empty where there is none."""
    version = sha256(edition.look_sheet.encode()).hexdigest()[:10]
    return f"{edition.site.href(addresses.LOOK)}?v={version}" if edition.look_sheet else ""
