"""A text in a box: as large as fits with its words whole, and at last cut with an ellipsis."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from advocacy.share.cards.bidi import LEFT, base_level, has_way
from advocacy.share.cards.faces import Face
from advocacy.share.cards.legible import make_legible
from advocacy.share.cards.lines import Broken, wrap
from advocacy.share.cards.pieces import Piece, break_word, make_pieces
from advocacy.share.cards.shaping import Shaped, shape
from advocacy.share.cutting import ELLIPSIS

# More than fills a card in the smallest size, so that no text takes long.
LONGEST_TEXT = 800
# From one size to the next smaller one.
STEP = 0.93
# How much smaller than the largest a text may be for its lines to end well.
WELL_BROKEN = 0.62
# What is smaller is no text any more.
LEAST_SIZE_PX = 10
# Where the baseline stands in a line: capitals reach about 0.67 above it.
ABOVE, BELOW = 0.77, 0.23
# Between the ink of one line and that of the next, where letters are taller than Latin's.
GAP = 0.08
_LOOSE_END = " ,;:–—-([{«“„/&、，；：（「"


@dataclass(frozen=True, slots=True)
class Room:
    """What a text is to fit.

    Attributes:
        largest_px: The size that is tried first.
        smallest_px: The size in which a text that is still too long is cut.
        lines: The most there may be.
        line_height: In sizes; letters that are taller than others get more.
    """

    width_px: float
    height_px: float
    largest_px: int
    smallest_px: int
    lines: int
    line_height: float


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text in lines of one size.

    Attributes:
        step_px: From one baseline to the next.
        above_px: From the top to the first baseline.
        below_px: From the last baseline to the foot.
        base: LEFT or RIGHT, the way in which the text runs.
        is_cut: Whether something of it was left out for want of room.
    """

    lines: tuple[str, ...]
    size_px: int
    step_px: float
    above_px: float
    below_px: float
    base: int
    is_cut: bool

    @property
    def height_px(self) -> float:
        """From the top of the first line to the foot of the last."""
        return self.above_px + (len(self.lines) - 1) * self.step_px + self.below_px

    def baseline_px(self, number: int) -> float:
        """Return how far below its top a line's baseline is, counted from 0."""
        return self.above_px + number * self.step_px


def fit_text(text: str, faces: tuple[Face, ...], lang: str, room: Room, way: int = LEFT) -> Fitted:
    """Fit a text into a room; it fits whatever it is, and nothing of it is drawn as a blank box.

    Args:
        text: What is to be fitted.
        faces: The fonts, the most fitting first.
        lang: A BCP 47 tag.
        room: What it is to fit.
        way: LEFT or RIGHT: that of the card, and so of a text with any letter that runs so.
    """
    shown = make_legible(text[:LONGEST_TEXT], faces)
    setting = _Setting(faces, lang, way if has_way(shown, way) else base_level(shown, way))
    if not shown:
        return setting.make((), room.smallest_px, room, is_cut=False)
    pieces = make_pieces(shown, lang)
    return setting.choose_size(pieces, room) or setting.cut(pieces, room)


def _sizes(room: Room) -> list[int]:
    sizes, size = list[int](), float(room.largest_px)
    while size > room.smallest_px:
        sizes.append(round(size))
        size *= STEP
    return [*dict.fromkeys(sizes), room.smallest_px]


