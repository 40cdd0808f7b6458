"""The texts of one card, in the fonts that it has."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from advocacy.share.cards.bidi import LEFT, RIGHT
from advocacy.share.cards.content import CardContent, Look
from advocacy.share.cards.faces import (
    Face,
    NamedFace,
    OwnFont,
    built_in_faces,
    built_in_fallbacks,
    read_face,
)
from advocacy.share.cards.fitting import LONGEST_TEXT, Fitted, Room, fit_text, shape_line
from advocacy.share.cards.legible import make_legible, missing_characters

# The face of names and titles; what it and the fallbacks lack, no other built in face has.
NAMES_FONT = "sans-bold"


@dataclass(frozen=True, slots=True)
class Setting:
    """A content of which everything can be shown, and how its texts are set."""

    content: CardContent
    fonts: tuple[OwnFont, ...]

    def fit(self, text: str, font: str, room: Room) -> Fitted:
        """Fit a text into a room."""
        way = RIGHT if self.content.is_rtl else LEFT
        return fit_text(text, faces_of(font, self.fonts), self.content.lang, room, way)

    def make_line(self, text: str, font: str, size_px: int, width_px: float) -> Fitted:
        """Set a text in one line of one size, cut where it is longer than that."""
        room = Room(width_px, 4.0 * size_px, size_px, size_px, 1, 1.2)
        return self.fit(text, font, room)

    def width_px(self, line: str, font: str, fitted: Fitted) -> float:
        """Return the width of one of a text's lines."""
        faces = faces_of(font, self.fonts)
        return shape_line(line, faces, self.content.lang, fitted.base).width * fitted.size_px

    def ink(self, line: str, font: str, fitted: Fitted) -> tuple[float, float]:
        """Return how far the ink of one of a text's lines goes above and below it, in sizes."""
        faces = faces_of(font, self.fonts)
        shaped = shape_line(line, faces, self.content.lang, fitted.base)
        return shaped.above, shaped.below

    def shows(self, text: str, font: str) -> bool:
        """Say whether nothing of a text is lost."""
        return not missing_characters(text, faces_of(font, self.fonts))


@cache
def faces_of(font: str, own: Sequence[OwnFont] = ()) -> tuple[Face, ...]:
    """Return the fonts of a text: the one that a design names, the site's own, the fallbacks."""
    named = [each for each in own if isinstance(each, NamedFace) and each.name == font]
    others = [each for each in own if isinstance(each, Path)]
    files = dict.fromkeys((built_in_faces()[font], *others, *built_in_fallbacks()))
    return (*(read_face(each.file, each.weight) for each in named), *map(read_face, files))


def unshown_characters(text: str, own: tuple[Path, ...]) -> tuple[str, ...]:
    """Return the characters of a text that cards cannot show, each once, in order."""
    # Most texts need no other font, and so none is opened for them.
    if read_face(built_in_faces()[NAMES_FONT]).has(text):
        return ()
    return missing_characters(text, faces_of(NAMES_FONT, own))


def fonts_tried(own: tuple[Path, ...]) -> tuple[str, ...]:
    """Return the names of the fonts that are asked for a character, in order."""
    return tuple(face.name for face in faces_of(NAMES_FONT, own))


def make_setting(content: CardContent, look: Look) -> Setting:
    """Return how a content is set; a title of which little can be shown changes places."""
    faces = faces_of(NAMES_FONT, look.own_fonts)
    title = content.title[:LONGEST_TEXT]
    shown = _letters(make_legible(title, faces))
    if not (shown and 2 * shown >= _letters(title)):
        rest = title if shown else ""
        content = replace(content, title=content.organisation, organisation=rest)
    return Setting(content, look.own_fonts)


def _letters(text: str) -> int:
    return sum(character.isalnum() for character in text)
