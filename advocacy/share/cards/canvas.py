"""What every part of a card is placed on: a size, a look, and the texts that are to be set."""

from collections.abc import Sequence
from dataclasses import dataclass

from advocacy.share.cards.colour import readable_on
from advocacy.share.cards.content import CardContent, Look
from advocacy.share.cards.design import Part
from advocacy.share.cards.fitting import Fitted
from advocacy.share.cards.shapes import Line, Shape
from advocacy.share.cards.sizes import CardSize
from advocacy.share.cards.typesetting import Setting


@dataclass(frozen=True, slots=True)
class Placed:
    """What a part became.

    Attributes:
        apart: Letters on a disc of their own, which need no scrim.
        end_px: Where its text ends, for the text that follows; None where it has none.
    """

    shapes: tuple[Shape, ...] = ()
    lines: tuple[Line, ...] = ()
    apart: tuple[Line, ...] = ()
    end_px: float | None = None


@dataclass(frozen=True, slots=True)
class Canvas:
    """A card on which nothing stands yet; `shade` is the role of its scrims' colour."""

    setting: Setting
    look: Look
    size: CardSize
    shade: str = "ink"

    @property
    def content(self) -> CardContent:
        """What the card says, in characters that can be shown."""
        return self.setting.content

    def colour(self, role: str) -> str:
        """Return the colour of a role."""
        if role == "accent":
            return self.look.accent
        if role == "on-accent":
            return readable_on(self.look.accent, *self._inks())
        return self.look.design.colours[role]

    def ink(self, on: str, wanted: str) -> str:
        """Return the colour of a role, or another where that cannot be read on a role's colour."""
        # A scrim is made as strong as the text on it asks for.
        return self.ink_on(self.colour(self.shade if on == "scrim" else on), wanted)

    def ink_on(self, behind: str, wanted: str) -> str:
        """Return the colour of a role, or another where that cannot be read on a colour."""
        return readable_on(behind, self.colour(wanted), *self._inks())

    def _inks(self) -> tuple[str, ...]:
        # Of black and white, one can be read on any colour.
        colours = self.look.design.colours
        return colours["paper"], colours["ink"], "#ffffff", "#000000"

    def mirrored(self, left_px: int, width_px: int) -> int:
        """Return where a box begins: on the other side where the card runs from right to left."""
        return self.size.width_px - left_px - width_px if self.content.is_rtl else left_px

    def lines(
        self, fitted: Fitted, part: Part, box: tuple[int, float, int], font: str, colour: str
    ) -> tuple[Line, ...]:
        """Place a text's lines.

        Args:
            fitted: The text.
            part: Says how its lines are aligned.
            box: Its left, its top and its width, the left as for a card from left to right.
            font: The face in which it was fitted.
            colour: Of the ink.
        """
        left_px, top_px, width_px = box
        start_px = self.mirrored(left_px, width_px)
        return tuple(
            Line(
                text=text,
                x_px=round(start_px + self._before(text, font, fitted, part.align, width_px), 1),
                y_px=round(top_px + fitted.baseline_px(number)),
                size_px=fitted.size_px,
                font=font,
                colour=colour,
                base=fitted.base,
            )
            for number, text in enumerate(fitted.lines)
        )

    def _before(self, text: str, font: str, fitted: Fitted, align: str, width_px: int) -> float:
        spare_px = width_px - self.setting.width_px(text, font, fitted)
        if align == "centre":
            return spare_px / 2
        return spare_px if self.content.is_rtl else 0.0


def join(parts: Sequence[Placed]) -> Placed:
    """Return several parts as one."""
    ends = [part.end_px for part in parts if part.end_px is not None]
    return Placed(
        tuple(shape for part in parts for shape in part.shapes),
        tuple(line for part in parts for line in part.lines),
        tuple(line for part in parts for line in part.apart),
        ends[-1] if ends else None,
    )


def top_of(place: str, top_px: float, height_px: float, used_px: float) -> float:
    """Return where something begins that stands at the top, the middle or the foot of a box."""
    spare_px = height_px - used_px
    return top_px + {"top": 0.0, "middle": spare_px / 2, "bottom": spare_px}[place]
