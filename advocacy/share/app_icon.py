"""Icons: a logo, or the theme's icon, in the sizes that devices and browsers ask for."""

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
# The longer side of a logo in a tab's tile, in the side of that.
IN_TAB = 0.9
# A picture that is as good as square, and through which nothing is seen, is an icon as it is.
SQUARE = 0.05

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class AppIcon:
    """One of the sizes in which an icon is asked for.

    Attributes:
        name: As its address has it.
        size_px: Of each side.
        purpose: As a manifest has it: `maskable` fills its square, for a device to cut; `tab` is
            for browsers, and small; empty is for no manifest, and fills its square too.
    """

    name: str
    size_px: int
    purpose: str = ""


APPLE_ICON = AppIcon("180", 180)
TAB_ICON = AppIcon("96", 96, "tab")
# Of which an .ico is made.
FAVICONS = tuple(AppIcon(f"{size_px}", size_px, "tab") for size_px in (16, 32, 48))
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
    image = _draw(sign, icon)
    written = BytesIO()
    image.save(written, "PNG", optimize=True)
    return written.getvalue()


def draw_favicon(sign: Drawing | LogoSign) -> bytes:
    """Draw what browsers ask for by themselves, `favicon.ico`, in each of its sizes.

    Raises:
        ContentError: The logo is broken.
    """
    images = [_draw(sign, icon) for icon in FAVICONS]
    written = BytesIO()
    largest = images[-1]
    sizes = [image.size for image in images]
    largest.save(written, "ICO", sizes=sizes, append_images=images[:-1])
    return written.getvalue()


def _draw(sign: Drawing | LogoSign, icon: AppIcon) -> Image.Image:
    is_cut = icon.purpose in {"any", "tab"}
    if isinstance(sign, LogoSign):
        small = _draw_logo(sign, icon, RADIUS if is_cut else 0)
    else:
        small = _draw_tile(sign.tile, icon, sign.radius / sign.side if is_cut else 0, sign)
    return small if is_cut else small.convert("RGB")


def _draw_logo(sign: LogoSign, icon: AppIcon, radius: float) -> Image.Image:
    """Draw a logo on its tile; one that is an icon by itself is its own tile."""
    image = _draw_tile(sign.tile, icon, radius)
    whole = _read_tile(sign.logo, icon)
    if whole and icon.purpose != "maskable":
        whole.putalpha(image.getchannel("A"))
        return whole
    if whole:
        image = whole.crop((0, 0, 1, 1)).resize(image.size)
    _paste_logo(sign.logo, image, icon.purpose)
    return image


def _read_tile(logo: CardPicture, icon: AppIcon) -> Image.Image | None:
    """Return a logo that is its own tile; None where it is none."""
    if abs(logo.width_px - logo.height_px) > SQUARE * logo.width_px:
        return None
    tile = read_fitted(Picture(0, 0, icon.size_px, icon.size_px, logo))
    return tile.copy() if tile.getchannel("A").getextrema() == (255, 255) else None


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


def _paste_logo(logo: CardPicture, image: Image.Image, purpose: str) -> None:
    """Put a logo into the middle; its corners stay in the circle that no device cuts."""
    diagonal = (SAFE if purpose == "maskable" else LOGO) / hypot(logo.width_px, logo.height_px)
    side = IN_TAB / max(logo.width_px, logo.height_px)
    scale = (side if purpose == "tab" else diagonal) * image.width
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
