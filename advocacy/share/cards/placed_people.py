"""The people of a card: their faces, and their names."""

from advocacy.share.cards.bidi import base_level
from advocacy.share.cards.canvas import Canvas, Placed, join, top_of
from advocacy.share.cards.design import Part
from advocacy.share.cards.fitting import Fitted, Room
from advocacy.share.cards.people import MOST_FACES, list_names, shown_names
from advocacy.share.cards.shapes import Box, Picture
from advocacy.staff import initials

FACE_GAP_PX = 10
# A role is written smaller than the name above it.
ROLE = 0.8
# How wide a ring is around a large face, and how large initials are, in the face's own width.
RING, INITIALS = 0.03, 0.42
# How much of a disc's width its letters may take, so that their corners stay inside.
CHORD = 0.68
# Half of a capital's height, by which it stands below the middle; its accent does not count.
HALF_CAPITAL = 0.33
ZERO_WIDTH_NON_JOINER = "\u200c"


def place_faces(canvas: Canvas, part: Part) -> Placed:
    """Put the authors' faces into a box: one as large as it, or up to four in rows of two."""
    left, top, width, height = part.at
    count = len(shown_names(canvas.setting)[:MOST_FACES])
    across = min(2, count)
    face = min(width, height) if across < 2 else (min(width, height) - FACE_GAP_PX) // 2
    # A ring keeps a face apart from whatever it lies on.
    ring = round(face * RING)
    down = -(-count // across) if across else 0
    top += (height - down * face - (down - 1) * FACE_GAP_PX) // 2 if count > 1 else 0
    parts = list[Placed]()
    for number in range(count):
        x = left + number % across * (face + FACE_GAP_PX)
        y = top + number // across * (face + FACE_GAP_PX)
        parts.append(Placed((_disc(canvas, (x, y, face), canvas.colour("paper")),)))
        at = (x + ring, y + ring, face - 2 * ring)
        parts.append(_face(canvas, number, at, "accent", "paper"))
    return join(parts)


def place_names(canvas: Canvas, part: Part) -> Placed:
    """Put the authors' names into a box, after their faces where the part wants these."""
    left, top, _, height = part.at
    count = min(len(shown_names(canvas.setting)), MOST_FACES) if part.face else 0
    # On the accent, a disc of it would not be seen.
    disc, letter = ("paper", "accent") if part.on == "accent" else ("accent", "paper")
    faces = [
        _face(
            canvas,
            number,
            (left + number * (part.face + FACE_GAP_PX), top + (height - part.face) // 2, part.face),
            disc,
            letter,
        )
        for number in range(count)
    ]
    indent = count * (part.face + FACE_GAP_PX) + (FACE_GAP_PX if count else 0)
    return join([*faces, _words(canvas, part, indent)])


def _words(canvas: Canvas, part: Part, indent_px: int) -> Placed:
    """Put the names into their box, and the only author's role below."""
    left, top, width, height = part.at
    room = width - indent_px
    names = shown_names(canvas.setting)
    role = names[0][1].role if len(names) == 1 else ""
    rows = [
        (list_names(canvas.setting, part, room), part.font, part.size[0], part.colour),
        (role, "sans", round(part.size[0] * ROLE), "quiet"),
    ]
    fitted = [
        (canvas.setting.make_line(text, font, size, room), font, colour)
        for text, font, size, colour in rows
        if text
    ]
    y = top_of(part.place, top, height, sum(each.height_px for each, _, _ in fitted))
    lines = list[Placed]()
    for each, font, colour in fitted:
        ink = canvas.ink(part.on, colour)
        lines.append(Placed(lines=canvas.lines(each, part, (left + indent_px, y, room), font, ink)))
        y += each.height_px
    return join(lines)


def _face(canvas: Canvas, number: int, at: tuple[int, int, int], disc: str, letter: str) -> Placed:
    """Put one author's photo at a place, or a disc with the initials."""
    name, author = shown_names(canvas.setting)[number]
    left, top, width = at
    if author.photo:
        x = canvas.mirrored(left, width)
        return Placed((Picture(x, top, width, width, author.photo, is_round=True),))
    shade = canvas.colour(disc)
    ink = canvas.ink_on(shade, letter)
    # Two letters of Arabic would join, and read as a word.
    short = ZERO_WIDTH_NON_JOINER.join(initials(name)) if base_level(name) else initials(name)
    largest, smallest = round(width * INITIALS), round(width * INITIALS / 3)
    room = Room(width * CHORD, width, largest, smallest, 1, 1.2)
    letters = canvas.setting.fit(short, "sans-bold", room)
    y = top + width / 2 + _half(canvas, short, letters) * letters.size_px - letters.above_px
    centred = Part("names", (0, 0, 1, 1), align="centre")
    lines = canvas.lines(letters, centred, (left, y, width), "sans-bold", ink)
    return Placed((_disc(canvas, at, shade),), apart=lines)


def _half(canvas: Canvas, letters: str, fitted: Fitted) -> float:
    """Return how far the middle of letters is above their line, in sizes."""
    if letters.isupper():
        return HALF_CAPITAL
    above, below = canvas.setting.ink(letters, "sans-bold", fitted)
    return (above - below) / 2


def _disc(canvas: Canvas, at: tuple[int, int, int], colour: str) -> Box:
    left, top, width = at
    return Box(canvas.mirrored(left, width), top, width, width, colour, is_round=True)
