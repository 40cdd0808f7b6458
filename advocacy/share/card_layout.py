"""A card before it is drawn: every line of text and every shape, with its place and size."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from advocacy.share.card_colour import ACCENT, HAIRLINE, INK, PAPER, QUIET, readable_on
from advocacy.share.card_font import SANS, SANS_BOLD, SERIF, WIDE
from advocacy.share.card_text import best_face, drawable, shows_whole
from advocacy.share.card_title import LINE_HEIGHT, fit_title
from advocacy.share.cutting import cut
from advocacy.staff import initials

CARD_WIDTH_PX = 1200
CARD_HEIGHT_PX = 630

# Networks crop what is outside of the central 1080x540.
LEFT_PX, RIGHT_PX = 72, 1128
TITLE_TOP_PX, TITLE_BOTTOM_PX = 144, 450
DISC_TOP_PX, DISC_PX, DISC_GAP_PX = 506, 64, 10
MOST_DISCS = 4
# The faces in which each kind of text is set, the most fitting first.
TITLE_FACES = (SERIF, SANS_BOLD, WIDE)
BOLD_FACES = (SANS_BOLD, WIDE)
PLAIN_FACES = (SANS, SANS_BOLD, WIDE)
# More than fills a card in the smallest size, so that no title takes long.
LONGEST_TITLE = 800


@dataclass(frozen=True, slots=True)
class CardContent:
    """What a card says.

    Attributes:
        authors: Name, and name in Latin letters or empty, of each author.
        role: What the only author does, or empty.
        accent: The organisation's colour, such as `#0b5d4e`.
    """

    title: str
    organisation: str
    authors: tuple[tuple[str, str], ...]
    role: str = ""
    accent: str = ACCENT


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; `y_px` is its baseline, `x_px` its start."""

    text: str
    x_px: float
    y_px: float
    size_px: int
    face: str
    colour: str


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
class Layout:
    """All of a card, in the order in which it is drawn: boxes, then lines."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


def make_layout(content: CardContent) -> Layout:
    """Lay a card out; equal contents give equal layouts on every machine."""
    title, organisation = _title_and_organisation(content)
    names = tuple(filter(None, (_shown_name(*author) for author in content.authors)))
    on_paper = readable_on(PAPER, content.accent, INK)
    boxes = [
        Box(0, 0, CARD_WIDTH_PX, 14, content.accent),
        *([Box(LEFT_PX, 476, RIGHT_PX - LEFT_PX, 2, HAIRLINE)] if names else ()),
        *_discs(names, content.accent),
    ]
    lines = [
        *_one_line(organisation, LEFT_PX, 102, 32, BOLD_FACES, on_paper),
        *_title_lines(title),
        *_initials_lines(names, content.accent),
        *_author_lines(names, content),
    ]
    return Layout(tuple(boxes), tuple(lines))


def _title_and_organisation(content: CardContent) -> tuple[str, str]:
    """Return both; a title of which little can be shown changes places."""
    title = content.title[:LONGEST_TITLE]
    shown = _letters(drawable(title, best_face(title, TITLE_FACES)))
    if shown and 2 * shown >= _letters(title):
        return title, content.organisation
    return content.organisation, title if shown else ""


def _letters(text: str) -> int:
    return sum(character.isalnum() for character in text)


def _shown_name(name: str, name_latin: str) -> str:
    """Return a name that can be shown whole, or nothing: half a name is nobody's."""
    return next((each for each in (name, name_latin) if _letters(each) and _is_whole(each)), "")


def _is_whole(name: str) -> bool:
    return shows_whole(name, best_face(name, BOLD_FACES))


def _title_lines(title: str) -> Iterator[Line]:
    face = best_face(title, TITLE_FACES)
    room_px = TITLE_BOTTOM_PX - TITLE_TOP_PX
    fitted = fit_title(drawable(title, face), face, RIGHT_PX - LEFT_PX, room_px)
    step_px = fitted.size_px * LINE_HEIGHT
    top_px = TITLE_TOP_PX + (room_px - fitted.height_px) / 2
    for number, text in enumerate(fitted.lines):
        # Capitals reach about 0.67 of the size above the baseline, descenders 0.25 below.
        baseline_px = round(top_px + number * step_px + 0.77 * step_px)
        yield Line(text, LEFT_PX, baseline_px, fitted.size_px, face.name, INK)


def _discs(names: tuple[str, ...], accent: str) -> Iterator[Box]:
    for number in range(min(len(names), MOST_DISCS)):
        left_px = LEFT_PX + number * (DISC_PX + DISC_GAP_PX)
        yield Box(left_px, DISC_TOP_PX, DISC_PX, DISC_PX, accent, is_round=True)


def _initials_lines(names: tuple[str, ...], accent: str) -> Iterator[Line]:
    colour = readable_on(accent, PAPER, INK)
    for disc, name in zip(_discs(names, accent), names, strict=False):
        face = best_face(initials(name), BOLD_FACES)
        text = drawable(initials(name), face)
        left_px = disc.left_px + (DISC_PX - face.width(text, 27)) / 2
        yield Line(text, round(left_px, 1), disc.top_px + 41, 27, face.name, colour)


def _author_lines(names: tuple[str, ...], content: CardContent) -> Iterator[Line]:
    left_px = LEFT_PX + min(len(names), MOST_DISCS) * (DISC_PX + DISC_GAP_PX) + 10
    role = content.role if len(names) == 1 else ""
    name_y_px = DISC_TOP_PX + (28 if role else 43)
    yield from _one_line(_name_list(names, left_px), left_px, name_y_px, 32, BOLD_FACES, INK)
    yield from _one_line(role, left_px, DISC_TOP_PX + 60, 26, PLAIN_FACES, QUIET)


def _name_list(names: tuple[str, ...], left_px: int) -> str:
    """Return as many names as fit, with a number for the others."""
    face = best_face("".join(names), BOLD_FACES)
    for shown in range(len(names), 1, -1):
        rest = f" +{len(names) - shown}" if shown < len(names) else ""
        text = ", ".join(names[:shown]) + rest
        if face.width(drawable(text, face), 32) <= RIGHT_PX - left_px:
            return text
    return names[0] if names else ""


def _one_line(
    text: str, x_px: int, y_px: int, size_px: int, faces: Sequence[str], colour: str
) -> Iterator[Line]:
    """Yield a line that ends before the right margin, or none for an empty text."""
    face = best_face(text, faces)
    width = partial(face.width, size_px=size_px)
    shown = cut(drawable(text, face), lambda start: width(start) <= RIGHT_PX - x_px)
    if shown:
        yield Line(shown, x_px, y_px, size_px, face.name, colour)
