"""A card before it is drawn: every shape and every line of text, with its place and size."""

from collections.abc import Iterator

from advocacy.share.cards.canvas import Canvas, Placed, top_of
from advocacy.share.cards.content import CardContent, CardPicture, Look
from advocacy.share.cards.design import Part
from advocacy.share.cards.fitting import Fitted, Room
from advocacy.share.cards.people import shown_names
from advocacy.share.cards.placed_people import place_faces, place_names
from advocacy.share.cards.shapes import Box, Layout, Line, Picture, Scrim, Shaded, Shape
from advocacy.share.cards.sizes import SIZES
from advocacy.share.cards.typesetting import make_setting
from advocacy.share.quotation_marks import opening_mark

# A picture that would have to be blown up by more than this looks like a mistake.
MOST_ENLARGED = 2.5
# How far letters reach below their line, in sizes.
DESCENT = 0.35
DEFAULT_MARK, ORNAMENTS = "“", "“”„«"


def make_layout(content: CardContent, look: Look, size_name: str) -> Layout:
    """Lay a card out; equal contents give equal layouts on every machine."""
    size = SIZES[size_name]
    parts = look.design.layouts[size_name]
    shade = next((part.colour for part in parts if part.shows == "scrim"), "ink")
    canvas = Canvas(make_setting(content, look), look, size, shade)
    has_picture = suits(content, look, size_name)
    shapes: list[Shape] = [Box(0, 0, size.width_px, size.height_px, canvas.colour("paper"))]
    lines, shaded, end_px = list[Line](), list[Shaded](), None
    for part in parts:
        if not _is_meant(part, canvas, has_picture=has_picture):
            continue
        placed = _place(canvas, part, end_px)
        shapes += placed.shapes
        lines += (*placed.apart, *placed.lines)
        shaded += _shaded(canvas, placed) if part.on == "scrim" else ()
        end_px = end_px if placed.end_px is None else placed.end_px
    # Each scrim reaches as far as what stands on it.
    settled = (each.around(shaded) if isinstance(each, Scrim) else each for each in shapes)
    return Layout(size, tuple(settled), tuple(lines))


def suits(content: CardContent, look: Look, size_name: str) -> bool:
    """Say whether a card has a place for its post's picture, and that is large enough for it."""
    boxes = [part.at for part in look.design.layouts[size_name] if part.shows == "picture"]
    picture = content.picture
    if not picture or not boxes:
        return False
    return not picture.width_px or all(
        width <= MOST_ENLARGED * picture.width_px and height <= MOST_ENLARGED * picture.height_px
        for _, _, width, height in boxes
    )


def _shaded(canvas: Canvas, placed: Placed) -> Iterator[Shaded]:
    for line in placed.lines:
        foot_px = line.y_px + line.size_px * DESCENT
        yield Shaded(line.y_px - line.size_px, foot_px, line.colour)
    for shape in placed.shapes:
        if isinstance(shape, Picture) and not shape.is_round:
            foot_px = shape.top_px + shape.height_px
            yield Shaded(shape.top_px, foot_px, canvas.ink("scrim", "paper"))


def _is_meant(part: Part, canvas: Canvas, *, has_picture: bool) -> bool:
    content, authors = canvas.content, len(shown_names(canvas.setting))
    return {
        "": True,
        "picture": has_picture,
        "no picture": not has_picture,
        "authors": authors > 0,
        "several authors": authors > 1,
        "summary": bool(content.summary),
    }[part.when]


def _place(canvas: Canvas, part: Part, end_px: float | None) -> Placed:
    """Place a part; `end_px` is where the text before it ends."""
    if part.shows in {"fill", "disc"}:
        return Placed((_box(canvas, part),))
    if part.shows == "scrim":
        colour = canvas.colour(part.colour)
        left, top, width, height = part.at
        at = (canvas.mirrored(left, width), top, width, height)
        return Placed((Scrim(*at, colour, part.edge, part.fade),))
    if part.shows == "picture":
        return _place_picture(canvas, part, canvas.content.picture)
    if part.shows == "faces":
        return place_faces(canvas, part)
    if part.shows == "names":
        return place_names(canvas, part)
    logo = _logo(canvas, part)
    if part.shows == "organisation" and logo:
        return _place_logo(canvas, part, logo)
    return _place_text(canvas, part, _text(part.shows, canvas.content), end_px)


def _box(canvas: Canvas, part: Part) -> Box:
    left, top, width, height = part.at
    colour, is_round = canvas.colour(part.colour), part.shows == "disc"
    return Box(canvas.mirrored(left, width), top, width, height, colour, is_round)


def _place_picture(canvas: Canvas, part: Part, picture: CardPicture | None) -> Placed:
    left, top, width, height = part.at
    x = canvas.mirrored(left, width)
    return Placed((Picture(x, top, width, height, picture),)) if picture else Placed()


def _logo(canvas: Canvas, part: Part) -> CardPicture | None:
    """Return the logo for what is behind it, be that light or dark."""
    is_dark = canvas.ink(part.on, "paper") == canvas.colour("paper")
    return canvas.look.logo_on_dark if is_dark else canvas.look.logo


def _place_logo(canvas: Canvas, part: Part, logo: CardPicture) -> Placed:
    left, top, width, height = part.at
    side = "end" if canvas.content.is_rtl else "start"
    keeps = "centre" if part.align == "centre" else side
    shape = Picture(canvas.mirrored(left, width), top, width, height, logo, keeps=keeps)
    return Placed((shape,), end_px=top + height)


def _text(shows: str, content: CardContent) -> str:
    return {
        "organisation": content.organisation,
        "topic": content.topic,
        "date": content.date,
        "title": content.title,
        "summary": content.summary,
        "quote": content.quote,
        "mark": _opening_mark(content),
    }[shows]


def _place_text(canvas: Canvas, part: Part, text: str, end_px: float | None) -> Placed:
    left, top, width, height = part.at
    follows = part.after is not None and end_px is not None
    start_px = (end_px or 0) + (part.after or 0) if follows else top
    room_px = top + height - start_px
    room = Room(width, room_px, *part.size, part.lines, part.line_height)
    fitted = canvas.setting.fit(text, part.font, room)
    is_tiny = follows and fitted.size_px < part.size[1]
    if not fitted.lines or fitted.height_px > room_px or is_tiny:
        return Placed()
    y = top_of(part.place, start_px, room_px, fitted.height_px)
    if part.shows == "mark":
        y += _lowered_px(canvas, part, text, fitted)
    ink = canvas.ink(part.on, part.colour)
    lines = canvas.lines(fitted, part, (left, y, width), part.font, ink)
    return Placed(lines=lines, end_px=y + fitted.height_px)


def _opening_mark(content: CardContent) -> str:
    """Return the mark that opens a quotation; a bracket in its place would be no ornament."""
    mark = "”" if content.is_rtl else opening_mark(content.lang)
    return mark if mark in ORNAMENTS else DEFAULT_MARK


def _lowered_px(canvas: Canvas, part: Part, mark: str, fitted: Fitted) -> float:
    """Return how much lower a mark is to stand, so that all hang from the same height."""
    above = [canvas.setting.ink(each, part.font, fitted)[0] for each in (DEFAULT_MARK, mark)]
    return (above[1] - above[0]) * fitted.size_px
