"""How large a drawing is shown, which a page says before it is there."""

import math
import re
from collections.abc import Mapping
from typing import NamedTuple

from advocacy.markup.pictures.svg.node import SvgError

NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
LENGTH = re.compile(rf"\s*({NUMBER})\s*([a-zA-Z]*)\s*", re.ASCII)
BOX = re.compile(rf"\s*({NUMBER})(?:[\s,]+({NUMBER})){{3}}\s*", re.ASCII)
UNITS_PX = {
    "": 1.0,
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 960 / 25.4,
    "q": 24 / 25.4,
    "in": 96.0,
    "em": 16.0,
    "rem": 16.0,
    "ex": 8.0,
}
MOST_SIDE_PX = 10_000


class Size(NamedTuple):
    """How large a drawing is, and the part of its plane that is seen."""

    width_px: float
    height_px: float
    view_box: str


def find_size(attributes: Mapping[str, str]) -> Size:
    """Return the size of a drawing, given its outermost element's attributes.

    Raises:
        SvgError: It has none, or one that nothing could be seen in.
    """
    box = _read_box(attributes.get("viewBox", ""))
    width, height = _read_px(attributes.get("width", "")), _read_px(attributes.get("height", ""))
    if box and width is None:
        width = box[2] if height is None else height * box[2] / box[3]
    if box and width is not None and height is None:
        height = width * box[3] / box[2]
    if width is None or height is None:
        raise SvgError("has no size. Give its `<svg>` a `viewBox`, or a width and a height.")
    if not (1 <= width <= MOST_SIDE_PX and 1 <= height <= MOST_SIDE_PX):
        limit = f"A drawing has 1 to {MOST_SIDE_PX} pixels on each side"
        raise SvgError(f"has {width:.6g} x {height:.6g} pixels. {limit}.")
    return Size(width, height, " ".join(map(written, box or (0, 0, width, height))))


def written(number: float) -> str:
    """Return a number as it is written into a file."""
    return f"{number:.4f}".rstrip("0").rstrip(".")


def _read_box(text: str) -> tuple[float, ...]:
    """Return the four numbers of a `viewBox`; none where it is not one."""
    if not BOX.fullmatch(text):
        return ()
    box = tuple(float(each) for each in re.findall(NUMBER, text))
    return box if all(map(math.isfinite, box)) and box[2] > 0 and box[3] > 0 else ()


def _read_px(text: str) -> float | None:
    """Return a length in pixels; None for one that depends on the page, as 100 % does."""
    match = LENGTH.fullmatch(text)
    unit = UNITS_PX.get(match[2].lower()) if match else None
    return float(match[1]) * unit if match and unit else None
