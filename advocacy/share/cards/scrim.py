"""The shade that makes words on a picture readable: as strong as it must be, and no stronger."""

from PIL import Image, ImageStat

from advocacy.share.cards.colour import LEAST_CONTRAST, contrast
from advocacy.share.cards.shapes import Scrim, corners

# Rounding to whole levels and a photo's encoding take a little of the contrast.
SAFETY = 1.06
# Even over a dark picture a little shade keeps the words apart from what is shown.
LEAST_STRENGTH = 0.2
_STEPS = 100


def draw_scrim(scrim: Scrim, image: Image.Image) -> None:
    """Shade a picture so that what is written on it has the contrast that WCAG asks for."""
    if scrim.height_px <= 0 or not scrim.inks:
        return
    behind = image.crop(corners(scrim))
    strength = max(scrim_strength(behind, scrim.colour, ink) for ink in scrim.inks)
    mask = _mask(scrim, image.size, round(255 * strength))
    image.paste(scrim.colour, (0, 0), mask)


def scrim_strength(behind: Image.Image, shade: str, ink: str) -> float:
    """Return how much of a shade, 0 to 1, makes an ink readable on every pixel of a picture."""
    extremes = ImageStat.Stat(behind.convert("RGB")).extrema
    worst = 1 if contrast(ink, "#000000") > contrast(ink, "#ffffff") else 0
    # No pixel is brighter, or darker, than one that has the most, or least, of each colour.
    pixel = tuple(int(channel[worst]) for channel in extremes)
    for step in range(round(LEAST_STRENGTH * _STEPS), _STEPS):
        part = step / _STEPS
        if contrast(ink, _blended(pixel, shade, part)) >= LEAST_CONTRAST * SAFETY:
            return part
    return 1.0


def _blended(pixel: tuple[int, ...], shade: str, part: float) -> str:
    levels = (int(shade[at : at + 2], 16) for at in (1, 3, 5))
    mixed = (round(own + (level - own) * part) for own, level in zip(pixel, levels, strict=True))
    return "#" + "".join(f"{level:02x}" for level in mixed)


def _mask(scrim: Scrim, size: tuple[int, int], strength: int) -> Image.Image:
    """Return how strong a scrim is at each pixel: full at its text, fading beyond."""
    mask = Image.new("L", size, 0)
    mask.paste(strength, corners(scrim))
    if not scrim.fade_px:
        return mask
    ramp = Image.linear_gradient("L").resize((scrim.width_px, scrim.fade_px))
    # An ease at both ends, as a straight ramp shows an edge where it begins.
    ramp = ramp.point([round(strength * _eased(level / 255)) for level in range(256)])
    if scrim.edge == "top":
        mask.paste(
            ramp.transpose(Image.Transpose.FLIP_TOP_BOTTOM),
            (scrim.left_px, scrim.top_px + scrim.height_px),
        )
    else:
        mask.paste(ramp, (scrim.left_px, scrim.top_px - scrim.fade_px))
    return mask


def _eased(part: float) -> float:
    return part * part * (3 - 2 * part)
