"""A card's title: as large as fits its room, in lines as even as can be."""

from dataclasses import dataclass
from functools import partial

from advocacy.share.card_font import Face
from advocacy.share.card_lines import longest_word, wrap
from advocacy.share.cutting import cut

SIZES_PX = (92, 80, 70, 61, 53, 46)
LINE_HEIGHT = 1.12


@dataclass(frozen=True, slots=True)
class SetTitle:
    """A title in lines of one size."""

    lines: tuple[str, ...]
    size_px: int

    @property
    def height_px(self) -> float:
        """From the top of the first line to the foot of the last."""
        return len(self.lines) * self.size_px * LINE_HEIGHT


def fit_title(title: str, face: Face, width_px: float, height_px: float) -> SetTitle:
    """Set a title in the largest size of the scale in which it fits with its words whole.

    In the smallest size a word that is longer than a line is broken, and what fills more than
    the room is cut with an ellipsis.
    """
    for size in SIZES_PX:
        found = _set_title(title, face, size, width_px)
        word = longest_word(title, partial(face.width, size_px=size))
        if found.height_px <= height_px and word <= width_px:
            return found
    size = SIZES_PX[-1]
    short = cut(title, lambda s: _set_title(s, face, size, width_px).height_px <= height_px)
    return _set_title(short, face, size, width_px)


def _set_title(title: str, face: Face, size_px: int, width_px: float) -> SetTitle:
    lines = wrap(title, partial(face.width, size_px=size_px), width_px)
    return SetTitle(tuple(lines), size_px)
