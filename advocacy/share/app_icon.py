"""Icons of the app of own pages: the theme's icon as PNG, in the sizes that devices ask for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree

from PIL import Image, ImageDraw

# What is drawn is this many times larger than what is kept, so that edges are smooth.
OVERSAMPLED = 4
# Devices cut a maskable icon to a shape of their own, at most to the middle 80 percent across.
SAFE = 0.8
_SVG = "{http://www.w3.org/2000/svg}"
_STEP = re.compile(r"([A-Za-z])|(-?(?:\d+\.?\d*|\.\d+))")
# By command of a path: how many numbers it takes.
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "Z": 0}

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


def draw_app_icon(drawing: Drawing, icon: AppIcon) -> bytes:
    """Draw an icon as PNG; only what no device cuts has round corners."""
    side = icon.size_px * OVERSAMPLED
    scale = side / drawing.side
    image = Image.new("RGBA", (side, side))
    canvas = ImageDraw.Draw(image)
    is_whole = icon.purpose == "any"
    radius = drawing.radius * scale if is_whole else 0
    canvas.rounded_rectangle((0, 0, side - 1, side - 1), radius, fill=drawing.tile)
    size = SAFE if icon.purpose == "maskable" else 1
    middle = drawing.side / 2
    canvas.polygon(
        [
            ((middle + (x - middle) * size) * scale, (middle + (y - middle) * size) * scale)
            for x, y in drawing.points
        ],
        fill=drawing.sign,
    )
    small = image.resize((icon.size_px, icon.size_px), Image.Resampling.BOX)
    written = BytesIO()
    (small if is_whole else small.convert("RGB")).save(written, "PNG", optimize=True)
    return written.getvalue()
