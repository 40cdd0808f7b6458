"""The organisation's fonts of pages, in which cards are set as well."""

from collections.abc import Iterator
from functools import partial

from advocacy.look_fonts import FontFile
from advocacy.share.cards.faces import NamedFace
from advocacy.site import Site
from advocacy.web_font import WebFont, WebFontError, read_web_font

# By the name that designs give a face: for what it may be named in `[look.fonts]`, the nearest
# first, and how heavy it is.
TAKEN = {
    "serif": (("display", "text"), 600),
    "sans": (("labels", "text"), 400),
    "sans-bold": (("labels", "text"), 600),
}


def read_named_faces(site: Site) -> Iterator[NamedFace]:
    """Yield the upright fonts of each face, the nearest in weight first.

    What cannot be read is left out: a build is refused by it, before any card is drawn.
    """
    fonts = site.look.fonts
    for name, (roles, weight) in TAKEN.items():
        files = next((fonts.of(role) for role in roles if fonts.of(role)), ())
        found = [(each, font) for each in files if (font := _read(site, each))]
        upright = [pair for pair in found if (pair[0].style or pair[1].style) == "normal"]
        for each, font in sorted(upright, key=partial(_distance, weight)):
            least, most = font.weights
            place = min(max(weight, least), most) if least < most else 0
            yield NamedFace(name, site.root / each.file, place)


def _read(site: Site, setting: FontFile) -> WebFont | None:
    try:
        return read_web_font((site.root / setting.file).read_bytes())
    except (OSError, WebFontError):
        return None


def _distance(weight: int, found: tuple[FontFile, WebFont]) -> int:
    """Return how far a weight is from those that a file has, or is said to have."""
    setting, font = found
    told = tuple(map(int, setting.weight.split())) or font.weights
    return max(told[0] - weight, weight - told[-1], 0)
