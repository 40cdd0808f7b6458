"""A logo as the head of each page shows it: small, without an empty edge, its colours told."""

from collections import Counter
from dataclasses import dataclass
from math import sqrt

from PIL import Image, ImageOps

from advocacy.markup.pictures.colour import make_srgb
from advocacy.markup.pictures.opening import opened
from advocacy.markup.pictures.published import write_anew
from advocacy.markup.pictures.svg.clean import make_clean_svg
from advocacy.markup.pictures.svg.reading import BEGINNING_BYTES, is_svg

# Logos of every shape weigh as much to the eye where their areas are alike, within these bounds.
AREA_PX, WIDEST_PX, HIGHEST_PX = 6400, 240, 64
# Phones have up to three dots to a pixel.
DOTS = 3
# Of its pixels, so many have to be opaque for a logo to bring its own ground.
SOLID = 0.98
OPAQUE = 128
# Colours are told to so many bits a channel, of a picture so many pixels wide.
BITS, SURVEYED_PX = 4, 240


@dataclass(frozen=True, slots=True)
class DrawnLogo:
    """A logo, ready to be shown.

    Attributes:
        content: A PNG, with as many dots as phones have; or an SVG.
        width_px: As it is shown.
        height_px: In the same way.
        inks: By a colour such as `#0b5d4e`, what share of all that is seen has it; empty where
            the logo brings its own ground, and where a browser draws it.
        ending: Of the file's name.
        suits_dark: Whether it is an SVG with colours of its own for dark paper.
    """

    content: bytes
    width_px: int
    height_px: int
    inks: tuple[tuple[str, float], ...] = ()
    ending: str = "png"
    suits_dark: bool = False


def draw_logo(content: bytes) -> DrawnLogo:
    """Draw a logo.

    Args:
        content: A whole file that `read_image` takes.
    """
    if is_svg(content[:BEGINNING_BYTES]):
        return _draw_svg(content)
    with opened(content) as image:
        whole = make_srgb(ImageOps.exif_transpose(image)).convert("RGBA")
    edge = whole.getchannel("A").point(lambda alpha: 255 * (alpha > 0)).getbbox()
    logo = whole.crop(edge) if edge else whole
    width_px, height_px = fit_logo(*logo.size)
    inks = _survey(logo)
    logo.thumbnail((width_px * DOTS, height_px * DOTS), Image.Resampling.LANCZOS)
    return DrawnLogo(write_anew(logo, "PNG"), width_px, height_px, inks)


def _draw_svg(content: bytes) -> DrawnLogo:
    """Return an SVG as it may be published; it has no dots, and so no size of its own."""
    clean = make_clean_svg(content)
    width_px, height_px = fit_logo(clean.width_px, clean.height_px, may_grow=True)
    return DrawnLogo(clean.content, width_px, height_px, (), "svg", clean.suits_dark)


def fit_logo(width_px: int, height_px: int, *, may_grow: bool = False) -> tuple[int, int]:
    """Return how large a logo is shown; it may not always grow."""
    by_area = sqrt(AREA_PX / (width_px * height_px))
    scale = min(by_area, WIDEST_PX / width_px, HIGHEST_PX / height_px)
    scale = scale if may_grow else min(scale, 1)
    return max(1, round(width_px * scale)), max(1, round(height_px * scale))


def _survey(logo: Image.Image) -> tuple[tuple[str, float], ...]:
    """Return the colours of what is seen, the most frequent first."""
    small = logo.copy()
    small.thumbnail((SURVEYED_PX, SURVEYED_PX), Image.Resampling.BOX)
    red, green, blue, alpha = (channel.tobytes() for channel in small.split())
    seen = [
        (r >> BITS, g >> BITS, b >> BITS)
        for r, g, b, a in zip(red, green, blue, alpha, strict=True)
        if a >= OPAQUE
    ]
    if len(seen) >= SOLID * len(alpha):
        return ()
    # The middle of the values that have the same first bits.
    middle = 1 << (BITS - 1)
    return tuple(
        ("#" + "".join(f"{(part << BITS) + middle:02x}" for part in colour), count / len(seen))
        for colour, count in Counter(seen).most_common()
    )