@dataclass(frozen=True, slots=True)
class _Setting:
    faces: tuple[Face, ...]
    lang: str
    base: int

    def width(self, text: str) -> float:
        return self._shaped(text).width

    def _shaped(self, text: str) -> Shaped:
        return shape_line(text, self.faces, self.lang, self.base)

    def choose_size(self, pieces: Sequence[Piece], room: Room) -> Fitted | None:
        """Set pieces in the largest size in which they fit with every word whole.

        A size that is a little smaller is better where only there all lines end as readers would
        end them. In the smallest size words are broken; None where that does not help either.
        """
        best = None
        for size_px in _sizes(room):
            is_large = size_px >= WELL_BROKEN * room.largest_px
            if best and not is_large:
                break
            broken = self._wrap(pieces, size_px, room)
            fitted = self._fitting(broken.lines, size_px, room)
            if fitted and broken.is_good and is_large:
                return fitted
            if broken.is_whole or size_px == room.smallest_px:
                best = best or fitted
        return best

    def cut(self, pieces: Sequence[Piece], room: Room) -> Fitted:
        """Set as many pieces as fit in the smallest size, with an ellipsis."""
        return self._longest(pieces, room) or self._shrunk(pieces, room)

    def _shrunk(self, pieces: Sequence[Piece], room: Room) -> Fitted:
        """Set letters that are too tall for the room in its smallest size in a smaller one."""
        for size_px in range(room.smallest_px - 1, LEAST_SIZE_PX, -1):
            smaller = replace(room, largest_px=size_px, smallest_px=size_px)
            found = self.choose_size(pieces, smaller) or self._longest(pieces, smaller)
            if found:
                return found
        return self.make(("",), room.smallest_px, room, is_cut=True)

    def _longest(self, pieces: Sequence[Piece], room: Room) -> Fitted | None:
        """Set as many pieces as fit, or as much of the first one."""
        found = self._most(pieces, room)
        return found or self._most(break_word(Piece(pieces[0].text)), room)

    def _most(self, pieces: Sequence[Piece], room: Room) -> Fitted | None:
        low, high, best, size_px = 1, len(pieces), None, room.smallest_px
        while low <= high:
            middle = (low + high) // 2
            lines = self._wrap(_ended(pieces[:middle]), size_px, room).lines
            found = self._fitting(lines, size_px, room, is_cut=True)
            best = found or best
            low, high = (middle + 1, high) if found else (low, middle - 1)
        return best

    def _fitting(
        self, lines: tuple[str, ...], size_px: int, room: Room, *, is_cut: bool = False
    ) -> Fitted | None:
        if len(lines) > room.lines:
            return None
        made = self.make(lines, size_px, room, is_cut=is_cut)
        return made if made.height_px <= room.height_px else None

    def _wrap(self, pieces: Sequence[Piece], size_px: int, room: Room) -> Broken:
        room_em = room.width_px / size_px
        found = wrap(pieces, self.width, room_em)
        # A line is seldom wider than its pieces together, as where letters join across them.
        while any(self.width(line) > room.width_px / size_px for line in found.lines):
            room_em *= 0.97
            if room_em * size_px < room.width_px / 2:
                break
            found = wrap(pieces, self.width, room_em)
        return found

    def make(self, lines: tuple[str, ...], size_px: int, room: Room, *, is_cut: bool) -> Fitted:
        shaped = [self._shaped(line) for line in lines]
        above = max((each.above for each in shaped), default=0.0)
        below = max((each.below for each in shaped), default=0.0)
        return Fitted(
            lines,
            size_px,
            step_px=max(room.line_height, above + below + GAP) * size_px,
            above_px=max(room.line_height * ABOVE, above) * size_px,
            below_px=max(room.line_height * BELOW, below) * size_px,
            base=self.base,
            is_cut=is_cut,
        )


def _ended(pieces: Sequence[Piece]) -> list[Piece]:
    kept = list(pieces)
    while kept and not kept[-1].text.rstrip(_LOOSE_END):
        kept.pop()
    if not kept:
        return [Piece(ELLIPSIS)]
    return [*kept[:-1], Piece(kept[-1].text.rstrip(_LOOSE_END) + ELLIPSIS)]


@lru_cache(maxsize=4_000)
def shape_line(text: str, faces: tuple[Face, ...], lang: str, base: int) -> Shaped:
    """Return a line's glyphs; the same words stand on many cards."""
    return shape(text, faces, lang, base)
