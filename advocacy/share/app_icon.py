"""Icons of the app of own pages: a logo, or the theme's icon, in the sizes that devices ask for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from math import hypot
from xml.etree import ElementTree

from PIL import Image, ImageDraw

from advocacy.share.cards.colour import LEAST_CONTRAST, contrast
from advocacy.share.cards.content import CardPicture, Look
from advocacy.share.cards.pictures import read_fitted
from advocacy.share.cards.shapes import Picture

# What is drawn is this many times larger than what is kept, so that edges are smooth.
OVERSAMPLED = 4
# Devices cut a maskable icon to a shape of their own, at most to the middle 80 percent across.
SAFE = 0.8
_SVG = "{http://www.w3.org/2000/svg}"
_STEP = re.compile(r"([A-Za-z])|(-?(?:\d+\.?\d*|\.\d+))")
# By command of a path: how many numbers it takes.
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "Z": 0}

# A logo's diagonal in a tile that no device cuts, and how round that tile is, in its side.
LOGO, RADIUS = 0.92, 7 / 32

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class AppIcon:
    """One of the sizes in which an icon is asked for.

    Attributes:
        name: As its address has it.
        size_px: Of each side.
        purpose: As a manifest has it: `maskable` fills its square, for a device to cut; empty
            where it is for no manifest, and fills its square too.
    """

    name: str
    size_px: int
    purpose: str = ""


APPLE_ICON = AppIcon("180", 180)
APP_ICONS = (
    AppIcon("192", 192, "any"),
    AppIcon("512", 512, "any"),
    AppIcon("maskable-512", 512, "maskable"),
    APPLE_ICON,
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A sign on a tile, as an SVG of one `rect` and one `path` of straight lines has it.

    Attributes:
        side: The length of the view box, in its own units.
        radius: Of the tile's corners.
        points: The sign's corners.
    """

    side: float
    radius: float
    tile: str
    sign: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class LogoSign:
    """An organisation's logo, as it is, on a tile of the colour `tile`."""

    logo: CardPicture
    tile: str


def find_logo_sign(look: Look) -> LogoSign | None:
    """Return an organisation's logo on what it is made for; None where it has named none."""
    colours = look.design.colours
    if look.logo:
        return LogoSign(look.logo, colours["paper"])
    if look.logo_on_dark:
        is_dark = contrast(look.accent, "#ffffff") >= LEAST_CONTRAST
        return LogoSign(look.logo_on_dark, look.accent if is_dark else colours["ink"])
    return None


def read_icon(svg: bytes) -> Drawing:
    """Read the theme's icon.

    Raises:
        ValueError: It is another drawing than one sign of straight lines on a tile.
    """
    root = ElementTree.fromstring(svg)
    tile, sign = root.find(f"{_SVG}rect"), root.find(f"{_SVG}path")
    if tile is None or sign is None or len(root) != 2:
        raise ValueError("The icon is not one `rect` with one `path` on it.")
    return Drawing(
        side=float(root.attrib["viewBox"].split()[2]),
        radius=float(tile.get("rx", "0")),
        tile=tile.attrib["fill"],
        sign=sign.attrib["fill"],
        points=tuple(_corners(sign.attrib["d"])),
    )


def _corners(path: str) -> Iterator[Point]:
    """Yield the corners of a path of straight lines; small letters go on from the last one."""
    steps = [match.group() for match in _STEP.finditer(path)]
    x = y = 0.0
    command = ""
    while steps:
        if steps[0].isalpha():
            command = steps.pop(0)
        if command.upper() not in _TAKES:
            raise ValueError(f"The icon's path has a `{command}`, which is no straight line.")
        numbers = [float(steps.pop(0)) for _ in range(_TAKES[command.upper()])]
        if not numbers:
            continue
        start_x, start_y = (x, y) if command.islower() else (0.0, 0.0)
        if command in "Hh":
            x = start_x + numbers[0]
        elif command in "Vv":
            y = start_y + numbers[0]
        else:
            x, y = start_x + numbers[0], start_y + numbers[1]
        yield x, y


def draw_app_icon(sign: Drawing | LogoSign, icon: AppIcon) -> bytes:
    """Draw an icon as PNG; only what no device cuts has round corners.

    Raises:
        ContentError: The logo is broken.
    """
    is_whole = icon.purpose == "any"
    if isinstance(sign, LogoSign):
        small = _draw_tile(sign.tile, icon, RADIUS if is_whole else 0)
        _paste_logo(sign.logo, small, SAFE if icon.purpose == "maskable" else LOGO)
    else:
        small = _draw_tile(sign.tile, icon, sign.radius / sign.side if is_whole else 0, sign)
    written = BytesIO()
    (small if is_whole else small.convert("RGB")).save(written, "PNG", optimize=True)
    return written.getvalue()


def _draw_tile(
    colour: str, icon: AppIcon, radius: float, drawing: Drawing | None = None
) -> Image.Image:
    side = icon.size_px * OVERSAMPLED
    image = Image.new("RGBA", (side, side))
    canvas = ImageDraw.Draw(image)
    canvas.rounded_rectangle((0, 0, side - 1, side - 1), radius * side, fill=colour)
    if drawing:
        _draw_sign(drawing, canvas, side, SAFE if icon.purpose == "maskable" else 1)
    return image.resize((icon.size_px, icon.size_px), Image.Resampling.BOX)


def _paste_logo(logo: CardPicture, image: Image.Image, diagonal: float) -> None:
    """Put a logo into the middle; its corners stay in the circle that no device cuts."""
    scale = diagonal * image.width / hypot(logo.width_px, logo.height_px)
    width, height = max(1, int(logo.width_px * scale)), max(1, int(logo.height_px * scale))
    left, top = (image.width - width) // 2, (image.height - height) // 2
    image.alpha_composite(read_fitted(Picture(left, top, width, height, logo)), (left, top))


def _draw_sign(drawing: Drawing, canvas: ImageDraw.ImageDraw, side: int, size: float) -> None:
    scale, middle = side / drawing.side, drawing.side / 2
    canvas.polygon(
        [
            ((middle + (x - middle) * size) * scale, (middle + (y - middle) * size) * scale)
            for x, y in drawing.points
        ],
        fill=drawing.sign,
    )
