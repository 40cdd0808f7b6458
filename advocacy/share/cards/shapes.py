"""What a laid out card is made of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from advocacy.share.cards.content import CardPicture
from advocacy.share.cards.sizes import CardSize

# Around text that stands on a picture, the scrim is as strong as at the text.
SCRIM_MARGIN_PX = 36


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; `y_px` is its baseline, `x_px` its left end, `base` the way it runs."""

    text: str
    x_px: float
    y_px: int
    size_px: int
    font: str
    colour: str
    base: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle, or the disc inside of it."""

    left_px: int
    top_px: int
    width_px: int
    height_px: int
    colour: str
    is_round: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that fills a box, cut to its shape around its focus.

    Attributes:
        keeps: Empty, or where it stands in the box without being cut: `start`, `centre`, `end`.
    """

    left_px: int
    top_px: int
    width_px: int
    height_px: int
    picture: CardPicture
    is_round: bool = False
    keeps: str = ""


@dataclass(frozen=True, slots=True)
class Shaded:
    """What stands on a scrim, a line or a logo: how high up, and the colour of its ink."""

    top_px: float
    foot_px: float
    colour: str

    @property
    def middle_px(self) -> float:
        """What tells in which scrim it stands."""
        return (self.top_px + self.foot_px) / 2


@dataclass(frozen=True, slots=True)
class Scrim:
    """A shade over a picture, as strong as it has to be for what is written on it.

    Attributes:
        edge: The side from which it comes, `top` or `bottom`.
        fade_px: How far it reaches beyond the text before it has ended.
        inks: The colours of what is written there; none where there is nothing.
    """

    left_px: int
    top_px: int
    width_px: int
    height_px: int
    colour: str
    edge: str
    fade_px: int
    inks: tuple[str, ...] = ()

    def around(self, shaded: Sequence[Shaded]) -> "Scrim":
        """Return the scrim, no larger than what stands on it asks for."""
        foot = self.top_px + self.height_px
        inside = [each for each in shaded if self.top_px <= each.middle_px <= foot]
        if not inside:
            return replace(self, height_px=0)
        inks = tuple(dict.fromkeys(each.colour for each in inside))
        if self.edge == "top":
            end = round(max(each.foot_px for each in inside)) + SCRIM_MARGIN_PX
            return replace(self, height_px=min(foot, end) - self.top_px, inks=inks)
        start = min(each.top_px for each in inside) - SCRIM_MARGIN_PX
        top = max(self.top_px, round(start))
        return replace(self, top_px=top, height_px=foot - top, inks=inks)


Shape = Box | Picture | Scrim


@dataclass(frozen=True, slots=True)
class Layout:
    """All of a card, in the order in which it is drawn: shapes, then lines."""

    size: CardSize
    shapes: tuple[Shape, ...]
    lines: tuple[Line, ...]


def corners(shape: Shape) -> tuple[int, int, int, int]:
    """Return a shape's left, top, right and bottom, as Pillow takes a box."""
    right, bottom = shape.left_px + shape.width_px, shape.top_px + shape.height_px
    return shape.left_px, shape.top_px, right, bottom
